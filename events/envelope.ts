import * as z from 'zod';
import { CATALOGUE, EVENT_SOURCE } from './catalogue.ts';
import type { EventEnvelope } from './define.ts';
import { id } from './ids.ts';

/** What the bus wraps around our events on their way into a queue; of its fields only these are ours. */
const carried = z.object({
  source: z.literal(EVENT_SOURCE),
  detail: z.object({
    id: id('evt'),
    name: z.string(),
    schemaVersion: z.int(),
    schoolId: id('sch').nullable(),
    at: z.iso.datetime(),
    actor: z.looseObject({ kind: z.string() }),
    correlationId: z.string(),
    subject: z.object({ id: z.string(), version: z.number() }),
    data: z.unknown(),
  }),
});

/**
 * The event in a queue message that a bus rule put there. Throws on anything that the catalogue does
 * not know in this version: such a message is for the dead letters and a person's eyes.
 */
export function readEvent(body: unknown): EventEnvelope {
  const { detail } = carried.parse(body);
  const definition = CATALOGUE.find(({ name }) => name === detail.name);
  if (definition?.schemaVersion !== detail.schemaVersion) {
    throw new Error(`event ${detail.name} version ${detail.schemaVersion} is not in the catalogue`);
  }
  return { ...detail, data: definition.schema.parse(detail.data) } as EventEnvelope;
}
