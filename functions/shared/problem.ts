import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../domain/shared/errors.ts';
import { errorFacts, log } from './log.ts';
import { INTERNAL, PROBLEMS } from './problem-table.ts';

/** A refusal as `application/problem+json` (RFC 9457). */
export function problem(error: DomainError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const { status, title } = PROBLEMS[error.code];
  const { retryAfter, ...details } = error.details;
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify({
      type: `/errors#${error.code}`,
      title,
      status,
      detail: error.message,
      instance: requestId,
      code: error.code,
      ...details,
    }),
  };
}

/** A bug of ours: nothing of its inside leaves the house, the log has the trace under the same id. */
function internal(requestId: string): APIGatewayProxyStructuredResultV2 {
  const body = {
    type: '/errors#internal',
    title: INTERNAL.title,
    status: INTERNAL.status,
    detail: 'Something went wrong on our side.',
    instance: requestId,
    code: 'internal',
  };
  return {
    statusCode: INTERNAL.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

/**
 * Turns whatever was thrown into an answer. Middy's own handler would answer text/plain, an empty 500,
 * and its logger prints the raw body.
 */
export function answerProblems(): MiddlewareObj<APIGatewayProxyEventV2> {
  return {
    onError: (request) => {
      const requestId = request.event.requestContext.requestId;
      if (request.error instanceof DomainError) {
        log.info('refused', { code: request.error.code, requestId });
        request.response = problem(request.error, requestId);
      } else {
        log.error('failed', { requestId, ...errorFacts(request.error) });
        request.response = internal(requestId);
      }
    },
  };
}
