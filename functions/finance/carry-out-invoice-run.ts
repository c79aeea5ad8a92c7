import { carryOutSlice } from '../../domain/finance/invoice-runs.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { invoiceRunContinued } from '../../events/finance.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { carryOutInvoiceRunWorker } from './carry-out-invoice-run.contract.ts';

export const handler = eventHandler(carryOutInvoiceRunWorker, async (event, context) => {
  const slice = invoiceRunContinued.schema.parse(event.data);
  await carryOutSlice(context, event.schoolId as SchoolId, slice);
});
