import type { ControlClock } from './clock.ts';
import type { Provider } from './faults.ts';

/** One request that a stand-in received. */
export type RecordedRequest = {
  id: number;
  provider: Provider;
  /** by the control clock */
  at: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** text, cut at 8,000 characters */
  body: string;
  /** status answered; null while pending, and where no answer was given */
  status: number | null;
  /** the fault that was applied, if any */
  fault: string | null;
};

const KEPT = 5_000;
const BODY_LENGTH = 8_000;

/** What the stand-ins received, newest last; older than the last 5,000 of a provider is forgotten. */
export class RequestLog {
  readonly #clock: ControlClock;
  readonly #byProvider = new Map<Provider, RecordedRequest[]>();
  #count = 0;

  constructor(clock: ControlClock) {
    this.#clock = clock;
  }

  /** Records a request as it arrives; the caller fills in how it was answered. */
  add(
    provider: Provider,
    request: Pick<RecordedRequest, 'method' | 'path' | 'headers' | 'body'>,
  ): RecordedRequest {
    this.#count += 1;
    const recorded: RecordedRequest = {
      id: this.#count,
      provider,
      at: this.#clock.date().toISOString(),
      method: request.method,
      path: request.path,
      headers: withoutCredentials(request.headers),
      body: request.body.slice(0, BODY_LENGTH),
      status: null,
      fault: null,
    };
    const list = this.#byProvider.get(provider) ?? [];
    list.push(recorded);
    if (list.length > KEPT) list.shift();
    this.#byProvider.set(provider, list);
    return recorded;
  }

  list(provider?: Provider): RecordedRequest[] {
    if (provider) return [...(this.#byProvider.get(provider) ?? [])];
    return [...this.#byProvider.values()].flat().sort((a, b) => a.id - b.id);
  }
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  const { authorization: _, ...rest } = headers;
  return rest;
}
