import * as z from 'zod';
import { settingsSchema } from '../../domain/schools/settings.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolParams } from '../shared/schemas.ts';

export const getSettingsRoute = defineOperation({
  name: 'get-settings',
  method: 'GET',
  path: '/schools/{schoolId}/settings',
  summary: 'The settings in force.',
  who: { school_admin: 'school' },
  params: schoolParams,
  response: { status: 200, body: () => settingsSchema.extend({ version: z.int() }) },
  needs: { table: 'read' },
});
