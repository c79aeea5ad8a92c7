import type { Platform } from '../../domain/integrations/platform.ts';
import type { Pause } from '../../domain/integrations/platform-pause.ts';
import { PLATFORM_VARIABLES, requireEnvironment } from './environment.ts';
import { log } from './log.ts';
import { reportPlatformPause } from './metrics.ts';
import type { PlatformConnection } from './platform-http.ts';
import { readPlatformSecrets } from './platform-secret.ts';

/** Where a platform answers on this stage, and what we sign with. */
export async function connectionTo(platform: Platform): Promise<PlatformConnection> {
  const [secret] = await readPlatformSecrets(platform);
  return { platform, secret, apiUrl: requireEnvironment(PLATFORM_VARIABLES[platform].apiUrl) };
}

/** Says in log and metric that a platform is left alone for a while. */
export function onPause(platform: Platform): (pause: Pause) => void {
  return ({ until, seconds }) => {
    log.warn('platform paused', { platform, until, seconds });
    reportPlatformPause(seconds);
  };
}
