import type { Context as LambdaContext } from 'aws-lambda';
import { readPaymentAccount } from '../../domain/finance/online/payment-account.ts';
import { pageSchools } from '../../domain/schools/read-schools.ts';
import type { Row } from '../../domain/store/port.ts';
import { log } from '../shared/log.ts';
import { createContext } from '../shared/runtime.ts';
import { enqueueReconciliation } from '../shared/stripe-queue.ts';
import { scheduleReconciliationWorker } from './schedule-reconciliation.contract.ts';

const PAGE = 50;

export const handler = async (_event: unknown, lambda: LambdaContext): Promise<void> => {
  const actor = { kind: 'system', name: scheduleReconciliationWorker.name } as const;
  const { store } = await createContext(actor, lambda.awsRequestId);
  let after: Row | undefined;
  let schools = 0;
  do {
    const page = await pageSchools(store, { limit: PAGE, ...(after && { after }) });
    await Promise.all(
      page.items.map(async ({ schoolId }) => {
        const account = (await readPaymentAccount(store, schoolId))?.account;
        if (account === undefined) return;
        schools += 1;
        const list = 'payments' as const;
        await enqueueReconciliation({ schoolId, account, list, checked: 0, healed: 0 });
      }),
    );
    after = page.lastKey;
  } while (after);
  log.info('reconciliation scheduled', { schools });
};
