import { isSignedBy } from '../../domain/integrations/signature.ts';
import type { ControlClock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { Received } from './front.ts';
import type { Answer } from './http.ts';

/** Whether a call carries our signature, by the control clock. */
export function isSigned(received: Received, secret: string | null, clock: ControlClock): boolean {
  const { headers, body } = received;
  const now = Math.floor(clock.now() / 1_000);
  return secret !== null && isSignedBy([secret], headers['x-signature'], body, now);
}

export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

const USUAL: Record<string, string> = { '400': 'invalid', '429': 'slow_down', '500': 'internal' };

/** A fault in the words of the contracts in `domain/integrations/contracts`. */
export function platformFault({ mode, code }: Fault): Answer {
  const word = String(code ?? USUAL[mode]);
  return json(Number(mode), { code: word, message: `The stand-in was told to answer ${word}.` });
}
