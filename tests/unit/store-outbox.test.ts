import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { newId } from '../../domain/shared/new-id.ts';
import { OUTBOX_PREFIX, OUTBOX_SHARDS } from '../../domain/store/names.ts';
import { shardOf } from '../../domain/store/outbox.ts';
import { create } from '../../domain/store/write.ts';
import { defineEvent, type EventEnvelope, type PendingEvent } from '../../events/define.ts';
import { createWorld, idempotencyScope } from '../support/store-world.ts';
import { noteEntity, noteWritten } from '../support/test-entities.ts';
import { TEST_SCHOOL, writeNote } from '../support/test-use-cases.ts';

const note = (noteId: string) => create(noteEntity.create({ book: 'notes', noteId, text: 'text' }));
const told = (text: string): PendingEvent =>
  noteWritten.of(TEST_SCHOOL, { id: 'a', version: 1 }, { text });

describe('the outbox', () => {
  it('holds one row per event, whole, committed with its change', async () => {
    const world = createWorld();
    const actor = { kind: 'visitor' } as const;

    await world.store.transact(world.context({ actor, correlationId: 'request-1' }), () => ({
      writes: [note('a')],
      events: [told('first'), noteWritten.of(null, { id: 'b', version: 7 }, { text: 'second' })],
      result: null,
    }));

    const rows = world.rowsOf('outbox');
    const events = rows
      .map(({ event }) => event as EventEnvelope)
      .sort((a, b) => a.subject.version - b.subject.version);
    expect(events).toMatchObject([
      {
        name: 'TestNoteWritten',
        schemaVersion: 1,
        schoolId: TEST_SCHOOL,
        actor,
        correlationId: 'request-1',
        subject: { id: 'a', version: 1 },
        data: { text: 'first' },
      },
      { schoolId: null, subject: { id: 'b', version: 7 }, data: { text: 'second' } },
    ]);
    for (const row of rows) {
      const { id } = row.event as EventEnvelope;
      expect(row).toMatchObject({
        pk: `${OUTBOX_PREFIX}${shardOf(id)}`,
        sk: id,
        eventId: id,
        attempts: 0,
        parked: false,
      });
    }
  });

  it('carries events that have no change beside them', async () => {
    const world = createWorld();

    await world.store.transact(world.context(), () => ({
      writes: [],
      events: [told('only')],
      result: null,
    }));

    expect(world.rowsOf('outbox')).toHaveLength(1);
  });

  it('stays empty when the change is refused', async () => {
    const world = createWorld();
    await writeNote(world.context(), 'a');

    await expect(writeNote(world.context(), 'a')).rejects.toMatchObject({ code: 'already_exists' });

    expect(world.rowsOf('outbox')).toHaveLength(1);
  });

  it('takes what the schema makes of the data, defaults in and strangers out', async () => {
    const world = createWorld();
    const event = defineEvent('TestDefaulted', 3, z.object({ kind: z.string().default('plain') }));
    const data = { secret: 'not in the schema' } as object;

    await world.store.transact(world.context(), () => ({
      writes: [],
      events: [event.of(null, { id: 'a', version: 1 }, data)],
      result: null,
    }));

    expect(world.rowsOf('outbox')[0]?.event).toMatchObject({
      schemaVersion: 3,
      data: { kind: 'plain' },
    });
    expect(JSON.stringify(world.rowsOf('outbox'))).not.toContain('secret');
  });

  it.each<[string, PendingEvent]>([
    ['break their schema', { ...told('x'), data: { text: 42 } }],
    ['are larger than the bus carries', told('x'.repeat(240 * 1024))],
    ['are larger in bytes than in characters', told('æ'.repeat(121 * 1024))],
  ])('refuses events that %s before anything commits', async (_, event) => {
    const world = createWorld();

    const outcome = world.store.transact(
      world.context({ idempotency: idempotencyScope() }),
      () => ({
        writes: [note('a')],
        events: [event],
        result: null,
      }),
    );

    await expect(outcome).rejects.toThrow();
    expect(world.twin.rows()).toEqual([]);
  });

  it('carries an event just under the limit', async () => {
    const world = createWorld();

    await world.store.transact(world.context(), () => ({
      writes: [],
      events: [told('x'.repeat(239 * 1024))],
      result: null,
    }));

    expect(world.rowsOf('outbox')).toHaveLength(1);
  });

  it('spreads events evenly over its shards', () => {
    const rounds = 20_000;
    const hits = new Map<string, number>();
    for (let i = 0; i < rounds; i++) {
      const shard = shardOf(newId('evt'));
      hits.set(shard, (hits.get(shard) ?? 0) + 1);
    }

    expect([...hits.keys()].sort()).toEqual(
      Array.from({ length: OUTBOX_SHARDS }, (_, i) => String(i)),
    );
    for (const count of hits.values()) {
      expect(count / rounds).toBeGreaterThan(0.07);
      expect(count / rounds).toBeLessThan(0.13);
    }
  });
});

describe('a transaction', () => {
  const notes = (count: number) => Array.from({ length: count }, (_, i) => note(`n${i}`));

  it('takes a hundred items, events and the idempotency record counted', async () => {
    const world = createWorld();

    await world.store.transact(world.context({ idempotency: idempotencyScope() }), () => ({
      writes: notes(98),
      events: [told('x')],
      result: null,
    }));

    expect(world.twin.rows()).toHaveLength(100);
  });

  it('of more is refused before anything is sent', async () => {
    const world = createWorld();

    const outcome = world.store.transact(
      world.context({ idempotency: idempotencyScope() }),
      () => ({
        writes: notes(99),
        events: [told('x')],
        result: null,
      }),
    );

    await expect(outcome).rejects.toThrow('101 items');
    expect(world.faults.asked()).toBe(0);
  });

  it('of nothing is not sent, and its result is given', async () => {
    const world = createWorld();

    const result = await world.store.transact(
      world.context({ idempotency: idempotencyScope() }),
      () => ({
        writes: [],
        result: 'unchanged',
      }),
    );

    expect(result).toBe('unchanged');
    expect(world.faults.asked()).toBe(0);
  });
});
