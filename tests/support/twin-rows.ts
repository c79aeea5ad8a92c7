import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { BY_DUE, BY_SCHOOL_AND_TIME, PARTITION_KEY, SORT_KEY } from '../../domain/store/names.ts';
import type { QueryParams, Row, RowKey } from '../../domain/store/port.ts';
import { compareText, evaluate, invalid, type Node, parse } from './expressions.ts';

/** A stored row: as it went over the wire, and as conditions see it. Neither is handed out. */
export type Stored = { wire: Record<string, AttributeValue>; plain: Row; size: number };

const LARGEST_ROW = 400 * 1024;

/** The table's primary key and its indexes: which attributes are keys, and whether rows come whole. */
export const SCHEMAS = {
  table: { pk: PARTITION_KEY, sk: SORT_KEY, keysOnly: false },
  [BY_SCHOOL_AND_TIME.name]: {
    pk: BY_SCHOOL_AND_TIME.pk,
    sk: BY_SCHOOL_AND_TIME.sk,
    keysOnly: false,
  },
  [BY_DUE.name]: { pk: BY_DUE.pk, sk: BY_DUE.sk, keysOnly: true },
} as const;
export type SchemaName = keyof typeof SCHEMAS;
export const INDEX_NAMES = [BY_SCHOOL_AND_TIME.name, BY_DUE.name] as const;

/** A row as the document client would send it, undefined members removed, or its refusal. */
export function stored(row: Row): Stored {
  const wire = marshall(row, { removeUndefinedValues: true });
  const size = sizeOf({ M: wire }) - 3;
  if (size > LARGEST_ROW) invalid('Item size has exceeded the maximum allowed size');
  const plain = unmarshall(wire);
  for (const { pk, sk } of Object.values(SCHEMAS)) {
    for (const field of [pk, sk]) {
      if (plain[field] === undefined && field !== PARTITION_KEY && field !== SORT_KEY) continue;
      keyValue(field, plain[field]);
    }
  }
  return { wire, plain, size };
}

export function handedOut(row: Stored): Row {
  return unmarshall(row.wire);
}

export function keyText(key: RowKey): string {
  for (const field of [PARTITION_KEY, SORT_KEY] as const) keyValue(field, key[field]);
  return `${key.pk}\0${key.sk}`;
}

function keyValue(field: string, value: unknown): string {
  if (typeof value !== 'string') return invalid(`Type mismatch for key ${field}`);
  if (value === '')
    return invalid(`a key attribute cannot contain an empty string value. Key: ${field}`);
  return value;
}

/** What a query asks: one partition, a range of sort keys, a filter; read from its expressions. */
export type Question = { partition: string; range: Node | undefined; filter: Node | undefined };

export function readQuestion(name: SchemaName, params: QueryParams): Question {
  const { pk, sk } = SCHEMAS[name];
  const [keys, filter] = parse(params, params.KeyConditionExpression, params.FilterExpression);
  const parts = keys?.type === 'and' ? [keys.left, keys.right] : [keys];
  const named = (field: string) =>
    parts.find((part) => part?.type === 'compare' && part.name === field);
  const [own, range] = [named(pk), named(sk)];
  if (own?.type !== 'compare' || own.operator !== '=' || parts.length !== (range ? 2 : 1)) {
    return invalid('Query key condition not supported');
  }
  if (range?.type === 'compare') {
    if (!['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with'].includes(range.operator)) {
      invalid('Query key condition not supported');
    }
    for (const operand of range.operands.slice(1)) keyValue(sk, operand(undefined));
  }
  return { partition: keyValue(pk, own.operands[1]?.(undefined)), range, filter };
}

/** One page of the rows of a partition: at most `Limit` rows or a megabyte, both before the filter. */
export function pageOf(name: SchemaName, question: Question, rows: Stored[], params: QueryParams) {
  const { keysOnly } = SCHEMAS[name];
  const direction = params.ScanIndexForward === false ? -1 : 1;
  const order = (a: Row, b: Row) => direction * compareRows(name, a, b);
  const start = params.ExclusiveStartKey;
  if (start && keyFields(name).some((field) => typeof start[field] !== 'string')) {
    invalid('The provided starting key is invalid');
  }
  if (params.Limit !== undefined && params.Limit < 1) invalid('Limit must be at least 1');

  const candidates = rows
    .filter(({ plain }) => !question.range || evaluate(question.range, plain))
    .filter(({ plain }) => !start || order(plain, start) > 0)
    .sort((a, b) => order(a.plain, b.plain));
  const page: Row[] = [];
  let size = 0;
  let last: Stored | undefined;
  for (const [i, row] of candidates.entries()) {
    if (i === params.Limit || size > 1024 * 1024) {
      return { rows: page, lastKey: last && keysOf(name, last.plain) };
    }
    last = row;
    size += row.size;
    const seen = keysOnly ? keysOf(name, row.plain) : handedOut(row);
    if (!question.filter || evaluate(question.filter, seen)) page.push(seen);
  }
  // A page that the limit just filled says so, though nothing may follow: as the service does.
  const full = last && candidates.length === params.Limit;
  return { rows: page, lastKey: full ? keysOf(name, (last as Stored).plain) : undefined };
}

function keyFields(name: SchemaName): string[] {
  const { pk, sk } = SCHEMAS[name];
  return [...new Set([PARTITION_KEY, SORT_KEY, pk, sk])];
}

function keysOf(name: SchemaName, row: Row): Row {
  return Object.fromEntries(keyFields(name).map((field) => [field, row[field]]));
}

function compareRows(name: SchemaName, a: Row, b: Row): number {
  for (const field of [SCHEMAS[name].sk, PARTITION_KEY, SORT_KEY]) {
    const order = compareText(String(a[field]), String(b[field]));
    if (order !== 0) return order;
  }
  return 0;
}

/** Bytes as the service counts them, near enough: names and values, three for a container. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.L !== undefined) return value.L.reduce((sum, item) => sum + sizeOf(item) + 1, 3);
  if (value.M !== undefined) {
    return Object.entries(value.M).reduce(
      (sum, [k, v]) => sum + Buffer.byteLength(k) + sizeOf(v),
      3,
    );
  }
  return (value.SS ?? value.NS ?? []).reduce((sum, item) => sum + Buffer.byteLength(item), 1);
}
