import type { EventEnvelope } from '../../events/define.ts';
import { eventBus } from '../shared/event-bus.ts';
import { type OutboxItem, outboxTable, publishOutbox } from '../shared/publish-outbox.ts';
import { type StreamedRow, streamHandler } from '../shared/stream-handler.ts';
import { relayOutboxWorker } from './relay-outbox.contract.ts';

export const handler = streamHandler(relayOutboxWorker, async (rows) => {
  const outcomes = await publishOutbox(rows.map(toItem), eventBus, outboxTable);
  // What the bus rejects is the sweep's to count: here it would hold up every event behind it.
  const again = rows.filter((_, i) => outcomes[i] === 'unpublished');
  return new Set(again.map(({ sequenceNumber }) => sequenceNumber));
});

function toItem({ row }: StreamedRow): OutboxItem {
  const { pk, sk, event } = row as { pk: string; sk: string; event: EventEnvelope };
  return { key: { pk, sk }, event };
}
