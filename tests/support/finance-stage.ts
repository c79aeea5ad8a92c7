import { openBooks } from '../../domain/finance/books.ts';
import { dueInvoices } from '../../domain/finance/due-invoices.ts';
import type { InvoiceRow } from '../../domain/finance/invoice.entity.ts';
import type { InvoiceLine } from '../../domain/finance/invoice.ts';
import { draftInvoice, issueInto } from '../../domain/finance/issue-invoice.ts';
import { counterEntity } from '../../domain/finance/ledger.entity.ts';
import type { PaymentRow } from '../../domain/finance/payment.entity.ts';
import { type NewPayment, planPayment } from '../../domain/finance/plan-payment.ts';
import type { MembershipRow } from '../../domain/people/membership.entity.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import { settingsWith } from '../../domain/schools/settings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { DAY, instant } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { create } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { financeInvariants } from './audit/finance.ts';
import { keyInvariants } from './audit/keys.ts';
import { paymentInvariants } from './audit/payments.ts';
import { audit } from './auditor.ts';
import { type CastOptions, plantCast, writeAll } from './booking-cast.ts';
import { bookingDesk, type StageOptions } from './booking-stage.ts';
import { createWorld, TEST_NOW } from './store-world.ts';

const INVARIANTS = [...keyInvariants, ...financeInvariants, ...paymentInvariants];

export const lineOf = (overrides: Partial<InvoiceLine> = {}): InvoiceLine => ({
  ...{ description: 'Kørelektion', quantity: 1, unitPrice: 55_000 },
  ...{ vatRate: 25, vatExemption: null },
  ...overrides,
});

/** A school on the twin that invoices and is paid, with a clock that stands until a test moves it. */
export async function financeStage(options: StageOptions & CastOptions = {}) {
  const world = createWorld(options);
  let clock = options.now ? instant(options.now) : TEST_NOW;
  const context = world.context({ now: () => clock });
  const cast = await plantCast(context, options);
  const { school, students } = cast;
  const { schoolId } = school;
  await writeAll(context, [
    create(counterEntity.create({ schoolId, series: 'invoice', next: 1, version: 1 })),
  ]);
  const student = students[0] as PersonId;
  const settings = settingsWith(options.settings);
  const row = (entity: string, fits: (row: Record<string, unknown>) => boolean = () => true) =>
    world.rowsOf(entity).find(fits) as Record<string, unknown>;

  return {
    ...{ world, context, cast, school, student, students, settings, row },
    desk: bookingDesk(context, cast),
    now: () => clock,
    at: (moment: string) => {
      clock = instant(moment);
    },
    /** issues an invoice as the system does; answers its row */
    issue: (
      lines: InvoiceLine[] = [lineOf()],
      { studentId = student, dueDate }: { studentId?: PersonId | undefined; dueDate?: string } = {},
    ): Promise<InvoiceRow> => {
      const invoiceId = context.newId('inv');
      return context.store.transact(context, async () => {
        const books = await openBooks(context, school, studentId);
        const buyer = { name: 'Anna Berg', email: 'anna@example.dk' };
        const draft = draftInvoice(context, school, { invoiceId, studentId, lines, buyer });
        const result = await issueInto(books, settings, {
          ...draft,
          ...(dueDate !== undefined && { dueDate }),
        });
        return { ...(await books.plan()), result };
      });
    },
    pay: (amount: number, overrides: Partial<NewPayment> = {}): Promise<PaymentRow> => {
      const paymentId = context.newId('pay');
      return context.store.transact(context, async () => {
        const planned = await planPayment(context, school, {
          ...{ paymentId, studentId: student, amount, method: 'cash' },
          ...{ receivedAt: clock, recordedBy: 'test', allocations: 'oldest_first' },
          ...overrides,
        });
        return { ...planned, result: planned.payment };
      });
    },
    /** a student's membership, as handlers hand it on */
    member: async (studentId: string = student) =>
      (await readMembership(world.store, schoolId, studentId)) as MembershipRow,
    /** a lesson that was held, or missed: answers the booking's id */
    teach: async (
      startsAt: string,
      { studentId = student, status = 'attended' as 'attended' | 'no_show' } = {},
    ): Promise<string> => {
      const desk = bookingDesk(context, cast);
      const { id } = await desk.book({ startsAt, studentIds: [studentId] });
      const before = clock;
      clock = instant(Date.parse(startsAt) + DAY / 24);
      await desk.complete(id, { attendance: [{ studentId, status }] });
      clock = before;
      return id;
    },
    /** runs the sweep of invoices, as of the clock; the first one sets its mark */
    sweep: () => sweepDue(context, [dueInvoices]),
    events: (name: string) =>
      world
        .rowsOf('outbox')
        .map(({ event }) => event as EventEnvelope)
        .filter((event) => event.name === name),
    invoice: (invoiceId: string) => row('invoice', (one) => one.invoiceId === invoiceId),
    balance: (studentId: string = student) => row('balance', (one) => one.studentId === studentId),
    /** throws with whatever is not sound in the raw rows of money */
    audited: () => {
      const violations = audit(world.twin.rows(), {}, INVARIANTS);
      if (violations.length === 0) return;
      throw new Error(violations.map((one) => `${one.invariant}: ${one.sentence}`).join('\n'));
    },
  };
}

export type FinanceStage = Awaited<ReturnType<typeof financeStage>>;
