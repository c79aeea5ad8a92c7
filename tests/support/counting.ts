import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Row, TablePort, TransactItem } from '../../domain/store/port.ts';
import { stored } from './twin-rows.ts';

/** What passed a port since the last reset: what an operation really costs. */
export type Tally = {
  /** items put or deleted, and items only checked, in all transactions */
  written: number;
  checked: number;
  transactions: number;
  /** write units of the table: two for each KB begun of a row put, two for anything else */
  units: number;
  batchGets: number;
  keys: number;
  queries: number;
  rows: number;
};

export function countingPort(port: TablePort): { port: TablePort; take(): Tally } {
  const fresh = (): Tally => ({
    ...{
      written: 0,
      checked: 0,
      transactions: 0,
      units: 0,
      batchGets: 0,
      keys: 0,
      queries: 0,
      rows: 0,
    },
  });
  let tally = fresh();
  return {
    port: {
      transactWrite(items, token) {
        const checks = items.filter(({ kind }) => kind === 'check').length;
        tally.transactions += 1;
        tally.checked += checks;
        tally.written += items.length - checks;
        tally.units += items.reduce((sum, item) => sum + unitsOf(item), 0);
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

/**
 * The read units of what passes a port, by the sizes of the rows: 4 KB each, half of it from an index;
 * a query counts what it read together, a batch each row by itself. `take` answers them since last time.
 */
export function meteredPort(port: TablePort): { port: TablePort; take(): number } {
  let units = 0;
  const sizeOf = (row: Row) => stored(row).size;
  return {
    port: {
      transactWrite: port.transactWrite,
      async batchGet(keys) {
        const rows = await port.batchGet(keys);
        for (const row of rows) units += Math.ceil(sizeOf(row) / 4096);
        units += keys.length - rows.length;
        return rows;
      },
      async query(params) {
        const page = await port.query(params);
        const size = page.rows.reduce((sum, row) => sum + sizeOf(row), 0);
        units += Math.max(1, Math.ceil(size / 4096)) * (params.IndexName === undefined ? 1 : 0.5);
        return page;
      },
    },
    take() {
      const taken = units;
      units = 0;
      return taken;
    },
  };
}

function unitsOf(item: TransactItem): number {
  return item.kind === 'put' ? 2 * Math.ceil(stored(item.row).size / 1024) : 2;
}

/** Asks a client's every read what it consumed; `take` answers the read units since the last time. */
export function meterCapacity(client: Pick<DynamoDBDocumentClient, 'middlewareStack'>): {
  take(): number;
} {
  let units = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') return next(args);
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' };
      const answer = await next({ ...args, input } as typeof args);
      const { ConsumedCapacity } = answer.output as {
        ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
      };
      const consumed = [ConsumedCapacity ?? []].flat();
      units += consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      return answer;
    },
    { step: 'initialize', name: 'meteredCapacity', priority: 'low' },
  );
  return {
    take() {
      const taken = units;
      units = 0;
      return taken;
    },
  };
}
