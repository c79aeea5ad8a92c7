import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SendingLimits } from '../../domain/notifications/limits.ts';
import { epochSeconds, instant } from '../../domain/shared/instant.ts';
import { PARTITION_KEY, RATE_PREFIX, SORT_KEY, TTL_ATTRIBUTE } from '../../domain/store/names.ts';
import { createDocumentClient } from './dynamo.ts';
import { ENV, requireEnvironment } from './environment.ts';
import type { SendingLimitValues } from './operation.ts';

let client: DynamoDBDocumentClient | undefined;

const WINDOW_SECONDS = { school: 60, number: 3_600 } as const;
const LIMIT_OF = {
  school: 'schoolPerMinute',
  number: 'numberPerHour',
} as const satisfies Record<keyof typeof WINDOW_SECONDS, keyof SendingLimitValues>;

/**
 * Counters by window, in rows of their own that expire by themselves. What finds no room in a window
 * waits for the next; there it may have to wait again, since those who waited come all at once.
 */
export const sendingLimits: SendingLimits = {
  async take(limit, whose, now) {
    const values = JSON.parse(requireEnvironment(ENV.sendingLimits)) as SendingLimitValues;
    const seconds = WINDOW_SECONDS[limit];
    const window = Math.floor(epochSeconds(now) / seconds);
    client ??= createDocumentClient();
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: requireEnvironment(ENV.tableName),
        Key: {
          [PARTITION_KEY]: `${RATE_PREFIX}sending-${limit}#${whose}#${window}`,
          [SORT_KEY]: 'rate',
        },
        UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
        ExpressionAttributeNames: { '#count': 'count', '#ttl': TTL_ATTRIBUTE },
        ExpressionAttributeValues: { ':one': 1, ':ttl': (window + 2) * seconds },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const count = Attributes?.count as number;
    return count > values[LIMIT_OF[limit]] ? instant((window + 1) * seconds * 1_000) : null;
  },
};
