import { DomainError } from '../../domain/shared/errors.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import type { Context } from '../../domain/store/context.ts';
import { create, replace } from '../../domain/store/write.ts';
import { counterAdvanced, counterEntity, noteEntity, noteWritten } from './test-entities.ts';

export const TEST_SCHOOL = 'sch_01kat5n8x0e4vv6h7w7b1q2r3s' as SchoolId;

/** Adds one to a counter that need not exist yet, with its event; answers the new value. */
export function increment(context: Context, name = 'shared'): Promise<number> {
  return context.store.transact(context, async () => {
    const current = await context.store.get(counterEntity, counterEntity.get({ name }));
    const next = { name, value: (current?.value ?? 0) + 1, version: (current?.version ?? 0) + 1 };
    return {
      writes: [current ? replace(counterEntity, next) : create(counterEntity.create(next))],
      events: [
        counterAdvanced.of(TEST_SCHOOL, { id: name, version: next.version }, { to: next.value }),
      ],
      result: next.value,
    };
  });
}

/** Writes a note once: a second of the same id is refused. */
export function writeNote(
  context: Context,
  noteId: string,
  text = 'text',
): Promise<{ noteId: string; text: string }> {
  return context.store.transact(context, async () => {
    const note = { book: 'notes', noteId, text };
    if (await context.store.get(noteEntity, noteEntity.get(note))) {
      throw new DomainError('already_exists', 'This note is there already.');
    }
    return {
      writes: [create(noteEntity.create(note))],
      events: [noteWritten.of(TEST_SCHOOL, { id: noteId, version: 1 }, { text })],
      result: { noteId, text },
    };
  });
}
