import * as z from 'zod';
import { WEBHOOK_EVENTS } from '../../../domain/integrations/webhook-events.ts';
import { EVENT_SOURCE } from '../../../events/catalogue.ts';
import type { EventDefinition } from '../../../events/define.ts';
import type { Worker } from '../worker.ts';
import { describeWebhooks, webhookEnvelope, webhookHeaders, webhookSecurity } from './webhooks.ts';

type Areas = Readonly<Record<string, { workers: readonly Worker[] }>>;

/**
 * The AsyncAPI 3 document of every event on the bus and of every webhook to a school, from the catalogue and the workers' contracts
 * alone. What it returns is committed as `asyncapi.json`, and a test says when that is stale.
 */
export function describeEvents(
  catalogue: readonly EventDefinition[],
  areas: Areas,
  version: string,
) {
  const workers = Object.values(areas).flatMap((area) => area.workers);
  const bus = { $ref: '#/channels/bus' };
  const webhooks = describeWebhooks(WEBHOOK_EVENTS);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Just Driving: events',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      bus: {
        address: 'just-driving-{stage}',
        title: 'The event bus',
        description: `An EventBridge bus. \`source\` is \`${EVENT_SOURCE}\`, \`detail-type\` the event's name, \`detail\` the message below.`,
        parameters: { stage: { description: 'dev, staging or production' } },
        messages: byName(catalogue, ({ name }) => ({ $ref: `#/components/messages/${name}` })),
      },
      webhook: webhooks.channel,
    },
    operations: {
      publish: {
        action: 'send',
        channel: bus,
        summary: 'What the relay of the outbox publishes.',
      },
      sendWebhook: webhooks.operation,
      ...Object.fromEntries(
        workers.flatMap(({ name, summary, trigger }) =>
          trigger.kind === 'events'
            ? [
                [
                  camelCase(name),
                  {
                    action: 'receive',
                    channel: bus,
                    summary,
                    messages: trigger.events.map((event) => ({
                      $ref: `#/channels/bus/messages/${event}`,
                    })),
                  },
                ],
              ]
            : [],
        ),
      ),
    },
    components: {
      messages: {
        ...byName(catalogue, describeMessage),
        ...Object.fromEntries(
          catalogue
            .filter(({ name }) => WEBHOOK_EVENTS.some((one) => one === name))
            .map((event) => [`Webhook${event.name}`, describeWebhook(event)]),
        ),
      },
      schemas: {
        Envelope: envelope,
        Webhook: webhookEnvelope,
        ...Object.fromEntries(catalogue.map((event) => [event.name, dataOf(event)])),
      },
      securitySchemes: { signature: webhookSecurity },
    },
  };
}

const INTRODUCTION = `What happened, told after the change it reports was committed with it in one transaction.

An event is delivered **at least once and in no order**: keep the \`id\`s you have seen, and of one \`subject\` believe the highest \`version\`. It carries ids and facts, no personal data: read the rest over the API. A change of meaning raises \`schemaVersion\`; fields may be added without.`;

/** What the event is about, as both of its messages carry it. */
function dataOf({ schema }: EventDefinition) {
  const { $schema: _, ...data } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it: zod's pattern of an instant is 300 characters.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return data;
}

function describeWebhook({ name, schemaVersion }: EventDefinition) {
  return {
    name: `Webhook${name}`,
    title: `${titleOf(name)}, as a webhook`,
    headers: webhookHeaders,
    payload: {
      allOf: [
        { $ref: '#/components/schemas/Webhook' },
        {
          type: 'object',
          properties: {
            type: { const: name },
            schemaVersion: { const: schemaVersion },
            data: { $ref: `#/components/schemas/${name}` },
          },
        },
      ],
    },
  };
}

function titleOf(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

function describeMessage({ name, schemaVersion }: EventDefinition) {
  return {
    name,
    title: titleOf(name),
    payload: {
      allOf: [
        { $ref: '#/components/schemas/Envelope' },
        {
          type: 'object',
          properties: {
            name: { const: name },
            schemaVersion: { const: schemaVersion },
            data: { $ref: `#/components/schemas/${name}` },
          },
        },
      ],
    },
  };
}

const text = { type: 'string' };

const envelope = {
  type: 'object',
  required: ['id', 'name', 'schemaVersion', 'schoolId', 'at', 'actor', 'subject', 'data'],
  properties: {
    id: { ...text, description: 'evt_…, the same in every delivery' },
    name: text,
    schemaVersion: { type: 'integer' },
    schoolId: {
      type: ['string', 'null'],
      description: 'null only for what concerns a person across schools',
    },
    at: { ...text, format: 'date-time' },
    actor: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['person', 'visitor', 'system'] }, personId: text, name: text },
    },
    correlationId: { ...text, description: 'the request that caused it' },
    subject: {
      type: 'object',
      required: ['id', 'version'],
      properties: { id: text, version: { type: 'integer' } },
    },
    data: {},
  },
};

function byName<T>(catalogue: readonly EventDefinition[], of: (event: EventDefinition) => T) {
  return Object.fromEntries(catalogue.map((event) => [event.name, of(event)]));
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
