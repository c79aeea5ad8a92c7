import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Context } from '../../domain/store/context.ts';
import { type Answer, toHttp } from './answer.ts';
import { answered } from './answered.ts';
import type { Operation } from './operation.ts';
import { answerProblems } from './problem.ts';
import { createContext } from './runtime.ts';

/** A callback as it was sent: what its signature is over. */
export type Callback = {
  /** names in lower case */
  headers: Readonly<Record<string, string | undefined>>;
  rawBody: Buffer;
  /** path and query, as they were asked for */
  target: string;
  /** for who touches the table; others only pass on what they were sent */
  context(): Promise<Context>;
};

const MOST_BODY_BYTES = 256 * 1024;

/**
 * The stack of callbacks from other services. They carry no token; the handler checks their signature
 * over the raw body before it reads any of it.
 */
export function webhookHandler(operation: Operation, run: (callback: Callback) => Promise<Answer>) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerProblems())
    .handler(async (event) => {
      const rawBody = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
      if (rawBody.byteLength > MOST_BODY_BYTES) {
        throw new DomainError('body_too_large', 'The body is larger than 256 KB.');
      }
      const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
      const actor = { kind: 'system', name: operation.name } as const;
      return toHttp(
        await run({
          headers: event.headers,
          rawBody,
          target: `${event.rawPath}${query}`,
          context: () => createContext(actor, event.requestContext.requestId),
        }),
      );
    });
  return answered(handler);
}
