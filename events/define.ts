import type * as z from 'zod';
import type { EventId, PersonId, SchoolId } from '../domain/shared/ids.ts';
import type { Instant } from '../domain/shared/instant.ts';

/** Who made the change: a signed-in person, a visitor, or a job of our own by its name. */
export type Actor =
  | { kind: 'person'; personId: PersonId }
  | { kind: 'visitor' }
  | { kind: 'system'; name: string };

/** An event as it lies in the outbox and travels on the bus. Ids and facts only, no personal data. */
export type EventEnvelope<Data = unknown> = {
  id: EventId;
  name: string;
  /** version of the schema of `data` */
  schemaVersion: number;
  /** null only for what concerns a person across schools */
  schoolId: SchoolId | null;
  at: Instant;
  actor: Actor;
  /** the request or event that caused it: the thread through the logs */
  correlationId: string;
  /** what changed, and which version of it this tells; order on the bus is not promised */
  subject: { id: string; version: number };
  data: Data;
};

/** What a decision returns: the event before the door gives it id, time and actor. */
export type PendingEvent = {
  /** minted by who must know it before the commit; else by the door */
  id?: EventId;
  definition: EventDefinition;
  schoolId: SchoolId | null;
  subject: { id: string; version: number };
  data: unknown;
};

export type EventDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType> = {
  name: Name;
  schemaVersion: number;
  schema: Schema;
  /** Builds the event for a decision. `schoolId` null: it concerns a person across schools. */
  of(
    schoolId: SchoolId | null,
    subject: { id: string; version: number },
    data: z.input<Schema>,
  ): PendingEvent;
};

/**
 * An event in one object: past-tense name, schema version, schema. Bus rules, validation, the
 * planner's types and the documents derive from it.
 */
export function defineEvent<Name extends string, Schema extends z.ZodType>(
  name: Name,
  schemaVersion: number,
  schema: Schema,
): EventDefinition<Name, Schema> {
  const definition: EventDefinition<Name, Schema> = {
    name,
    schemaVersion,
    schema,
    of: (schoolId, subject, data) => ({ definition, schoolId, subject, data }),
  };
  return definition;
}
