import { expect } from 'vitest';
import type { QueryPage, Row, TablePort, TransactItem } from '../../domain/store/port.ts';

export type Refusal = Error & { CancellationReasons?: { Code?: string; Item?: Row }[] };

/** What the contract's tests share: a port, and short words for what they do with it. */
export type Bench = ReturnType<typeof createBench>;

export function createBench(port: () => TablePort) {
  let partition = 0;
  let tokens = 0;
  const failure = (promise: Promise<unknown>): Promise<Refusal> =>
    promise.then(
      () => expect.unreachable('it was accepted'),
      (error: Refusal) => error,
    );
  return {
    port,
    failure,
    /** a partition key that nobody has used */
    fresh: () => `p${++partition}`,
    put: (pk: string, sk: string, more: Row = {}): TransactItem => ({
      kind: 'put',
      row: { pk, sk, ...more },
    }),
    absent: { ConditionExpression: 'attribute_not_exists(pk)' },
    write: (...items: TransactItem[]) => port().transactWrite(items, `contract-token-${++tokens}`),
    all: (pk: string): Promise<QueryPage> =>
      port().query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    codes: async (promise: Promise<unknown>) =>
      (await failure(promise)).CancellationReasons?.map(({ Code }) => Code),
  };
}
