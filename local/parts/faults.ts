/** The providers a fault can be set for, as the control address names them. */
export const PROVIDERS = [
  'ses',
  'twilio',
  'stripe',
  'e-teori',
  'findkoreskole',
  'webhook',
] as const;
export type Provider = (typeof PROVIDERS)[number];

const FAULT_MODES = ['500', '429', '400', 'timeout', 'accept_then_timeout'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export type Fault = {
  mode: FaultMode;
  /** the provider's own error code, where another than the usual one is wanted */
  code?: string | number;
  /** seconds, sent as Retry-After */
  retryAfter?: number;
};

export type FaultOrder = Fault & {
  provider: Provider;
  /** how many requests meet it; 0 clears */
  count: number | 'forever';
};

/** What the providers' stand-ins are told to do wrong. A new order replaces the provider's last. */
export class Faults {
  readonly #orders = new Map<Provider, FaultOrder>();

  /** Throws a TypeError that names the field when the order makes no sense. */
  set(order: FaultOrder): void {
    if (!PROVIDERS.includes(order.provider)) throw new TypeError(`provider: ${order.provider}`);
    const { count } = order;
    if (count !== 'forever' && !(Number.isInteger(count) && count >= 0)) {
      throw new TypeError(`count: ${count}`);
    }
    if (count === 0) {
      this.#orders.delete(order.provider);
      return;
    }
    if (!FAULT_MODES.includes(order.mode)) throw new TypeError(`mode: ${order.mode}`);
    this.#orders.set(order.provider, { ...order });
  }

  /** The fault that this request meets, counted down; null when all is well. */
  take(provider: Provider): Fault | null {
    const order = this.#orders.get(provider);
    if (!order) return null;
    if (order.count !== 'forever') {
      order.count -= 1;
      if (order.count === 0) this.#orders.delete(provider);
    }
    const { mode, code, retryAfter } = order;
    return {
      mode,
      ...(code !== undefined && { code }),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }

  list(): FaultOrder[] {
    return [...this.#orders.values()].map((order) => ({ ...order }));
  }

  clear(): void {
    this.#orders.clear();
  }
}
