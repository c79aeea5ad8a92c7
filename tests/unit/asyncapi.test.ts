import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sign } from '../../domain/integrations/signature.ts';
import { WEBHOOK_EVENTS } from '../../domain/integrations/webhook-events.ts';
import { CATALOGUE } from '../../events/catalogue.ts';
import { areas } from '../../functions/routes.ts';
import { describeEvents } from '../../functions/shared/asyncapi/document.ts';

const repository = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, repository), 'utf8'));
const committed = read('functions/shared/asyncapi/asyncapi.json');

it('is the document that today’s catalogue gives: after a change run `npm run asyncapi`', () => {
  const { version } = read('package.json');

  expect(committed).toEqual(JSON.parse(JSON.stringify(describeEvents(CATALOGUE, areas, version))));
});

it('is an AsyncAPI 3 document', () => {
  const { schemas } = createRequire(import.meta.url)('@asyncapi/specs');
  const ajv = formats.default(new Ajv({ strict: false, meta: false, validateSchema: false }));
  const validate = ajv.compile(schemas['3.0.0']);

  validate(committed);

  expect(validate.errors).toBeNull();
});

it('tells every event, and who receives it', () => {
  const names = Object.keys(committed.components.messages);
  expect(names.filter((name) => !name.startsWith('Webhook'))).toEqual(
    CATALOGUE.map(({ name }) => name).filter((name) => !name.startsWith('Webhook')),
  );
  expect(committed.channels.bus.messages).toHaveProperty('WebhookEndpointDisabled');
  expect(committed.operations.planNotifications).toMatchObject({ action: 'receive' });
});

describe('the outgoing webhooks', () => {
  const { channels, operations, components } = committed;
  const ajv = formats.default(new Ajv({ strict: false }));
  ajv.addSchema({ $id: 'events', components });
  const taken = (schema: object, value: unknown) =>
    ajv.validate(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"events#/components')),
      value,
    );

  it('are every event that a school may choose, and no other', () => {
    expect(Object.keys(channels.webhook.messages)).toEqual([...WEBHOOK_EVENTS]);
    expect(operations.sendWebhook).toMatchObject({
      action: 'send',
      bindings: { http: { method: 'POST' } },
      security: [{ $ref: '#/components/securitySchemes/signature' }],
    });
  });

  it('have the shape that a school gets', () => {
    const { payload } = components.messages.WebhookBookingMoved;
    const sent = read('domain/integrations/contracts/examples/webhook-event.json');

    expect(taken(payload, sent)).toBe(true);
    expect(taken(payload, { ...sent, type: 'BookingCancelled' })).toBe(false);
    expect(taken(payload, { ...sent, data: {} })).toBe(false);
  });

  it('come with the headers that are sent, signed once or, while a secret rotates, twice', () => {
    const { headers } = components.messages.WebhookBookingMoved;
    const signed = (secrets: string[]) => ({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'JustDriving-Webhooks/1',
      'x-delivery-id': 'evt_01kat5n8x8e4vv6h7w7b1q2r3s',
      'x-signature': sign(secrets, '{}', 1_800_000_000),
    });

    expect(taken(headers, signed(['new']))).toBe(true);
    expect(taken(headers, signed(['new', 'old']))).toBe(true);
    expect(taken(headers, { ...signed(['new']), 'x-signature': 'v1=0' })).toBe(false);
  });

  it('are tried for a day, as the schedule has it', () => {
    const tries: number[] = operations.sendWebhook['x-retry-minutes'];
    expect(tries.slice(0, 4)).toEqual([5, 20, 65, 200]);
    expect(tries.at(-1)).toBe(24 * 60);
    expect(operations.sendWebhook.description).toContain('5, 20, 65, 200');
  });
});
