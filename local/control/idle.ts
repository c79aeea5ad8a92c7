import type { Queues } from '../parts/queues.ts';
import { ControlError } from './control.ts';

export type IdleOptions = {
  queues: Queues;
  /** runs the sweeps as of the control clock and resolves when they are done */
  sweep(): Promise<void>;
  /** ends waits before a retry that are not a queue's */
  makeDue(): void;
  /** has the streams read at once */
  readStreams(): void;
  /** whether anything is under way outside the queues: stream, bus, functions, callbacks */
  busy(): boolean;
  /** reads of the stream that found nothing, ever */
  emptyReads(): number;
  /** messages and stream records carried out since the start */
  delivered(): number;
  /** whether a running event source takes from this queue; a paused one leaves it as it is */
  isPolled(queueName: string): boolean;
  /** names of the queues that no event source takes from: they hold what failed */
  deadLetterQueues: ReadonlySet<string>;
};

const TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 5;
/** Looks in a row that find nothing: what goes from one part to the next is in neither for a moment. */
const QUIET_LOOKS = 3;

/**
 * Lets everything run dry: waits until stream, bus, queues, functions and callbacks have nothing left,
 * with every backed-off message due at once, then sweeps; again, until a sweep finds nothing to do. A clock
 * that is to move does so before the sweep, and after what was under way: that happened at its own time.
 */
export function makeIdle(options: IdleOptions) {
  const { queues, deadLetterQueues } = options;
  let previous: Promise<unknown> = Promise.resolve();

  const deadLetters = () =>
    queues
      .list()
      .filter(({ name }) => deadLetterQueues.has(name))
      .reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);

  const isQuiet = () =>
    !options.busy() &&
    queues.processing() === 0 &&
    queues
      .list()
      .every(
        ({ name, visible, inFlight, delayed }) =>
          !options.isPolled(name) || visible + inFlight + delayed === 0,
      );

  /** True when all is dry, false when the time is up. */
  async function drain(end: number): Promise<boolean> {
    let quiet = 0;
    let readsBefore = options.emptyReads();
    while (quiet < QUIET_LOOKS || options.emptyReads() < readsBefore + 2) {
      if (performance.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      options.makeDue();
      queues.makeDue();
      if (isQuiet()) {
        quiet += 1;
        // Only now: what is under way has them read by what it writes, and a read is not for nothing.
        options.readStreams();
      } else {
        quiet = 0;
        readsBefore = options.emptyReads();
      }
    }
    return true;
  }

  async function idle(moveClock?: () => Promise<unknown>) {
    const end = performance.now() + TIMEOUT_MS;
    const before = { delivered: options.delivered(), dead: deadLetters() };
    // What is under way first: a sweep before it would find nothing, and be one sweep more.
    let dry = await drain(end);
    if (dry) await moveClock?.();
    let carriedOut: number;
    do {
      carriedOut = options.delivered();
      dry &&= (await inTime(options.sweep(), end)) && (await drain(end));
      if (!dry) throw new ControlError(504, 'not idle within 60 s');
    } while (options.delivered() !== carriedOut);
    return {
      delivered: options.delivered() - before.delivered,
      deadLettered: Math.max(deadLetters() - before.dead, 0),
    };
  }

  /** One at a time: two would count each other's messages. */
  return (moveClock?: () => Promise<unknown>) => {
    const mine = previous.then(() => idle(moveClock));
    previous = mine.catch(() => {});
    return mine;
  };
}

async function inTime(work: Promise<void>, end: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, Math.max(end - performance.now(), 0), false);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
