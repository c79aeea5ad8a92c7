export type CrashOrder = {
  /** short or physical name */
  function: string;
  /** `dynamodb:TransactWriteItems`, `events:PutEvents`, ... */
  call: string;
  when: 'before' | 'after';
  /** the nth such call from now on, counted over all processes of the function */
  nth: number;
};

/** Crashes that were ordered and have not happened yet. Each happens once. */
export class Crashes {
  #planted: (CrashOrder & { seen: number })[] = [];
  #happened: (CrashOrder & { at: string })[] = [];

  /** Throws a TypeError that names the field when the order makes no sense. */
  plant(order: Partial<CrashOrder>): CrashOrder {
    const { function: fn, call, when = 'before', nth = 1 } = order;
    if (typeof fn !== 'string' || fn === '') throw new TypeError('function: a name is missing');
    if (typeof call !== 'string' || !/^[a-z-]+:[A-Za-z]+$/.test(call)) {
      throw new TypeError('call: such as dynamodb:TransactWriteItems');
    }
    if (when !== 'before' && when !== 'after') throw new TypeError('when: before or after');
    if (!Number.isInteger(nth) || nth < 1) throw new TypeError('nth: a whole number from 1');
    const planted = { function: fn, call, when, nth };
    this.#planted.push({ ...planted, seen: 0 });
    return planted;
  }

  /** Counts a call; returns where its process is to be killed, null for nowhere. */
  meet(names: readonly string[], call: string): 'before' | 'after' | null {
    for (const crash of this.#planted) {
      if (!names.includes(crash.function) || crash.call !== call) continue;
      crash.seen += 1;
      if (crash.seen < crash.nth) continue;
      this.#planted = this.#planted.filter((other) => other !== crash);
      const { seen: _, ...order } = crash;
      this.#happened.push({ ...order, at: new Date().toISOString() });
      return crash.when;
    }
    return null;
  }

  /** What is still to come and what has happened, so that a test can show that its crash did. */
  list() {
    return {
      planted: this.#planted.map(({ seen: _, ...order }) => order),
      happened: this.#happened,
    };
  }

  clear(): void {
    this.#planted = [];
  }
}
