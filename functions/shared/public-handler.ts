import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Context } from '../../domain/store/context.ts';
import { type Answer, toHttp } from './answer.ts';
import { answered } from './answered.ts';
import { readBody, readParams, readQuery } from './input.ts';
import type { Operation } from './operation.ts';
import { answerProblems } from './problem.ts';
import { countAgainstLimit } from './rate-limit.ts';
import { createContext } from './runtime.ts';

export type PublicRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  context: Context;
};

/**
 * The stack of operations without a token: path, limit per caller address, body. Only routes on the
 * explicit list in `infra/public-routes.ts` may use it.
 */
export function publicHandler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, B>,
  run: (request: PublicRequest<P, Q, B>) => Promise<Answer>,
) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerProblems())
    .handler(async (event) => {
      const params = readParams(operation.params, event);
      const context = await createContext({ kind: 'visitor' }, event.requestContext.requestId);
      if (operation.rateLimit) {
        const source = context.keys.rate(event.requestContext.http.sourceIp);
        await countAgainstLimit(operation.rateLimit, source, context.now());
      }
      const query = readQuery(operation.query, event);
      const body = readBody(operation.body, event);
      return toHttp(await run({ params, query, body, context }));
    });
  return answered(handler);
}
