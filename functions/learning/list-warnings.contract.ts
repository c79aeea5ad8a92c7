import * as z from 'zod';
import { warningResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, studentParams } from '../shared/schemas.ts';

export const listWarningsRoute = defineOperation({
  name: 'list-warnings',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/warnings',
  summary:
    'What a student was warned and reminded of, with the messages that told them, as evidence.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(warningResource()) },
  needs: { table: 'read', keys: true },
});
