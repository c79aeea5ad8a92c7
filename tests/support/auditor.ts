import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Row } from '../../domain/store/port.ts';
import { bookingInvariants } from './audit/bookings.ts';
import { eventInvariants } from './audit/events.ts';
import { financeInvariants } from './audit/finance.ts';
import { integrationInvariants } from './audit/integrations.ts';
import { type Extras, type Invariant, readTable, type Violation } from './audit/invariant.ts';
import { keyInvariants } from './audit/keys.ts';
import { learningInvariants } from './audit/learning.ts';
import { messageInvariants } from './audit/messages.ts';
import { notificationInvariants } from './audit/notifications.ts';
import { onlineInvariants } from './audit/online.ts';
import { paymentInvariants } from './audit/payments.ts';
import { peopleInvariants } from './audit/people.ts';
import { schoolInvariants } from './audit/schools.ts';

export type { Extras, Invariant, Violation } from './audit/invariant.ts';

/**
 * What must hold of the table, always, read from its raw rows. The auditor knows the rows and not the
 * code that wrote them: it is run after every test of races, faults and flows.
 *
 * A new kind of row adds its keys in `audit/keys.ts` and its invariants to one of these lists;
 * `tests/unit/auditor.test.ts` asks a planted violation of each.
 */
export const INVARIANTS: readonly Invariant[] = [
  ...keyInvariants,
  ...schoolInvariants,
  ...peopleInvariants,
  ...financeInvariants,
  ...paymentInvariants,
  ...onlineInvariants,
  ...bookingInvariants,
  ...learningInvariants,
  ...notificationInvariants,
  ...integrationInvariants,
  ...messageInvariants,
  ...eventInvariants,
];

/** Every violation of every invariant; none: the table is sound. */
export function audit(
  rows: readonly Row[],
  extras: Extras = {},
  invariants: readonly Invariant[] = INVARIANTS,
): Violation[] {
  const table = readTable(rows);
  return invariants.flatMap(({ name, check }) =>
    [...check(table, extras)].map((sentence) => ({ invariant: name, sentence })),
  );
}

/** Throws with every violation, a sentence each. */
export function expectSound(rows: readonly Row[], extras: Extras = {}): void {
  const violations = audit(rows, extras);
  if (violations.length === 0) return;
  const lines = violations.map(({ invariant, sentence }) => `- ${invariant}: ${sentence}`);
  throw new Error(`the table is not sound:\n${lines.join('\n')}`);
}

/** DynamoDB Local reads a table by one thread; in parts it takes half the time. */
const SEGMENTS = 4;

/**
 * Every row of a table as it lies there, or those of one entity, read consistently. For tests only:
 * no function may scan.
 */
export async function scanTable(
  client: DynamoDBClient,
  tableName: string,
  entity?: string,
): Promise<Row[]> {
  const documents = DynamoDBDocumentClient.from(client);
  const filter = entity !== undefined && {
    FilterExpression: '#entity = :entity',
    ExpressionAttributeNames: { '#entity': '__edb_e__' },
    ExpressionAttributeValues: { ':entity': entity },
  };
  const scanSegment = async (Segment: number): Promise<Row[]> => {
    const rows: Row[] = [];
    let ExclusiveStartKey: Row | undefined;
    do {
      const page: ScanCommandOutput = await documents.send(
        new ScanCommand({
          ...{ TableName: tableName, ConsistentRead: true, Segment, TotalSegments: SEGMENTS },
          ...filter,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      rows.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return rows;
  };
  const segments = await Promise.all(
    Array.from({ length: SEGMENTS }, (_, nth) => scanSegment(nth)),
  );
  return segments.flat();
}
