export type Progress = <T>(what: string, work: Promise<T>) => Promise<T>;

const SLOW_MS = 300;

/** A line for each step that takes long enough to be noticed. */
export function timed(say: (line: string) => void): Progress {
  return async (what, work) => {
    const began = performance.now();
    const timer = setTimeout(() => say(`  ${what} ...`), SLOW_MS);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      const took = performance.now() - began;
      if (took > SLOW_MS) say(`  ${what}: ${(took / 1000).toFixed(1)} s`);
    }
  };
}

/** As `Promise.all`, but waits for all also when one fails, so that what started can be stopped. */
export async function all<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const settled = await Promise.allSettled(work);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
