import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Answer, toHttp } from './answer.ts';

/** The stack of operations that read nothing: no caller, no table, the same answer for everybody. */
export function staticHandler(answer: () => Answer) {
  return async (): Promise<APIGatewayProxyStructuredResultV2> => toHttp(answer());
}
