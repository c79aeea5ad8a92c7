import {
  type DynamoDBClient,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { TablePort } from '../../domain/store/port.ts';
import { seededRandom } from './random.ts';

/**
 * Bad luck by the seed, for what neither DynamoDB Local nor a quiet afternoon shows:
 * - `conflict`: another transaction was on one of the items; nothing committed
 * - `throttle`: the table asks for patience; nothing committed
 * - `timeout-before`: the request was lost on its way; nothing committed
 * - `timeout-after`: it committed, and the reply was lost
 */
export const FAULT_KINDS = ['conflict', 'throttle', 'timeout-before', 'timeout-after'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Faults = {
  /** what happens to the next transaction; undefined: nothing bad */
  next(): FaultKind | undefined;
  /** how often each has happened: a test that injected nothing proves nothing */
  counts: Record<FaultKind, number>;
  /** transactions asked about, lucky ones included */
  asked(): number;
};

/** Rates are shares of all transactions, such as `{ conflict: 0.3 }`. */
export function createFaults(seed: number, rates: Partial<Record<FaultKind, number>>): Faults {
  const random = seededRandom(seed);
  const counts = { conflict: 0, throttle: 0, 'timeout-before': 0, 'timeout-after': 0 };
  let asked = 0;
  return {
    counts,
    asked: () => asked,
    next() {
      asked++;
      let draw = random();
      for (const kind of FAULT_KINDS) {
        draw -= rates[kind] ?? 0;
        if (draw < 0) {
          counts[kind]++;
          return kind;
        }
      }
      return undefined;
    },
  };
}

/** Faults in a fixed order, `undefined` for a lucky transaction; lucky once they are used up. */
export function plannedFaults(...plan: readonly (FaultKind | undefined)[]): Faults {
  const counts = { conflict: 0, throttle: 0, 'timeout-before': 0, 'timeout-after': 0 };
  let asked = 0;
  return {
    counts,
    asked: () => asked,
    next() {
      const kind = plan[asked++];
      if (kind) counts[kind]++;
      return kind;
    },
  };
}

/** The port with faults in front of its transactions. */
export function withFaults(port: TablePort, faults: Faults): TablePort {
  return {
    ...port,
    transactWrite: (items, token) =>
      afflict(faults.next(), items.length, () => port.transactWrite(items, token)),
  };
}

/**
 * Puts the faults into a DynamoDB client, for every TransactWriteItems it sends. They stand outside
 * the SDK's own retries: what its caller sees is what is injected.
 */
export function injectFaults(
  client: Pick<DynamoDBClient, 'middlewareStack'>,
  faults: Faults,
): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      const { TransactItems = [] } = args.input as { TransactItems?: unknown[] };
      return afflict(faults.next(), TransactItems.length, () => next(args));
    },
    { step: 'initialize', name: 'injectedFaults' },
  );
}

async function afflict<T>(
  fault: FaultKind | undefined,
  items: number,
  send: () => Promise<T>,
): Promise<T> {
  const $metadata = { httpStatusCode: 400 };
  switch (fault) {
    case undefined:
      return send();
    case 'conflict':
      throw new TransactionCanceledException({
        $metadata,
        message: 'Transaction cancelled',
        CancellationReasons: Array.from({ length: items }, (_, i) =>
          i === 0 ? { Code: 'TransactionConflict' } : { Code: 'None' },
        ),
      });
    case 'throttle':
      throw new ThrottlingException({
        $metadata,
        message: 'Throughput exceeds the current capacity',
      });
    case 'timeout-before':
      throw lostReply();
    case 'timeout-after':
      await send();
      throw lostReply();
  }
}

/** As Node's client fails when the connection ends before the answer. */
function lostReply(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
