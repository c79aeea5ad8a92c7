import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../domain/shared/errors.ts';
import { classify } from '../../domain/store/failures.ts';
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

/** The table asks for patience, or did not answer a read in time: a retry will do. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || classify(error).kind === 'defect') return error;
  const details = { retryAfter: 1 };
  return new DomainError('unavailable', 'Please try again in a moment.', details, error);
}

/**
 * Turns whatever was thrown into an answer. Middy's own handler would answer text/plain, an empty 500,
 * and its logger prints the raw body.
 */
export function answerProblems(): MiddlewareObj<APIGatewayProxyEventV2> {
  return {
    onError: (request) => {
      const requestId = request.event.requestContext.requestId;
      const error = asRefusal(request.error);
      if (error instanceof DomainError) {
        log.info('refused', { code: error.code });
        request.response = problem(error, requestId);
      } else {
        log.error('failed', errorFacts(request.error));
        request.response = internal(requestId);
      }
    },
  };
}
