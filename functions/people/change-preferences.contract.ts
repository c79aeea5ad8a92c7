import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { preferencesResource } from '../shared/resources.ts';
import { language } from '../shared/schemas.ts';

export const changePreferencesRoute = defineOperation({
  name: 'change-preferences',
  method: 'PATCH',
  path: '/me/preferences',
  summary: 'Changes language, SMS and marketing of the signed-in person.',
  who: 'signed-in',
  body: z.strictObject({
    language: language.nullable().optional(),
    sms: z.boolean().optional(),
    marketing: z.boolean().optional(),
  }),
  response: { status: 200, body: preferencesResource },
  errors: ['stale_version'],
  needs: { table: 'write' },
});
