import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { areas } from '../../functions/routes.ts';
import { readBody } from '../../functions/shared/input.ts';
import type { Operation } from '../../functions/shared/operation.ts';

const operations: Operation[] = Object.values(areas).flatMap(({ operations: all }) => [...all]);
const changing = operations.filter(
  ({ method, who }) => who !== 'public' && ['POST', 'PUT', 'PATCH'].includes(method),
);

function send({ body }: Operation, text: string | undefined, type = 'application/json') {
  const event = { headers: text === undefined ? {} : { 'content-type': type }, body: text };
  try {
    return readBody(body, event as unknown as APIGatewayProxyEventV2) ?? 'taken';
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('a body that nothing was to be told by', () => {
  it('is looked at by every operation that changes something', () => {
    expect(changing.length).toBeGreaterThan(50);
    for (const operation of changing) {
      const answers = [
        send(operation, '{"surprise":1}'),
        send(operation, '{'),
        send(operation, '{}', 'text/plain'),
        send(operation, `{"a":"${'x'.repeat(300_000)}"}`),
      ];
      // Settings are merged first: the domain is who knows their fields.
      const taken = operation.name === 'change-settings' ? { surprise: 1 } : 'invalid';
      expect([operation.name, ...answers]).toEqual([
        ...[operation.name, taken],
        ...['malformed_json', 'unsupported_media_type', 'body_too_large'],
      ]);
    }
  });

  it.each(['confirm-booking', 'resend-notification', 'accept-correction', 'reject-correction'])(
    'may be left out or be empty: %s',
    (name) => {
      const operation = operations.find((each) => each.name === name) as Operation;
      expect(send(operation, undefined)).toBe('taken');
      expect(send(operation, '{}')).toEqual({});
    },
  );
});
