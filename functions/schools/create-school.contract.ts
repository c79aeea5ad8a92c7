import * as z from 'zod';
import { isTimeZone } from '../../domain/shared/time-zone.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolResource } from '../shared/resources.ts';
import { address, email, language, line, name, phone } from '../shared/schemas.ts';

export const createSchoolRoute = defineOperation({
  name: 'create-school',
  method: 'POST',
  path: '/schools',
  summary: 'Creates a school and invites its first administrator.',
  who: 'platform',
  body: z.strictObject({
    name,
    slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/, {
      error: 'must be 2 to 63 lower-case letters, digits and hyphens',
    }),
    timeZone: z.string().refine(isTimeZone, { error: 'must be a zone like Europe/Copenhagen' }),
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code like DKK' }),
    language,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'must be a country code like DK' })
      .default('DK'),
    address,
    contact: z.strictObject({ email, phone }),
    vatNumber: line(40).optional(),
    admin: z.strictObject({ name, email }),
  }),
  response: { status: 201, body: schoolResource },
  errors: ['already_exists'],
  needs: { table: 'write', keys: true },
});
