import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { sendEmailWorker } from '../../functions/notifications/send-email.contract.ts';
import { classifySesError } from '../../functions/shared/email-sender.ts';
import { log } from '../../functions/shared/log.ts';
import { type Delivery, queueHandler } from '../../functions/shared/queue-handler.ts';
import { backoffSeconds, readRetryAfter, retryAfterOf } from '../../functions/shared/retry.ts';
import { twilioHttpClient } from '../../functions/shared/twilio-http.ts';

// Test files of one worker share their modules: the level is put back.
beforeAll(() => log.setLogLevel('SILENT'));
afterAll(() => log.setLogLevel('INFO'));

describe('backoff', () => {
  const most = (receives: number) => backoffSeconds(receives, null, () => 1);
  const least = (receives: number) => backoffSeconds(receives, null, () => 0);

  test('grows threefold from five seconds to fifteen minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 60].map(most)).toEqual([5, 15, 45, 135, 405, 900, 900, 900]);
  });

  test('leaves two fifths of each delay to chance', () => {
    expect([1, 2, 3, 4].map(least)).toEqual([3, 9, 27, 81]);
  });

  test('waits at least as long as it was told, and never over fifteen minutes', () => {
    expect(backoffSeconds(1, 120, () => 0)).toBe(120);
    expect(backoffSeconds(4, 1, () => 0)).toBe(81);
    expect(backoffSeconds(1, 86_400, () => 0)).toBe(900);
  });

  test('Retry-After is seconds or a date; nonsense is nothing', () => {
    const now = new Date('2026-11-23T08:00:00Z');

    expect(readRetryAfter('30', now)).toBe(30);
    expect(readRetryAfter('Mon, 23 Nov 2026 08:01:00 GMT', now)).toBe(60);
    expect(readRetryAfter('Mon, 23 Nov 2026 07:00:00 GMT', now)).toBe(0);
    for (const nonsense of ['', 'soon', '-5x', undefined, null])
      expect(readRetryAfter(nonsense, now)).toBeNull();
  });

  test('is found on what providers and the write door throw', () => {
    expect(retryAfterOf(new ProviderError('retry', 'x', 7))).toBe(7);
    expect(retryAfterOf(new DomainError('busy', 'x', { retryAfter: 1 }))).toBe(1);
    expect(retryAfterOf(new Error('x'))).toBeNull();
  });
});

describe('what an answer of SES means', () => {
  const sesError = (name: string, status?: number, headers = {}) =>
    Object.assign(new Error('quotes mette@mail.example'), {
      name,
      $metadata: { httpStatusCode: status },
      $response: { headers },
    });

  test.each([
    ['Throttling', 400, 'retry'],
    ['ThrottlingException', 400, 'retry'],
    ['TooManyRequestsException', 429, 'retry'],
    ['AccountSendingPausedException', 400, 'retry'],
    ['MailFromDomainNotVerifiedException', 400, 'retry'],
    ['ServiceUnavailable', 503, 'retry'],
    ['InternalFailure', 500, 'retry'],
    ['TimeoutError', undefined, 'retry'],
    ['ECONNREFUSED', undefined, 'retry'],
    ['AccessDenied', 403, 'retry'],
    ['MessageRejected', 400, 'refused'],
    ['InvalidParameterValue', 400, 'refused'],
    ['ValidationError', 400, 'refused'],
  ] as const)('%s %s: %s', (name, status, kind) => {
    const error = classifySesError(sesError(name, status));

    expect(error).toMatchObject({ kind, code: `ses_${name}` });
    expect(error.message).not.toContain('mette');
  });

  test('its Retry-After is kept', () => {
    expect(
      classifySesError(sesError('Throttling', 429, { 'retry-after': '17' })).retryAfterSeconds,
    ).toBe(17);
  });
});

describe('what an answer of Twilio means', () => {
  const answer = (status: number, body: object | string, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const http = twilioHttpClient({
      apiUrl: 'https://twilio.example/base/',
      fetch: (async () => new Response(text, { status, headers })) as typeof fetch,
    });
    return http.request({
      method: 'post',
      uri: 'https://api.twilio.com/2010-04-01/x.json',
      data: {},
    });
  };

  test.each([
    [400, { code: 21211, message: 'quotes +4520123456' }, 'refused', 'twilio_21211'],
    [400, { code: 21610 }, 'refused', 'twilio_21610'],
    [429, { code: 20429 }, 'retry', 'twilio_20429'],
    [500, { code: 20500 }, 'retry', 'twilio_20500'],
    [503, '<html>', 'retry', 'twilio_503'],
    [401, { code: 20003 }, 'retry', 'twilio_20003'],
    [404, { code: 20404 }, 'retry', 'twilio_20404'],
    [422, '', 'refused', 'twilio_422'],
  ] as const)('%i %o: %s', async (status, body, kind, code) => {
    await expect(answer(status, body)).rejects.toMatchObject({ kind, code });
  });

  test('Retry-After is kept', async () => {
    await expect(answer(429, {}, { 'retry-after': '9' })).rejects.toMatchObject({
      retryAfterSeconds: 9,
    });
  });

  test('a call goes to the stage’s own host, with the path and the query of the SDK', async () => {
    const asked: string[] = [];
    const http = twilioHttpClient({
      apiUrl: 'https://twilio.example/base/',
      fetch: (async (url: URL, init: RequestInit) => {
        asked.push(`${init.method} ${url} ${init.body ?? ''}`);
        return new Response('{}', { status: 200 });
      }) as unknown as typeof fetch,
    });
    await http.request({
      method: 'get',
      uri: 'https://api.twilio.com/2010-04-01/x.json?a=1',
      params: { To: '+45 2' },
    });
    await http.request({
      method: 'post',
      uri: 'https://api.twilio.com/y',
      data: { To: '+45', MediaUrl: ['a', 'b'], No: undefined },
    });

    expect(asked).toEqual([
      'GET https://twilio.example/base/2010-04-01/x.json?a=1&To=%2B45+2 ',
      'POST https://twilio.example/base/y To=%2B45&MediaUrl=a&MediaUrl=b',
    ]);
  });

  test('no answer in time is a doubtful end, to be tried again', async () => {
    const http = twilioHttpClient({
      apiUrl: 'https://twilio.example',
      timeoutMs: 20,
      fetch: ((_: URL, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        })) as unknown as typeof fetch,
    });

    await expect(
      http.request({ method: 'get', uri: 'https://api.twilio.com/x' }),
    ).rejects.toMatchObject({
      kind: 'retry',
      code: 'twilio_timeout',
    });
  });
});

describe('a queue consumer', () => {
  const batch = (...bodies: string[]): SQSEvent => ({
    Records: bodies.map((body, i) => ({
      messageId: `m${i + 1}`,
      receiptHandle: `r${i + 1}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(i + 1),
        SentTimestamp: '0',
        SenderId: 'x',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-north-1:000000000000:q',
      awsRegion: 'eu-north-1',
    })),
  });

  const consumer = (run: (delivery: Delivery) => Promise<void>, delayFails = false) => {
    const delays: [string, number][] = [];
    const handler = queueHandler(sendEmailWorker, run, {
      random: () => 1,
      async delay(receiptHandle, seconds) {
        delays.push([receiptHandle, seconds]);
        if (delayFails) throw new Error('no such queue');
      },
    });
    return { handler, delays };
  };

  test('reports the failed messages alone, each put off by its own number of receives', async () => {
    const seen: unknown[] = [];
    const { handler, delays } = consumer(async ({ body, receiveCount }) => {
      seen.push([body, receiveCount]);
      if ((body as { fail?: boolean }).fail)
        throw new ProviderError('retry', 'ses_500', receiveCount === 3 ? 60 : null);
    });

    const answer = await handler(batch('{"n":1}', '{"fail":true}', '{"fail":true}', 'no JSON'));

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'm2',
      'm3',
      'm4',
    ]);
    expect(new Map(delays)).toEqual(
      new Map([
        ['r2', 15],
        ['r3', 60],
        ['r4', 135],
      ]),
    );
    expect(seen).toContainEqual([{ n: 1 }, 1]);
  });

  test('a batch that fails as a whole is answered, not thrown', async () => {
    const { handler } = consumer(async () => {
      throw new Error('x');
    });

    expect((await handler(batch('{}', '{}'))).batchItemFailures).toHaveLength(2);
  });

  test('a delay that cannot be set leaves the queue’s own', async () => {
    const { handler } = consumer(async () => {
      throw new Error('x');
    }, true);

    expect((await handler(batch('{}'))).batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
  });

  test('two invocations at once know nothing of each other', async () => {
    const { handler } = consumer(async ({ body }) => {
      if (body === 2) throw new Error('x');
    });

    const [first, second] = await Promise.all([handler(batch('1')), handler(batch('1', '2'))]);

    expect(first.batchItemFailures).toEqual([]);
    expect(second.batchItemFailures).toEqual([{ itemIdentifier: 'm2' }]);
  });
});
