import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { RowKey } from '../store/port.ts';

export type InvoiceRunStatus = 'running' | 'done';

/** One item is one run that invoices a whole school, and how far it has come. */
export const invoiceRunEntity = tableEntity(
  {
    model: { entity: 'invoice-run', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      runId: { type: 'string', required: true },
      status: { type: customType<InvoiceRunStatus>(), required: true },
      /** the slice that comes next; each is a page of the students' list */
      slice: { type: 'number', required: true },
      /** where the list goes on */
      after: { type: customType<RowKey & Record<string, unknown>>() },
      students: { type: 'number', required: true },
      invoices: { type: 'number', required: true },
      /** of an office that has departments: only their students */
      departmentIds: { type: customType<string[]>() },
      startedBy: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
      finishedAt: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.invoiceRun },
  },
  TABLE,
);

export type InvoiceRunRow = EntityItem<typeof invoiceRunEntity>;
