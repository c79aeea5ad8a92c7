import { DomainError } from '../shared/errors.ts';
import { DAY, epochSeconds, type Instant, plusMilliseconds } from '../shared/instant.ts';
import type { IdempotencyScope } from './context.ts';
import { idempotencyEntity } from './idempotency.entity.ts';
import type { Row, TransactItem } from './port.ts';
import type { Reader } from './reader.ts';
import { create } from './write.ts';

/** The first answer of a request that is here again. */
export type Replay = { result: unknown };

/** Looks for the caller's record. Throws `idempotency_key_reused` when the key answered for another request. */
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
  const record = row && idempotencyEntity.parse({ Item: row }).data;
  return record ? judge(record, scope, now) : undefined;
}

function judge(
  record: { fingerprint: string; expiresAt: string; result?: unknown },
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
  return { result: record.result };
}

/** The record that commits with the change it answers for; an expired one may be taken over. */
export function idempotencyRecord(
  scope: IdempotencyScope,
  result: unknown,
  now: Instant,
): TransactItem {
  const expiresAt = plusMilliseconds(now, DAY);
  const write = create(
    idempotencyEntity.create({ ...scope, result, expiresAt, ttl: epochSeconds(expiresAt) }),
  );
  return {
    ...write,
    ConditionExpression: 'attribute_not_exists(#pk) OR #expiresAt <= :now',
    ExpressionAttributeNames: { '#pk': 'pk', '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':now': now },
    returnExisting: true,
  } as TransactItem;
}
