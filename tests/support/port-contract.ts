import { beforeAll, describe } from 'vitest';
import type { TablePort } from '../../domain/store/port.ts';
import { createBench } from './port-bench.ts';
import { conditionsContract } from './port-contract-conditions.ts';
import { readsContract } from './port-contract-reads.ts';
import { writesContract } from './port-contract-writes.ts';

/**
 * What the write door may rely on, whichever table is behind the port. The in-memory twin and
 * DynamoDB Local both pass it, so that what is proven on the twin holds of the table.
 */
export function portContract(name: string, createPort: () => Promise<TablePort>): void {
  describe(`the table port of ${name}`, () => {
    let port: TablePort;
    beforeAll(async () => {
      port = await createPort();
    });
    const bench = createBench(() => port);

    writesContract(bench);
    conditionsContract(bench);
    readsContract(bench);
  });
}
