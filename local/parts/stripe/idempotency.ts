import type { Answer } from '../http.ts';
import { StripeRefusal } from './errors.ts';

type Kept = { asked: string; answer: Answer };
type Asked = { owner: string; key: string; asked: string };

/**
 * Idempotency keys, as Stripe keeps them: the same key and parameters give the first answer again,
 * refusals included; other parameters are an error. A request refused for its own parameters is not
 * kept.
 */
export class Idempotency {
  readonly #kept = new Map<string, Kept>();

  once({ owner, key, asked }: Asked, run: () => Answer): Answer {
    const name = `${owner} ${key}`;
    const kept = this.#kept.get(name);
    if (kept && kept.asked !== asked) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      throw new StripeRefusal(400, message, { type: 'idempotency_error' });
    }
    if (kept) {
      return { ...kept.answer, headers: { ...kept.answer.headers, 'idempotent-replayed': 'true' } };
    }
    const answer = run();
    this.#kept.set(name, { asked, answer });
    return answer;
  }
}
