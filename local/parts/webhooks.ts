import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Fault, Faults } from './faults.ts';
import { type Received, startFront } from './front.ts';
import { type Answer, type Part, readBody } from './http.ts';
import type { RequestLog } from './requests.ts';

/**
 * The way out for webhooks on this machine, as a forward proxy: records what leaves, brings it to
 * receivers on this machine, and answers 200 for all others, so that nothing really leaves.
 */
export async function startWebhookExit(options: {
  port?: number;
  requests: RequestLog;
  faults: Faults;
}): Promise<Part> {
  return startFront({ ...options, provider: 'webhook', handle, refuse });
}

const HERE = ['127.0.0.1', 'localhost', '[::1]'];

async function handle(received: Received): Promise<Answer> {
  const url = URL.canParse(received.path) ? new URL(received.path) : null;
  if (!url || !HERE.includes(url.hostname)) return { status: 200 };
  return pass(url, received);
}

/** Certificates of receivers on this machine are their own. */
function pass(url: URL, { method, headers, body }: Received): Promise<Answer> {
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const passed = (secure ? httpsRequest : httpRequest)(
      url,
      { method, headers: { ...headers, host: url.host }, rejectUnauthorized: false, agent: false },
      (response) => {
        readBody(response).then((answer) => {
          const retryAfter = response.headers['retry-after'];
          resolve({
            status: response.statusCode ?? 502,
            headers: retryAfter ? { 'retry-after': retryAfter } : {},
            body: answer,
          });
        }, reject);
      },
    );
    passed.once('error', reject);
    passed.end(body);
  });
}

/** A receiver has no error format of its own: `code` is a status, where another than the mode's is wanted. */
function refuse({ mode, code }: Fault): Answer {
  const status = Number(code);
  return { status: status >= 300 && status <= 599 ? status : Number(mode) };
}
