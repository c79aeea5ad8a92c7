import * as z from 'zod';
import { MEMBERSHIP_STATUSES, STAFF_ROLES } from '../../domain/people/membership.ts';
import { LANGUAGES, SCHOOL_STATUSES } from '../../domain/schools/school.ts';
import { SERVICE_KINDS } from '../../domain/schools/service.ts';
import { address, instant, money, named } from './resource-parts.ts';
import { bookingTypeResource } from './scheduling-resources.ts';

/**
 * What answers look like, for the documents and the tests. Functions, so that a running handler,
 * which never looks at them, does not pay for building them.
 */
export const schoolResource = () =>
  named('School', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      timeZone: z.string(),
      currency: z.string(),
      language: z.enum(LANGUAGES),
      country: z.string(),
      address: address(),
      contact: z.object({ email: z.string(), phone: z.string() }),
      vatNumber: z.string().nullable(),
      status: z.enum(SCHOOL_STATUSES),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const serviceResource = () =>
  named('Service', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(SERVICE_KINDS),
      price: money(),
      vatRate: z.number(),
      vatExemption: z.string().nullable(),
      active: z.boolean(),
      version: z.int(),
    }),
  );

export const departmentResource = () =>
  named('Department', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      address: address().nullable(),
      phone: z.string().nullable(),
      version: z.int(),
    }),
  );

export const publicSchoolResource = () =>
  named('PublicSchool', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      address: address(),
      bookingTypes: z.array(bookingTypeResource().omit({ version: true, active: true })),
      courses: z.array(serviceResource().omit({ version: true, active: true })),
      termsVersion: z.string(),
    }),
  );

export const staffResource = () =>
  named('Staff', () =>
    z.object({
      id: z.string(),
      personId: z.string(),
      schoolId: z.string(),
      name: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      roles: z.array(z.enum(STAFF_ROLES)),
      departmentIds: z.array(z.string()),
      status: z.enum(MEMBERSHIP_STATUSES),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const studentResource = () =>
  named('Student', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      name: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      birthDate: z.string().nullable(),
      language: z.enum(LANGUAGES),
      address: address().nullable(),
      status: z.enum(MEMBERSHIP_STATUSES),
      teacherIds: z.array(z.string()),
      departmentIds: z.array(z.string()),
      lessonPlanId: z.string().nullable(),
      guardians: z.array(z.object({ name: z.string(), email: z.string(), phone: z.string() })),
      termsVersion: z.string().nullable(),
      consents: z.array(z.object({ kind: z.enum(['terms', 'marketing']), granted: z.boolean() })),
      lead: z
        .object({
          source: z.enum(['findkoreskole']),
          receivedAt: instant(),
          message: z.string().optional(),
        })
        .nullable(),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const meResource = () =>
  named('Me', () =>
    z.object({
      personId: z.string(),
      email: z.string(),
      platformAdmin: z.boolean(),
      memberships: z.array(
        z.object({
          schoolId: z.string(),
          roles: z.array(z.enum([...STAFF_ROLES, 'student'])),
          departmentIds: z.array(z.string()),
          status: z.enum(MEMBERSHIP_STATUSES),
          profile: z.object({
            name: z.string(),
            phone: z.string().nullable(),
            language: z.enum(LANGUAGES),
            address: address().nullable(),
          }),
        }),
      ),
    }),
  );

export const preferencesResource = () =>
  named('Preferences', () =>
    z.object({
      language: z.enum(LANGUAGES),
      sms: z.boolean(),
      marketing: z.boolean(),
      version: z.int(),
    }),
  );
