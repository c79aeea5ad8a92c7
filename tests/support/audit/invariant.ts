import type { Keys } from '../../../domain/shared/secrets.ts';
import type { Row } from '../../../domain/store/port.ts';
import type { EventEnvelope } from '../../../events/define.ts';

/** What the rows alone cannot tell. What is not given is not checked. */
export type Extras = {
  /** every event that the bus carried, copies included, since the table was empty */
  carried?: readonly EventEnvelope[];
  /** the bodies of every message in a dead-letter queue */
  deadLetters?: readonly string[];
  /** the deployment's keys: with them addresses and tokens can be followed to their rows */
  keys?: Keys;
  /** the moment the table is looked at: holds of drafts last until it, or have run out */
  now?: string;
};

export type Invariant = {
  /** the rule, as a sentence that is true of a sound table */
  name: string;
  /** a sentence for each breach, with the ids it concerns */
  check(table: Table, extras: Extras): Iterable<string>;
};

export type Violation = { invariant: string; sentence: string };

export type Table = {
  rows: readonly Row[];
  /** rows of one kind, by the name of its entity */
  of(kind: string): readonly Row[];
  at(pk: string, sk: string): Row | undefined;
};

export function readTable(rows: readonly Row[]): Table {
  const kinds = Map.groupBy(rows, kindOf);
  const keys = new Map(rows.map((row) => [`${row.pk}\0${row.sk}`, row]));
  return { rows, of: (kind) => kinds.get(kind) ?? [], at: (pk, sk) => keys.get(`${pk}\0${sk}`) };
}

/** The name of a row's entity; the rate counters are written without one. */
export function kindOf(row: Row): string {
  return String(row.__edb_e__ ?? (String(row.pk).startsWith('rate#') ? 'rate' : 'unknown'));
}

export function text(value: unknown): string {
  return String(value);
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** A row by its key, as the sentences name it. */
export function named(row: Row): string {
  return `${kindOf(row)} ${row.pk} / ${row.sk}`;
}

/**
 * Every row that holds one of these words anywhere in it, with the word: keys of `wanted`, of letters, digits,
 * `-` and `_`. One pass over the rows, however many words there are.
 */
export function* holdersOf<What>(
  rows: readonly Row[],
  wanted: ReadonlyMap<string, What>,
): Iterable<[Row, What]> {
  if (wanted.size === 0) return;
  const lengths = new Set([...wanted.keys()].map(({ length }) => length));
  const run = new RegExp(`[\\w-]{${Math.min(...lengths)},}`, 'g');
  // Hardly any place begins as a word does: what does not is not cut out to be looked up.
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const word of wanted.keys()) beginnings[beginningAt(word, 0)] = 1;
  for (const row of rows) {
    for (const [found] of JSON.stringify(row).matchAll(run)) {
      for (let from = 0; from < found.length; from++) {
        if (beginnings[beginningAt(found, from)] === 0) continue;
        for (const length of lengths) {
          const what = wanted.get(found.slice(from, from + length));
          if (what !== undefined) yield [row, what];
        }
      }
    }
  }
}

const BEGINNINGS = 128 ** 3;

/** A number for the three characters of ASCII from there. */
function beginningAt(word: string, from: number): number {
  return (
    (word.charCodeAt(from) * 128 + word.charCodeAt(from + 1)) * 128 + word.charCodeAt(from + 2)
  );
}

/** Values that occur more than once, with how often. */
export function repeated(values: readonly string[]): [string, number][] {
  const counts = Map.groupBy(values, (value) => value);
  return [...counts].filter(([, all]) => all.length > 1).map(([value, all]) => [value, all.length]);
}
