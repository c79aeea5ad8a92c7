/**
 * Names of the one table and its indexes.
 *
 * Constants only: synth (`infra/`) and the running functions both read this file, so that a
 * template and the code it deploys cannot drift apart.
 */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
export const TTL_ATTRIBUTE = 'ttl';

/** A school's lists in order: its students by name, a student's invoices, its calendar by time. */
export const BY_SCHOOL_AND_TIME = {
  name: 'bySchoolAndTime',
  pk: 'schoolPk',
  sk: 'schoolSk',
} as const;

/** Everything that falls due, by UTC day. Sparse and keys-only: a row carries only its next due action. */
export const BY_DUE = { name: 'byDue', pk: 'duePk', sk: 'dueSk' } as const;

export const INDEXES = { bySchoolAndTime: BY_SCHOOL_AND_TIME, byDue: BY_DUE } as const;
export type IndexName = keyof typeof INDEXES;

/** Partition keys of outbox rows begin with this; the stream mapping of the relay filters on it. */
export const OUTBOX_PREFIX = 'outbox#';
export const OUTBOX_SHARDS = 10;

/** Partition keys of rate counters begin with this; the only rows written outside a transaction. */
export const RATE_PREFIX = 'rate#';
