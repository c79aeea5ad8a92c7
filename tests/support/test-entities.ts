import * as z from 'zod';
import { SERVICE, TABLE, tableEntity } from '../../domain/store/entity.ts';
import { defineEvent } from '../../events/define.ts';

/** One item is one count under its version: the smallest thing that two writers can fight over. */
export const counterEntity = tableEntity(
  {
    model: { entity: 'testCounter', version: '1', service: SERVICE },
    attributes: {
      name: { type: 'string', required: true },
      value: { type: 'number', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byName: {
        pk: { field: 'pk', composite: ['name'], template: 'test#${name}', casing: 'none' },
        sk: { field: 'sk', composite: [], template: 'counter', casing: 'none' },
      },
    },
  },
  TABLE,
);

/** One item is one thing that may exist once. */
export const noteEntity = tableEntity(
  {
    model: { entity: 'testNote', version: '1', service: SERVICE },
    attributes: {
      book: { type: 'string', required: true },
      noteId: { type: 'string', required: true },
      text: { type: 'string', required: true },
    },
    indexes: {
      byBook: {
        pk: { field: 'pk', composite: ['book'], template: 'test#${book}', casing: 'none' },
        sk: { field: 'sk', composite: ['noteId'], template: 'note#${noteId}', casing: 'none' },
      },
    },
  },
  TABLE,
);

export const counterAdvanced = defineEvent('TestCounterAdvanced', 1, z.object({ to: z.number() }));
export const noteWritten = defineEvent('TestNoteWritten', 1, z.object({ text: z.string() }));
