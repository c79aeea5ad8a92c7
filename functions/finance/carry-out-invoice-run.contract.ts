import { defineWorker } from '../shared/worker.ts';

export const carryOutInvoiceRunWorker = defineWorker({
  name: 'carry-out-invoice-run',
  summary: 'Invoices the students of one slice of a run over a whole school.',
  // One slice a message: what fails is done again by itself. Two at once let two schools run.
  trigger: { kind: 'events', events: ['InvoiceRunContinued'], batchSize: 1, concurrency: 2 },
  needs: { table: 'write', indexes: ['bySchoolAndTime'] },
  timeoutSeconds: 60,
});
