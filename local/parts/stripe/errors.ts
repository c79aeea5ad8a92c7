import type { Fault } from '../faults.ts';
import type { Answer } from '../http.ts';

/** A refusal as Stripe's API gives it. */
export class StripeRefusal extends Error {
  override name = 'StripeRefusal';
  readonly status: number;
  readonly type: string;
  readonly code: string | undefined;
  readonly param: string | undefined;

  constructor(
    status: number,
    message: string,
    {
      type = 'invalid_request_error',
      code,
      param,
    }: { type?: string; code?: string; param?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
  }
}

export function missing(what: string, id: string): StripeRefusal {
  return new StripeRefusal(404, `No such ${what}: '${id}'`, {
    code: 'resource_missing',
    param: 'id',
  });
}

export function badParameter(param: string, message: string, code = 'parameter_invalid') {
  return new StripeRefusal(400, message, { code, param });
}

export function errorAnswer({ status, type, code, param, message }: StripeRefusal): Answer {
  return json(status, {
    error: { type, message, ...(code && { code }), ...(param && { param }) },
  });
}

const FAULTS: Record<string, [type: string, message: string]> = {
  '500': ['api_error', 'An unknown error occurred'],
  '429': ['rate_limit_error', 'Too many requests'],
  '400': ['invalid_request_error', 'The request was refused'],
};

/** A fault as Stripe answers it: its `code` is the error's code. */
export function stripeFault({ mode, code }: Fault): Answer {
  const [type = 'api_error', message = ''] = FAULTS[mode] ?? [];
  const refusal = new StripeRefusal(Number(mode), message, {
    type,
    ...(code !== undefined && { code: String(code) }),
  });
  return errorAnswer(refusal);
}

export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
