import Stripe from 'stripe';
import type { ControlClock } from '../clock.ts';

/** An event as Stripe posts it. */
export type StripeEvent = {
  id: string;
  object: 'event';
  api_version: string | null;
  created: number;
  livemode: boolean;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
  account?: string;
  data: { object: unknown };
};

type Delivery = { event: unknown; tries: number; nextAt: number };

export type DeliveryOptions = {
  clock: ControlClock;
  secret: string;
  /** where events are posted; null while there is nobody to tell */
  url: () => string | null;
};

const AT_ONCE = 4;
const ANSWER_WITHIN_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Stripe gives up after three days; here waits are cut short by `idle`, so tries are counted. */
const MOST_TRIES = 16;

/**
 * Posts events, signed by the SDK's own hand, and again until they are answered with 2xx. Like
 * Stripe's they keep no order once one of them has to wait.
 */
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #waiting = new Set<Delivery>();
  #running = 0;
  #dropping = false;
  #dropped = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Events not yet accepted. */
  get pending(): number {
    return this.#waiting.size + this.#running;
  }

  /** Events that nobody was told, since `drop(true)`. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Loses every event from now on, or no more. */
  drop(dropping: boolean): void {
    this.#dropping = dropping;
  }

  add(event: unknown): void {
    if (this.#dropping) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.add({ event, tries: 0, nextAt: 0 });
    this.#pump();
  }

  /** Posts once and tells what was answered; a failed one is tried again like every other. */
  async now(event: unknown): Promise<{ status: number }> {
    const delivery = { event, tries: 0, nextAt: 0 };
    return { status: await this.#carry(delivery) };
  }

  /** Ends the waits before the next tries. */
  makeDue(): void {
    for (const delivery of this.#waiting) delivery.nextAt = 0;
    this.#pump();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const at = performance.now();
    for (const delivery of this.#waiting) {
      if (this.#running >= AT_ONCE) return;
      if (delivery.nextAt > at) continue;
      this.#waiting.delete(delivery);
      void this.#carry(delivery);
    }
    const next = Math.min(...[...this.#waiting].map(({ nextAt }) => nextAt));
    if (Number.isFinite(next)) {
      this.#timer = setTimeout(() => this.#pump(), Math.max(next - performance.now(), 1));
      this.#timer.unref();
    }
  }

  async #carry(delivery: Delivery): Promise<number> {
    this.#running += 1;
    delivery.tries += 1;
    const status = await this.#post(delivery.event).catch(() => 0);
    this.#running -= 1;
    const accepted = status >= 200 && status < 300;
    if (!accepted && delivery.tries < MOST_TRIES && !this.#stopped) {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (delivery.tries - 1), LONGEST_WAIT_MS);
      this.#waiting.add({ ...delivery, nextAt: performance.now() + wait });
    }
    this.#pump();
    return status;
  }

  async #post(event: unknown): Promise<number> {
    const { clock, secret, url } = this.#options;
    const address = url();
    if (address === null) return 0;
    const payload = JSON.stringify(event, null, 2);
    const timestamp = Math.floor(clock.now() / 1_000);
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({
          payload,
          secret,
          timestamp,
        } as Parameters<typeof Stripe.webhooks.generateTestHeaderString>[0]),
      },
      body: payload,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  }
}
