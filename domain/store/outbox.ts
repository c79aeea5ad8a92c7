import type { EventEnvelope, PendingEvent } from '../../events/define.ts';
import type { Context } from './context.ts';
import { OUTBOX_SHARDS } from './names.ts';
import { outboxEntity } from './outbox.entity.ts';
import type { TransactItem } from './port.ts';
import { create } from './write.ts';

/** EventBridge takes 256 KB an entry; we keep room for its own envelope. */
const LARGEST_EVENT = 240 * 1024;

/**
 * The outbox rows of a decision's events. Checked here, before the commit, against schema and size,
 * so that an event nobody can carry or read never comes to be.
 */
export function outboxRows(context: Context, events: readonly PendingEvent[]): TransactItem[] {
  return events.map((pending) => {
    const event: EventEnvelope = {
      id: pending.id ?? context.newId('evt'),
      name: pending.definition.name,
      schemaVersion: pending.definition.schemaVersion,
      schoolId: pending.schoolId,
      at: context.now(),
      actor: context.actor,
      correlationId: context.correlationId,
      subject: pending.subject,
      data: pending.definition.schema.parse(pending.data),
    };
    const size = Buffer.byteLength(JSON.stringify(event));
    if (size > LARGEST_EVENT) throw new Error(`event ${event.name} has ${size} bytes`);
    return create(
      outboxEntity.create({
        shard: shardOf(event.id),
        eventId: event.id,
        event,
        attempts: 0,
        parked: false,
      }),
    );
  });
}

/** The last characters of a TypeID are random: they spread the writes. */
export function shardOf(eventId: string): string {
  return String(parseInt(eventId.slice(-2), 36) % OUTBOX_SHARDS);
}
