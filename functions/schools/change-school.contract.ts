import * as z from 'zod';
import { SCHOOL_STATUSES } from '../../domain/schools/school.ts';
import { isTimeZone } from '../../domain/shared/time-zone.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolResource } from '../shared/resources.ts';
import {
  addressPatch,
  email,
  language,
  line,
  name,
  phone,
  schoolParams,
} from '../shared/schemas.ts';

export const changeSchoolRoute = defineOperation({
  name: 'change-school',
  method: 'PATCH',
  path: '/schools/{schoolId}',
  summary: "Changes a school's own data; its status only by the platform.",
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    name: name.optional(),
    timeZone: z
      .string()
      .refine(isTimeZone, { error: 'must be a zone like Europe/Copenhagen' })
      .optional(),
    language: language.optional(),
    address: addressPatch.optional(),
    contact: z.strictObject({ email: email.optional(), phone: phone.optional() }).optional(),
    vatNumber: line(40).nullable().optional(),
    status: z.enum(SCHOOL_STATUSES).optional(),
  }),
  response: { status: 200, body: schoolResource },
  errors: ['stale_version'],
  allowedWhileSuspended: true,
  needs: { table: 'write' },
});
