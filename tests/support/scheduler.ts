/**
 * Time that passes only while everybody waits. A sleeper wakes when all others have come to a rest,
 * earliest first, so six seconds of back-off take no time and every interleaving can be repeated.
 *
 *   A sleeps 20, B sleeps 5, B wakes (now 5), B sleeps 5, B wakes (10), A wakes (20)
 *
 * Only for code that waits for nothing but this clock: real input and output would be overtaken.
 */
export type Scheduler = {
  /** milliseconds since the start */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
};

type Sleeper = { at: number; order: number; wake: () => void };

export function createScheduler(): Scheduler {
  let now = 0;
  let order = 0;
  let armed = false;
  const sleepers: Sleeper[] = [];

  // A tick begins when no promise is left to settle: everybody who is not asleep has come to rest. Asked
  // for in a microtask, since one that is asked for in a tick does not wait for promises. An immediate
  // waits, too, but for a turn of the event loop: a fifth of a large round's time.
  const arm = () => {
    if (armed || sleepers.length === 0) return;
    armed = true;
    queueMicrotask(() => process.nextTick(wakeNext));
  };
  const wakeNext = () => {
    armed = false;
    const next = sleepers.reduce((first, other) => (isBefore(other, first) ? other : first));
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.wake();
    arm();
  };

  return {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, order: order++, wake });
        arm();
      }),
  };
}

function isBefore(a: Sleeper, b: Sleeper): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
