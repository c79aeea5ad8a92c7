import type { IncomingMessage } from 'node:http';
import { LOCAL_REGION } from '../parts/constants.ts';
import { type Answer, readBody, send } from '../parts/http.ts';
import type { Door } from '../proxy/proxy.ts';

export type AccountService = (request: IncomingMessage, body: Buffer) => Answer | Promise<Answer>;

const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([^/]+)\/([^/]+)\//;

/**
 * Answers the services of the account itself (`sts`, `s3`, `ssm`, `cloudformation`), which a signature
 * names; all else is left to the parts that functions call. The account has one region.
 */
export function openDoor(services: Readonly<Record<string, AccountService>>): Door {
  return (request, response) => {
    const [, region, name = ''] = SCOPE.exec(request.headers.authorization ?? '') ?? [];
    const service = services[name];
    if (service === undefined) return false;
    const answer = async () => {
      const body = await readBody(request);
      if (region !== LOCAL_REGION) return elsewhere(region ?? '');
      return service(request, body);
    };
    answer().then(
      (answered) => send(response, answered),
      (error: unknown) => {
        console.error(`${name}: ${String(error)}`);
        send(response, { status: 500, body: String(error) });
      },
    );
    return true;
  };
}

function elsewhere(region: string): Answer {
  const message = `this endpoint is the region ${LOCAL_REGION}, not ${region}: set AWS_REGION=${LOCAL_REGION}`;
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidRegion</Code><Message>${message}</Message></Error></ErrorResponse>`;
  return { status: 400, headers: { 'content-type': 'text/xml' }, body };
}
