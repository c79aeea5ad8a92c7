import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../../domain/shared/errors.ts';
import { epochSeconds, type Instant } from '../../domain/shared/instant.ts';
import { PARTITION_KEY, RATE_PREFIX, SORT_KEY, TTL_ATTRIBUTE } from '../../domain/store/names.ts';
import { createDocumentClient } from './dynamo.ts';
import { ENV, requireEnvironment } from './environment.ts';
import type { RateLimits } from './operation.ts';

let client: DynamoDBDocumentClient | undefined;
const WINDOW_SECONDS = 60;

/**
 * Counts one request of `source` (a keyed hash: no addresses in keys) and refuses it with 429 when
 * the stage's limit for this minute is passed. The counters are the only rows that are written
 * outside the door: nothing else depends on them, and they expire by themselves.
 */
export async function countAgainstLimit(
  name: keyof RateLimits,
  source: string,
  now: Instant,
): Promise<void> {
  const limits = JSON.parse(requireEnvironment(ENV.rateLimits)) as Partial<RateLimits>;
  const limit = limits[name];
  if (limit === undefined) return;
  const seconds = epochSeconds(now);
  const window = Math.floor(seconds / WINDOW_SECONDS);
  client ??= createDocumentClient();
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: requireEnvironment(ENV.tableName),
      Key: { [PARTITION_KEY]: `${RATE_PREFIX}${name}#${source}#${window}`, [SORT_KEY]: 'rate' },
      UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
      ExpressionAttributeNames: { '#count': 'count', '#ttl': TTL_ATTRIBUTE },
      ExpressionAttributeValues: { ':one': 1, ':ttl': (window + 2) * WINDOW_SECONDS },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  if ((Attributes?.count as number) > limit) {
    const retryAfter = (window + 1) * WINDOW_SECONDS - seconds;
    throw new DomainError('rate_limited', 'Too many requests from this address; please wait.', {
      retryAfter,
    });
  }
}
