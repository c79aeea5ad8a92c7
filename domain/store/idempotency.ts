import { DomainError } from '../shared/errors.ts';
import { DAY, epochSeconds, type Instant, plusMilliseconds } from '../shared/instant.ts';
import type { Context, IdempotencyScope } from './context.ts';
import { itemOf } from './entity.ts';
import { idempotencyEntity } from './idempotency.entity.ts';
import type { Row, TransactItem } from './port.ts';
import type { Reader } from './reader.ts';
import { create } from './write.ts';

/** The first answer of a request that is here again. */
export type Replay = { result: unknown };

/** Thrown where a request is here again whose whole first answer is known: nothing is decided anew. */
export class AnsweredBefore extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('this request was answered before, and changed nothing');
    this.answer = answer;
  }
}

/**
 * Looks for the caller's record. Throws `idempotency_key_reused` when the key answered for another
 * request, `AnsweredBefore` when that answer changed nothing.
 */
export async function findReplay(
  reader: Reader,
  scope: IdempotencyScope,
  now: Instant,
): Promise<Replay | undefined> {
  const { personId, keyHash } = scope;
  const record = await reader.get(idempotencyEntity, idempotencyEntity.get({ personId, keyHash }));
  return record ? judge(record, scope, now) : undefined;
}

/** The same for the row that a failed condition met: the twin that won the race. */
export function replayOf(
  row: Row | undefined,
  scope: IdempotencyScope,
  now: Instant,
): Replay | undefined {
  const record = row && itemOf(idempotencyEntity, row);
  return record ? judge(record, scope, now) : undefined;
}

function judge(
  record: { fingerprint: string; expiresAt: string; result?: unknown; answer?: unknown },
  scope: IdempotencyScope,
  now: Instant,
): Replay | undefined {
  if (record.expiresAt <= now) return undefined;
  if (record.fingerprint !== scope.fingerprint) {
    throw new DomainError(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request.',
    );
  }
  scope.recorded = true;
  if (record.answer !== undefined) throw new AnsweredBefore(record.answer);
  return { result: record.result };
}

/**
 * Remembers the answer of a request that changed nothing, so that its key stands for it all the same;
 * one whose change was committed with a record is remembered already. Throws what `findReplay` throws
 * when a twin was faster.
 */
export async function rememberAnswer(context: Context, answer: unknown): Promise<void> {
  const { idempotency, ...unkeyed } = context;
  if (!idempotency || idempotency.recorded) return;
  await unkeyed.store.transact(unkeyed, async () => {
    const known = await findReplay(unkeyed.store, idempotency, unkeyed.now());
    const record = idempotencyRecord(idempotency, { answer }, unkeyed.now());
    return { writes: known ? [] : [record], result: null };
  });
}

/** The record that commits with the change it answers for, if there is one; an expired one may be taken over. */
export function idempotencyRecord(
  { personId, keyHash, fingerprint }: IdempotencyScope,
  given: { result: unknown } | { answer: unknown },
  now: Instant,
): TransactItem {
  const expiresAt = plusMilliseconds(now, DAY);
  const write = create(
    idempotencyEntity.create({
      ...{ personId, keyHash, fingerprint, ...given, expiresAt },
      ttl: epochSeconds(expiresAt),
    }),
  );
  return {
    ...write,
    ConditionExpression: 'attribute_not_exists(#pk) OR #expiresAt <= :now',
    ExpressionAttributeNames: { '#pk': 'pk', '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':now': now },
    returnExisting: true,
  } as TransactItem;
}
