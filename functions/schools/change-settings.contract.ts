import * as z from 'zod';
import { settingsSchema } from '../../domain/schools/settings.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolParams } from '../shared/schemas.ts';

export const changeSettingsRoute = defineOperation({
  name: 'change-settings',
  method: 'PATCH',
  path: '/schools/{schoolId}/settings',
  summary: 'Changes settings by merge patch; null gives a default back.',
  who: { school_admin: 'school' },
  params: schoolParams,
  // A merge patch of any depth: the merged settings are what is validated, by the domain.
  body: z.record(z.string(), z.unknown()),
  response: { status: 200, body: () => settingsSchema.extend({ version: z.int() }) },
  errors: ['stale_version'],
  needs: { table: 'write' },
});
