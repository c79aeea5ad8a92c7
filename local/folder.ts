import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readState, removeState } from './state.ts';

/** Another process may use this folder only after it has ended. */
export async function assertNotRunning(localDir: string): Promise<void> {
  const control = readState(localDir)?.control;
  if (control === undefined) return;
  const answer = await fetch(`${control}/_local/status`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.json() as Promise<{ localDir?: string }>)
    .catch(() => null);
  if (answer?.localDir === localDir) {
    throw new Error(`already running on ${localDir} (control address ${control})`);
  }
  removeState(localDir); // of a run that was killed
}

/** Deletes data and logs; the pid file stays, by which a JVM left over by a kill is found. */
export async function forget(localDir: string): Promise<void> {
  for (const folder of ['data', 'logs']) {
    const path = join(localDir, folder);
    if (!existsSync(path)) continue;
    for (const name of await readdir(path, { recursive: true })) {
      if (name.endsWith('dynamodb.pid') || name === 'dynamodb') continue;
      await rm(join(path, name), { recursive: true, force: true });
    }
  }
}
