import {
  HOUR,
  type Instant,
  MINUTE,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { create, replace } from '../store/write.ts';
import type { Platform } from './platform.ts';
import { type PlatformPauseRow, platformPauseEntity } from './platform-task.entity.ts';

const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = HOUR;

export function readPause(store: Store, platform: Platform): Promise<PlatformPauseRow | null> {
  return store.get(platformPauseEntity, platformPauseEntity.get({ platform }));
}

/** Until when the platform is left alone, or null. */
export function pausedUntil(pause: PlatformPauseRow | null, now: Instant): Instant | null {
  const until = pause?.pausedUntil as Instant | undefined;
  return until !== undefined && until > now ? until : null;
}

export type Pause = { until: Instant; seconds: number };

/**
 * Leaves a platform alone for 5 minutes, then 10, 20, 40, then an hour at a time, or for as long as
 * it asked. Everything that is to be told meanwhile waits, so that a platform that is down gets one
 * call a pause and not one per student. `seconds`: how long it has been failing.
 */
export function pausePlatform(
  context: Context,
  platform: Platform,
  retryAfterSeconds: number | null,
): Promise<Pause> {
  const { store } = context;
  return store.transact<Pause>(context, async () => {
    const now = context.now();
    const pause = await readPause(store, platform);
    const since = (pause?.since ?? now) as Instant;
    const seconds = Math.floor(millisecondsBetween(since, now) / 1000);
    const standing = pausedUntil(pause, now);
    if (standing) return { writes: [], result: { until: standing, seconds } };
    const failures = (pause?.failures ?? 0) + 1;
    const growing = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
    const until = plusMilliseconds(now, Math.max(growing, (retryAfterSeconds ?? 0) * 1000));
    const next: PlatformPauseRow = {
      ...{ platform, failures, since, pausedUntil: until },
      version: (pause?.version ?? 0) + 1,
    };
    const write = pause
      ? replace(platformPauseEntity, next)
      : create(platformPauseEntity.create(next));
    return { writes: [write], result: { until, seconds } };
  });
}

/** The platform took something: what failed before is over. */
export async function endPause(context: Context, platform: Platform): Promise<void> {
  const { store } = context;
  await store.transact(context, async () => {
    const pause = await readPause(store, platform);
    if (!pause || pause.failures === 0) return { writes: [], result: null };
    const next = { platform, failures: 0, version: pause.version + 1 };
    return { writes: [replace(platformPauseEntity, next)], result: null };
  });
}
