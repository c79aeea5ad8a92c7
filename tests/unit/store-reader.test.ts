import { describe, expect, it } from 'vitest';
import { create } from '../../domain/store/write.ts';
import { createWorld } from '../support/store-world.ts';
import { counterEntity, noteEntity } from '../support/test-entities.ts';
import { increment, writeNote } from '../support/test-use-cases.ts';

const get = (noteId: string) => noteEntity.get({ book: 'notes', noteId });

async function withNotes(count: number) {
  const world = createWorld();
  for (let from = 0; from < count; from += 90) {
    const ids = Array.from({ length: Math.min(90, count - from) }, (_, i) =>
      String(from + i).padStart(4, '0'),
    );
    await world.store.transact(world.context(), () => ({
      writes: ids.map((noteId) => create(noteEntity.create({ book: 'notes', noteId, text: 'x' }))),
      result: null,
    }));
  }
  return world;
}

describe('reading', () => {
  it('gets one row, or null', async () => {
    const world = createWorld();
    await writeNote(world.context(), 'a', 'hello');

    const found = await world.store.get(noteEntity, get('a'));
    const absent = await world.store.get(noteEntity, get('b'));

    expect(found).toEqual({ book: 'notes', noteId: 'a', text: 'hello' });
    expect(absent).toBeNull();
  });

  it('gets rows of several kinds in the order asked, absent and repeated ones included', async () => {
    const world = createWorld();
    await writeNote(world.context(), 'a', 'hello');
    await increment(world.context(), 'n');

    const answer = await world.store.getAll(
      [counterEntity, counterEntity.get({ name: 'n' })],
      [noteEntity, get('gone')],
      [noteEntity, get('a')],
      [counterEntity, counterEntity.get({ name: 'n' })],
    );

    expect(answer).toMatchObject([{ value: 1 }, null, { text: 'hello' }, { value: 1 }]);
  });

  it('gets more rows than one request takes', async () => {
    const world = await withNotes(230);
    const asked = Array.from(
      { length: 230 },
      (_, i) => [noteEntity, get(String(i).padStart(4, '0'))] as const,
    );

    const found = await world.store.getAll(...asked);

    expect(found.map((note) => note?.noteId)).toEqual(
      asked.map((_, i) => String(i).padStart(4, '0')),
    );
  });

  it('asks once for what is asked in one go, each row once, and again for what is asked later', async () => {
    const asked: string[][] = [];
    const world = createWorld({
      around: (port) => ({
        ...port,
        batchGet(keys) {
          asked.push(keys.map(({ pk }) => pk));
          return port.batchGet(keys);
        },
      }),
    });
    await writeNote(world.context(), 'a', 'hello');
    await increment(world.context(), 'n');
    asked.length = 0;
    const { store } = world;

    const answers = await Promise.all([
      store.get(noteEntity, get('a')),
      Promise.resolve().then(() => store.get(noteEntity, get('gone'))),
      store.getAll([counterEntity, counterEntity.get({ name: 'n' })], [noteEntity, get('a')]),
    ]);
    const later = await store.get(noteEntity, get('a'));

    expect(answers).toMatchObject([{ text: 'hello' }, null, [{ value: 1 }, { text: 'hello' }]]);
    expect(later).toMatchObject({ text: 'hello' });
    expect(asked.map(({ length }) => length)).toEqual([3, 1]);
  });

  it('fails everybody who waits for the same request', async () => {
    const world = createWorld({
      around: (port) => ({ ...port, batchGet: () => Promise.reject(new Error('gone')) }),
    });

    const outcomes = await Promise.allSettled([
      world.store.get(noteEntity, get('a')),
      world.store.get(noteEntity, get('b')),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('follows every page when all rows are asked for', async () => {
    const world = await withNotes(2_300);

    const notes = await world.store.all(noteEntity, noteEntity.query.byBook({ book: 'notes' }));

    expect(notes).toHaveLength(2_300);
    expect(new Set(notes.map(({ noteId }) => noteId)).size).toBe(2_300);
  });

  it('gives a page on purpose, and goes on where it ended, either way', async () => {
    const world = await withNotes(5);
    const query = () => noteEntity.query.byBook({ book: 'notes' });

    const first = await world.store.page(noteEntity, query(), { limit: 2 });
    const second = await world.store.page(noteEntity, query(), {
      limit: 2,
      after: first.lastKey ?? {},
    });
    const last = await world.store.page(noteEntity, query(), { limit: 2, descending: true });

    expect(first.items.map(({ noteId }) => noteId)).toEqual(['0000', '0001']);
    expect(second.items.map(({ noteId }) => noteId)).toEqual(['0002', '0003']);
    expect(last.items.map(({ noteId }) => noteId)).toEqual(['0004', '0003']);
  });

  it('sorts the rows of one partition by their kinds', async () => {
    const world = createWorld();
    await writeNote(world.context(), 'a');
    await increment(world.context(), 'notes');

    const [counters, notes] = await world.store.partition('test#notes', counterEntity, noteEntity);

    expect(counters).toMatchObject([{ value: 1 }]);
    expect(notes).toMatchObject([{ noteId: 'a' }]);
  });

  it('sorts a part of a partition, and reads nothing beside it', async () => {
    const world = createWorld();
    for (const noteId of ['a', 'ab', 'b']) await writeNote(world.context(), noteId);
    const part = { pk: 'test#notes', begins: 'note#a' };

    const [notes] = await world.store.partition(part, noteEntity);

    expect(notes.map(({ noteId }) => noteId)).toEqual(['a', 'ab']);
  });
});
