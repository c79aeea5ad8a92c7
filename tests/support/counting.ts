import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TablePort } from '../../domain/store/port.ts';

/** What passed a port since the last reset: what an operation really costs. */
export type Tally = {
  /** items put or deleted, and items only checked, in all transactions */
  written: number;
  checked: number;
  transactions: number;
  batchGets: number;
  keys: number;
  queries: number;
  rows: number;
};

export function countingPort(port: TablePort): { port: TablePort; take(): Tally } {
  const fresh = (): Tally => ({
    ...{ written: 0, checked: 0, transactions: 0, batchGets: 0, keys: 0, queries: 0, rows: 0 },
  });
  let tally = fresh();
  return {
    port: {
      transactWrite(items, token) {
        const checks = items.filter(({ kind }) => kind === 'check').length;
        tally.transactions += 1;
        tally.checked += checks;
        tally.written += items.length - checks;
        return port.transactWrite(items, token);
      },
      batchGet(keys) {
        tally.batchGets += 1;
        tally.keys += keys.length;
        return port.batchGet(keys);
      },
      async query(params) {
        const page = await port.query(params);
        tally.queries += 1;
        tally.rows += page.rows.length;
        return page;
      },
    },
    take() {
      const taken = tally;
      tally = fresh();
      return taken;
    },
  };
}

export type Capacity = { read: number; write: number };

/** Asks a client's every call what it consumed; `take` answers the units since the last one. */
export function meterCapacity(client: Pick<DynamoDBDocumentClient, 'middlewareStack'>): { take(): Capacity } {
  let units = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' };
      const answer = await next({ ...args, input } as typeof args);
      const { ConsumedCapacity } = answer.output as {
        ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
      };
      const consumed = [ConsumedCapacity ?? []].flat();
      const sum = consumed.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
      units[context.commandName === 'TransactWriteItemsCommand' ? 'write' : 'read'] += sum;
      return answer;
    },
    { step: 'initialize', name: 'meteredCapacity', priority: 'low' },
  );
  return {
    take() {
      const taken = units;
      units = { read: 0, write: 0 };
      return taken;
    },
  };
}
