import * as z from 'zod';
import { address, instant, money, named } from './resource-parts.ts';

/** What answers about money look like, for the documents and the tests. */
const buyer = () =>
  z.object({
    name: z.string(),
    email: z.string(),
    address: address().optional(),
    ean: z.string().optional(),
  });

const documentParts = () => ({
  buyer: buyer(),
  lines: z.array(
    z.object({
      description: z.string(),
      quantity: z.int(),
      unitPrice: money(),
      total: money(),
      vatRate: z.number(),
      vatExemption: z.string().nullable(),
      vat: money(),
      serviceId: z.string().optional(),
      bookingId: z.string().optional(),
      charge: z.string().optional(),
      suppliedOn: z.iso.date().optional(),
    }),
  ),
  vatByRate: z.array(z.object({ vatRate: z.number(), total: money(), vat: money() })),
  total: money(),
});

export const invoiceResource = () =>
  named('Invoice', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      studentId: z.string(),
      number: z.int().nullable(),
      displayNumber: z.string().nullable(),
      status: z.enum(['draft', 'issued', 'part_paid', 'paid', 'credited']),
      overdue: z.boolean(),
      issuedAt: instant().nullable(),
      dueDate: z.iso.date().nullable(),
      nextDueDate: z.iso.date().nullable(),
      ...documentParts(),
      paid: money(),
      credited: money(),
      rest: money(),
      instalments: z.array(z.object({ dueDate: z.iso.date(), amount: money() })),
      reminders: z.array(z.object({ at: instant(), fee: money() })),
      reminderFees: money(),
      dunningPause: z.object({ reason: z.string(), until: z.iso.date().nullable() }).nullable(),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const creditNoteResource = () =>
  named('CreditNote', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      studentId: z.string(),
      invoiceId: z.string(),
      number: z.int(),
      displayNumber: z.string(),
      ...documentParts(),
      reason: z.string(),
      issuedAt: instant(),
      version: z.int(),
    }),
  );

export const balanceResource = () =>
  named('Balance', () =>
    z.object({
      balance: money(),
      issued: money(),
      fees: money(),
      credited: money(),
      paid: money(),
      refunded: money(),
      disputed: money(),
    }),
  );

export const ledgerEntryResource = () =>
  named('LedgerEntry', () =>
    z.object({
      id: z.string(),
      at: instant(),
      kind: z.string(),
      amount: money(),
      invoiceId: z.string().nullable(),
      paymentId: z.string().nullable(),
      externalId: z.string().nullable(),
      balanceAfter: money(),
    }),
  );

const allocations = () => z.array(z.object({ invoiceId: z.string(), amount: money() }));

export const paymentResource = () =>
  named('Payment', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      studentId: z.string(),
      amount: money(),
      method: z.string(),
      reference: z.string().nullable(),
      externalId: z.string().nullable(),
      receivedAt: instant(),
      allocations: allocations(),
      credit: money(),
      refunded: money(),
      disputed: money(),
      refundable: money(),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const refundResource = () =>
  named('Refund', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      studentId: z.string(),
      paymentId: z.string(),
      amount: money(),
      method: z.string(),
      status: z.enum(['pending', 'succeeded', 'failed']),
      reason: z.string(),
      externalId: z.string().nullable(),
      createdAt: instant(),
      settledAt: instant().nullable(),
      version: z.int(),
    }),
  );

export const creditAllocationResource = () =>
  z.object({
    invoice: invoiceResource(),
    allocations: z.array(z.object({ paymentId: z.string(), amount: money() })),
    credit: money(),
  });

export const invoiceRunResource = () =>
  named('InvoiceRun', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      status: z.enum(['running', 'done']),
      students: z.int(),
      invoices: z.int(),
      createdAt: instant(),
      finishedAt: instant().nullable(),
      version: z.int(),
    }),
  );

export const settlementResource = () =>
  named('Settlement', () =>
    z.object({
      used: z.array(z.object({ bookingId: z.string(), description: z.string(), amount: money() })),
      usedTotal: money(),
      adminFee: money(),
      prepaid: money(),
      creditNotes: z.array(
        z.object({
          invoiceId: z.string(),
          creditNoteId: z.string().nullable(),
          amount: money(),
        }),
      ),
      invoice: z.object({ invoiceId: z.string().nullable(), total: money() }).nullable(),
      refunds: z.array(
        z.object({
          paymentId: z.string(),
          refundId: z.string().nullable(),
          method: z.string(),
          amount: money(),
        }),
      ),
      refundTotal: money(),
      balanceAfter: money(),
    }),
  );

const sums = () => ({
  issued: money(),
  credited: money(),
  fees: money(),
  paid: money(),
  refunded: money(),
  disputed: money(),
});

export const financeReportResource = () =>
  named('FinanceReport', () =>
    z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      totals: z.object(sums()),
      months: z.array(z.object({ month: z.string(), ...sums() })),
      kinds: z.array(z.object({ kind: z.string(), entries: z.int(), amount: money() })),
      outstanding: z.object({ invoices: z.int(), amount: money() }),
      overdue: z.object({
        invoices: z.int(),
        amount: money(),
        ageing: z.array(z.object({ days: z.string(), invoices: z.int(), amount: money() })),
      }),
    }),
  );
