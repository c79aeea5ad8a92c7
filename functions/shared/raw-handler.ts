import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Answer, toHttp } from './answer.ts';
import { answered } from './answered.ts';
import { answerProblems } from './problem.ts';

/** A delivery as it came: header names in lower case, the body's own bytes. */
export type RawRequest = { headers: Record<string, string | undefined>; body: Buffer };

/**
 * The stack of a public callback whose body is signed: nothing is parsed before the handler has
 * verified the bytes, which the gateway may have passed on in base64.
 */
export function rawHandler(run: (request: RawRequest) => Promise<Answer>) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerProblems())
    .handler(async ({ headers, body, isBase64Encoded }) =>
      toHttp(
        await run({ headers, body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8') }),
      ),
    );
  return answered(handler);
}
