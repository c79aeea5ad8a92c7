import type { Row, RowKey, TablePort, TransactItem } from '../../domain/store/port.ts';
import { evaluate, invalid, type Node, parse } from './expressions.ts';
import {
  handedOut,
  INDEX_NAMES,
  keyText,
  pageOf,
  readQuestion,
  SCHEMAS,
  type SchemaName,
  type Stored,
  stored,
} from './twin-rows.ts';

/**
 * The table in memory: the same port, the same answers and the same errors as DynamoDB, with what
 * DynamoDB Local never shows. Transactions take time and hold their items meanwhile, so that two on
 * one item really conflict; a batch of reads can see half of a commit; an index can be behind.
 */
export type TwinOptions = {
  /** called wherever the service may let somebody else go first */
  pause?: (point: PausePoint) => Promise<unknown> | undefined;
  /** milliseconds, for the ten minutes that a request token lives */
  now?: () => number;
  /** true: the index query about to be answered does not see the last commits yet */
  indexIsBehind?: () => boolean;
};
export type PausePoint = 'arrive' | 'hold' | 'held' | 'reply' | 'read';

export type Twin = TablePort & {
  /** every row, as a scan would give it */
  rows(): Row[];
  /** how many transactions ended how */
  counts: { committed: number; conflicts: number; failedConditions: number; repeated: number };
};

type Reason = { Code: string; Message?: string; Item?: Row };
type Planned = {
  text: string;
  after: Stored | undefined;
  changes: boolean;
  condition: Node | undefined;
  returnsExisting: boolean;
};
type Partitions = Map<string, Map<string, Stored>>;

const TOKEN_LIFE_MS = 10 * 60_000;
const MOST_ITEMS = 100;
const LARGEST_TRANSACTION = 4 * 1024 * 1024;

export function createTwin(options: TwinOptions = {}): Twin {
  const { pause = () => undefined, now = () => 0, indexIsBehind = () => false } = options;
  const rows = new Map<string, Stored>();
  const partitions = new Map<SchemaName, Partitions>();
  let unindexed: [string, Stored | undefined, Stored | undefined][] = [];
  const holders = new Map<string, string>();
  const tokens = new Map<string, { content: string; at: number; done: boolean }>();
  const counts = { committed: 0, conflicts: 0, failedConditions: 0, repeated: 0 };

  function file(name: SchemaName, text: string, before?: Stored, after?: Stored): void {
    const { pk, sk } = SCHEMAS[name];
    const all: Partitions = partitions.get(name) ?? new Map();
    partitions.set(name, all);
    if (before) all.get(String(before.plain[pk]))?.delete(text);
    // Sparse: a row without both key attributes is not in the index.
    if (after?.plain[pk] === undefined || after.plain[sk] === undefined) return;
    const partition = all.get(String(after.plain[pk])) ?? new Map();
    all.set(String(after.plain[pk]), partition.set(text, after));
  }

  function commit({ text, after, changes }: Planned): void {
    if (!changes) return;
    const before = rows.get(text);
    if (after) rows.set(text, after);
    else rows.delete(text);
    file('table', text, before, after);
    unindexed.push([text, before, after]);
  }

  function catchUpIndexes(): void {
    for (const change of unindexed) for (const name of INDEX_NAMES) file(name, ...change);
    unindexed = [];
  }

  /** Holds an item for a transaction, or says why it cannot. */
  function hold({ text, condition, returnsExisting }: Planned, token: string): Reason {
    if ((holders.get(text) ?? token) !== token) {
      return { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };
    }
    holders.set(text, token);
    const existing = rows.get(text);
    if (!condition || evaluate(condition, existing?.plain)) return { Code: 'None' };
    return {
      Code: 'ConditionalCheckFailed',
      Message: 'The conditional request failed',
      ...(returnsExisting && existing && { Item: handedOut(existing) }),
    };
  }

  return {
    counts,
    rows: () => [...rows.values()].map(handedOut),

    async transactWrite(items, token) {
      const planned = plan(items);
      const content = JSON.stringify(items);
      await pause('arrive');
      const known = tokens.get(token);
      if (known && now() - known.at < TOKEN_LIFE_MS) {
        if (known.content !== content) throw serviceError('IdempotentParameterMismatchException');
        if (!known.done) throw serviceError('TransactionInProgressException');
        counts.repeated++;
        return;
      }
      const run = { content, at: now(), done: false };
      tokens.set(token, run);
      const reasons: Reason[] = [];
      try {
        for (const item of planned) {
          await pause('hold');
          reasons.push(hold(item, token));
        }
        await pause('held');
        if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons, counts);
        planned.forEach(commit);
        counts.committed++;
        run.done = true;
      } finally {
        if (!run.done) tokens.delete(token);
        for (const { text } of planned) if (holders.get(text) === token) holders.delete(text);
      }
      await pause('reply');
    },

    async batchGet(keys) {
      if (keys.length < 1 || keys.length > MOST_ITEMS) invalid(`a batch of ${keys.length} keys`);
      const texts = keys.map(keyText);
      if (new Set(texts).size < texts.length)
        invalid('Provided list of item keys contains duplicates');
      const found: Row[] = [];
      for (const text of texts) {
        await pause('read');
        const row = rows.get(text);
        if (row) found.push(handedOut(row));
      }
      return found;
    },

    async query(params) {
      await pause('read');
      const name = (params.IndexName ?? 'table') as SchemaName;
      if (!(name in SCHEMAS)) invalid(`The table does not have the specified index: ${name}`);
      if (name !== 'table' && params.ConsistentRead)
        invalid('Consistent reads are not supported on indexes');
      const question = readQuestion(name, params);
      if (name !== 'table' && !indexIsBehind()) catchUpIndexes();
      const inPartition = [...(partitions.get(name)?.get(question.partition)?.values() ?? [])];
      const { rows: page, lastKey } = pageOf(name, question, inPartition, params);
      return { rows: page, ...(lastKey && { lastKey }) };
    },
  };
}

/** The items as they are when they are sent; refuses what the service refuses before it begins. */
function plan(items: readonly TransactItem[]): Planned[] {
  if (items.length < 1 || items.length > MOST_ITEMS) {
    invalid(`Member must have length less than or equal to ${MOST_ITEMS}, not ${items.length}`);
  }
  const planned = items.map((item): Planned => {
    const [condition] = parse(item, item.ConditionExpression);
    if (item.kind === 'check' && !condition) invalid('a check needs a condition');
    return {
      text: keyText(keyOf(item)),
      after: item.kind === 'put' ? stored(item.row) : undefined,
      changes: item.kind !== 'check',
      condition,
      returnsExisting: item.kind === 'put' && item.returnExisting === true,
    };
  });
  if (new Set(planned.map(({ text }) => text)).size < planned.length) {
    invalid('Transaction request cannot include multiple operations on one item');
  }
  const size = planned.reduce((sum, { after }) => sum + (after?.size ?? 0), 0);
  if (size > LARGEST_TRANSACTION) invalid('Transaction request exceeds 4 MB');
  return planned;
}

function keyOf(item: TransactItem): RowKey {
  return item.kind === 'put' ? (item.row as RowKey) : item.key;
}

function cancelled(reasons: Reason[], counts: Twin['counts']): Error {
  if (reasons.some(({ Code }) => Code === 'TransactionConflict')) counts.conflicts++;
  else counts.failedConditions++;
  return serviceError('TransactionCanceledException', { CancellationReasons: reasons });
}

/** An error with the name and the blame that the SDK's own has. */
export function serviceError(name: string, members: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(name), { name, $fault: 'client', ...members });
}
