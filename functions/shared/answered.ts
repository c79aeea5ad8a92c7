import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { log, onBehalfOf } from './log.ts';

type HttpHandler = (
  event: APIGatewayProxyEventV2,
  // biome-ignore lint/suspicious/noExplicitAny: middy's own type of Lambda's context
  lambda: any,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * The outermost of every HTTP stack: what is logged below carries the request's id, and whatever was
 * asked to change something leaves one line to begin a search with. Reads are in the access log.
 */
export function answered(handler: HttpHandler): HttpHandler {
  return (event, lambda) =>
    onBehalfOf(event.requestContext.requestId, async () => {
      const answer = await handler(event, lambda);
      if (event.requestContext.http.method !== 'GET') {
        log.info('answered', { route: event.routeKey, status: answer.statusCode });
      }
      return answer;
    });
}
