import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';

export const listErrorsRoute = defineOperation({
  name: 'list-errors',
  method: 'GET',
  path: '/errors',
  summary: 'Every code that a problem answer can carry, and every code of a wrong field.',
  who: 'public',
  response: {
    status: 200,
    body: () =>
      z.object({
        items: z.array(
          z.object({
            code: z.string(),
            status: z.int(),
            title: z.string(),
            meaning: z.string(),
            /** every rule that `rule_refused` can name */
            rules: z.array(z.string()).optional(),
          }),
        ),
        fields: z.array(z.object({ code: z.string(), meaning: z.string() })),
      }),
  },
  needs: {},
});
