import * as z from 'zod';
import { ENTRY_KINDS } from '../../domain/learning/entry.ts';
import { instant, named } from './resource-parts.ts';

/** What an exported record looks like: the format that `bin/check-record.mjs` reads. */
export const recordDocumentResource = () =>
  named('RecordDocument', () =>
    z.object({
      format: z.literal('just-driving/record/1'),
      exportedAt: instant(),
      school: z.object({
        id: z.string(),
        name: z.string(),
        address: z.string(),
        vatNumber: z.string().nullable(),
        timeZone: z.string(),
      }),
      student: z.object({ id: z.string(), name: z.string(), birthDate: z.string() }),
      plan: z.unknown().describe('the lesson plan, in the version that the student began'),
      people: z.record(z.string(), z.string()).describe('names, by person id'),
      head: z.object({ count: z.int(), hash: z.string() }),
      entries: z.array(
        z.object({
          sequence: z.int(),
          content: z
            .string()
            .describe(
              `canonical JSON (RFC 8785); its \`kind\` is one of ${ENTRY_KINDS.join(', ')}`,
            ),
          hash: z.string().describe('SHA-256 over `content`, in hexadecimal'),
          personal: z
            .object({
              salt: z.string(),
              name: z.string().optional(),
              strokes: z.array(z.array(z.array(z.number()))).optional(),
              text: z.string().optional(),
            })
            .nullable()
            .describe('null: erased'),
        }),
      ),
      verification: z.object({
        valid: z.boolean(),
        entries: z.int(),
        head: z.string().nullable(),
        firstBrokenEntry: z
          .object({ sequence: z.int(), id: z.string().nullable(), problem: z.string() })
          .nullable(),
      }),
      warnings: z
        .array(z.object({ at: instant(), about: z.unknown(), messages: z.array(z.unknown()) }))
        .describe('what the student was warned and reminded of, and what became of each message'),
    }),
  );
