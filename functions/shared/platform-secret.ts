import * as z from 'zod';
import type { Platform } from '../../domain/integrations/platform.ts';
import { PLATFORM_VARIABLES, requireEnvironment } from './environment.ts';
import { readSecret } from './secrets.ts';

const secretSchema = z.looseObject({
  secret: z.string().min(16),
  /** taken, and no longer given, while the platform changes over */
  previous: z.string().min(16).optional(),
});

/** The secrets shared with a platform: the one to sign with first, then the one before while it is taken. */
export async function readPlatformSecrets(platform: Platform): Promise<[string, ...string[]]> {
  const text = await readSecret(requireEnvironment(PLATFORM_VARIABLES[platform].secretId));
  const { secret, previous } = secretSchema.parse(JSON.parse(text));
  return previous === undefined ? [secret] : [secret, previous];
}
