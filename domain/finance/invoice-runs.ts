import { invoiceRunContinued } from '../../events/finance.ts';
import { pageStudents } from '../people/read-people.ts';
import { type CallerScope, studentInScope } from '../people/scope.ts';
import { readSchool } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { InvoiceRunId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { billIfAny } from './bill-student.ts';
import { type InvoiceRunRow, invoiceRunEntity } from './invoice-run.entity.ts';
import { byWhom } from './record-payment.ts';
import { invoiceRunView } from './views.ts';

/** Students a slice looks at: each takes a few reads and at most one transaction. */
const SLICE = 20;

/** Begins to invoice what is uninvoiced in the whole school: the answer is the run, the work comes behind a queue. */
export async function startInvoiceRun(context: Context, school: SchoolRow, scope: CallerScope) {
  const run: InvoiceRunRow = {
    ...{ schoolId: school.schoolId, runId: context.newId('run'), status: 'running' },
    ...{ slice: 0, students: 0, invoices: 0, startedBy: byWhom(context.actor) },
    ...(scope.kind === 'departments' && { departmentIds: [...scope.departmentIds] }),
    ...{ createdAt: context.now(), version: 1 },
  };
  return context.store.transact(context, () => ({
    writes: [create(invoiceRunEntity.create(run))],
    events: [continued(run)],
    result: invoiceRunView(run),
  }));
}

/** A run and how far it has come. Throws `not_found`. */
export async function getInvoiceRun(context: Context, schoolId: string, runId: string) {
  const run = await readRun(context, schoolId, runId);
  if (!run) throw notFound('This run');
  return invoiceRunView(run);
}

/**
 * Carries out one slice of a run: a page of students, each invoiced in a transaction of their own, then
 * the run's row moves on with the event of the next slice. Killed in between, the slice is done again,
 * and whoever was invoiced already has nothing uninvoiced. A slice that was done is left alone.
 */
export async function carryOutSlice(
  context: Context,
  schoolId: SchoolId,
  { runId, slice }: { runId: string; slice: number },
): Promise<void> {
  const { store } = context;
  const run = await readRun(context, schoolId, runId);
  if (run?.status !== 'running' || run.slice !== slice) return;
  const school = await readSchool(store, schoolId);
  const page = await pageStudents(store, schoolId, {
    limit: SLICE,
    ...(run.after && { after: run.after }),
  });
  const scope: CallerScope = run.departmentIds
    ? { kind: 'departments', departmentIds: run.departmentIds }
    : { kind: 'school' };
  let invoices = 0;
  for (const student of page.items) {
    if (student.status === 'pending' || !studentInScope(scope, student)) continue;
    if (await billIfAny(context, school, student)) invoices += 1;
  }
  await store.transact(context, async () => {
    const before = await readRun(context, schoolId, runId);
    if (before?.status !== 'running' || before.slice !== slice)
      return { writes: [], result: undefined };
    const { after: _, ...kept } = before;
    const next: InvoiceRunRow = {
      ...kept,
      slice: slice + 1,
      ...(page.lastKey
        ? { after: page.lastKey as NonNullable<InvoiceRunRow['after']> }
        : { status: 'done', finishedAt: context.now() }),
      students: before.students + page.items.length,
      invoices: before.invoices + invoices,
      version: before.version + 1,
    };
    return {
      writes: [replace(invoiceRunEntity, next)],
      events: next.status === 'running' ? [continued(next)] : [],
      result: undefined,
    };
  });
}

function readRun({ store }: Context, schoolId: string, runId: string) {
  return store.get(invoiceRunEntity, invoiceRunEntity.get({ schoolId, runId }));
}

function continued({ schoolId, runId, slice, version }: InvoiceRunRow) {
  return invoiceRunContinued.of(
    schoolId as SchoolId,
    { id: runId, version },
    { runId: runId as InvoiceRunId, slice },
  );
}
