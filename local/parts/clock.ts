type Listener = (offsetMs: number) => void;

/**
 * The control clock: real time plus an offset. Set to an instant, it runs on from there; set to
 * null, it is real time again. Only the offset travels to other processes (`onChange`), so that
 * every process runs on by its own real clock and none lags behind.
 */
export class ControlClock {
  #offsetMs = 0;
  readonly #listeners = new Set<Listener>();
  readonly #realNow: () => number;

  /** `realNow` is real time in milliseconds; tests pass their own. */
  constructor(realNow: () => number = Date.now.bind(Date)) {
    this.#realNow = realNow;
  }

  /** Control time minus real time, in milliseconds; 0 in real time. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Milliseconds since 1970, as `Date.now()` gives. */
  now(): number {
    return this.#realNow() + this.#offsetMs;
  }

  date(): Date {
    return new Date(this.now());
  }

  /**
   * Moves the clock to an instant (`2026-11-22T08:00:00Z`), or back to real time with null.
   * Throws a RangeError on anything that is not an ISO 8601 instant with a zone.
   */
  set(iso: string | null): void {
    const next = iso === null ? 0 : parseInstant(iso) - this.#realNow();
    if (next === this.#offsetMs) return;
    this.#offsetMs = next;
    for (const listener of this.#listeners) listener(next);
  }

  /** Calls the listener with the new offset after each change; returns what ends that. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

// Date.parse alone reads '2026-11-22T08:00' in this machine's zone and '1' as a year.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(iso: string): number {
  const at = INSTANT.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant with a zone: ${iso}`);
  return at;
}
