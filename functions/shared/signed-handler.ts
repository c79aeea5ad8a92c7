import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Platform } from '../../domain/integrations/platform.ts';
import {
  DELIVERY_HEADER,
  isSignedBy,
  SIGNATURE_HEADER,
} from '../../domain/integrations/signature.ts';
import { DomainError, invalidField } from '../../domain/shared/errors.ts';
import { epochSeconds } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import { type Answer, toHttp } from './answer.ts';
import { answered } from './answered.ts';
import { rawBody, readBody } from './input.ts';
import type { Operation } from './operation.ts';
import { readPlatformSecrets } from './platform-secret.ts';
import { answerProblems } from './problem.ts';
import { createContext } from './runtime.ts';

export type SignedRequest<B extends z.ZodType> = {
  /** the `X-Delivery-Id` header */
  deliveryId: string;
  body: z.output<B>;
  context: Context;
};

/**
 * The stack of what a platform calls: the signature over the raw bytes before anything is read, so
 * that a stranger learns nothing but 401; then delivery id and body.
 */
export function signedHandler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, B>,
  platform: Platform,
  run: (request: SignedRequest<B>) => Promise<Answer>,
) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerProblems())
    .handler(async (event) => {
      const actor = { kind: 'system', name: operation.name } as const;
      const context = await createContext(actor, event.requestContext.requestId);
      const secrets = await readPlatformSecrets(platform);
      const signature = event.headers[SIGNATURE_HEADER];
      if (!isSignedBy(secrets, signature, rawBody(event), epochSeconds(context.now()))) {
        throw new DomainError(
          'untrusted_delivery',
          'X-Signature does not fit this body, or is old.',
        );
      }
      const deliveryId = event.headers[DELIVERY_HEADER] ?? '';
      if (!/^[\x21-\x7e]{1,255}$/.test(deliveryId)) {
        const message = 'X-Delivery-Id: 1 to 255 visible ASCII characters.';
        throw invalidField('/headers/X-Delivery-Id', 'invalid', message);
      }
      const body = readBody(operation.body, event);
      return toHttp(await run({ deliveryId, body, context }));
    });
  return answered(handler);
}
