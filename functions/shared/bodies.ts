import * as z from 'zod';
import { address, birthDate, email, idOf, language, line, name, phone } from './schemas.ts';

/** The registration form, as a visitor sends it and as the office does. */
export const registrationBody = z.strictObject({
  name,
  email,
  phone,
  birthDate,
  language: language.default('da'),
  address: address.optional(),
  courseServiceId: idOf('svc').optional(),
  guardians: z.array(z.strictObject({ name, email, phone })).max(4).default([]),
  termsVersion: line(40),
  consents: z
    .array(z.strictObject({ kind: z.enum(['terms', 'marketing']), granted: z.boolean() }))
    .max(10),
});

/** Roles that somebody who works in a school can have. */
export const staffRoles = z
  .array(z.enum(['school_admin', 'office', 'teacher']))
  .min(1)
  .max(3);
export const departmentIds = z.array(idOf('dep')).max(50);

/** What a mailed link carries. Of any length: what was never mailed is answered like a spent one, 410. */
export const linkToken = z.string();

/** A list in a merge patch: null clears it. */
export function clearable<Item extends z.ZodType>(list: z.ZodArray<Item>) {
  return list
    .nullable()
    .transform((items) => items ?? [])
    .optional();
}
