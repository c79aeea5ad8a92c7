/**
 * Chance that can be repeated: the same seed gives the same numbers, so a failing run has a name.
 */
export type Random = {
  /** at least 0, below 1 */
  (): number;
  /** a whole number from 0 to `below - 1` */
  int(below: number): number;
  /** true this often: `chance(0.3)` three times in ten */
  chance(rate: number): boolean;
  pick<T>(items: readonly T[]): T;
};

/** The mulberry32 generator: 32 bits of state, well spread, no secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return Object.assign(next, {
    int,
    chance: (rate: number) => next() < rate,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[int(items.length)] as T;
    },
  });
}

/** The seed of all seeds of a run. `TEST_SEED=7 vitest run` looks at other luck. */
export const TEST_SEED = Number(process.env.TEST_SEED ?? 20_261_123);
