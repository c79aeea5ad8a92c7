import * as z from 'zod';
import { linkToken } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';

export const setPasswordRoute = defineOperation({
  name: 'set-password',
  method: 'POST',
  path: '/credentials',
  summary: 'Sets a password by the token of a mailed link, and activates the membership it is for.',
  who: 'public',
  rateLimit: 'tokens',
  body: z.strictObject({
    token: linkToken,
    password: z
      .string()
      .min(10, { error: 'must have at least 10 characters' })
      .max(256)
      .refine((text) => new Set(text).size >= 5, {
        error: 'must have at least 5 different characters',
        params: { code: 'weak_password' },
      }),
  }),
  response: { status: 204 },
  errors: ['link_invalid', 'school_suspended', 'unavailable'],
  needs: {
    table: 'write',
    rateLimits: true,
    keys: true,
    userPool: ['AdminCreateUser', 'AdminSetUserPassword', 'AdminUserGlobalSignOut'],
  },
  timeoutSeconds: 15,
});
