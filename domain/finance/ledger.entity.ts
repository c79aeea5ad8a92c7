import { CustomAttributeType, type EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { VatSum } from './invoice.ts';
import type { LedgerKind } from './ledger.ts';
import type { PaymentMethod } from './payment.ts';

/** One item is the sum of a student's ledger, and what else of it must be known in one read. */
export const balanceEntity = tableEntity(
  {
    model: { entity: 'balance', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      currency: { type: 'string', required: true },
      issued: { type: 'number', required: true },
      fees: { type: 'number', required: true },
      credited: { type: 'number', required: true },
      paid: { type: 'number', required: true },
      refunded: { type: 'number', required: true },
      disputed: { type: 'number', required: true },
      /** the number of the last entry */
      entries: { type: 'number', required: true },
      /** money received that no invoice has taken: the sum of its payments' credit */
      credit: { type: 'number', required: true },
      /** when the first of what is open falls due; absent: nothing is open */
      earliestDue: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: { byStudent: KEYS.balance },
  },
  TABLE,
);

export type BalanceRow = EntityItem<typeof balanceEntity>;

/** One item is one fact in a student's ledger. Never changed, never deleted. */
export const ledgerEntryEntity = tableEntity(
  {
    model: { entity: 'ledger-entry', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** 1, 2, 3 ... per student, zero-padded to ten digits so that keys sort like numbers */
      sequenceKey: { type: 'string', required: true },
      kind: { type: CustomAttributeType<LedgerKind>('string'), required: true },
      /** signed: positive means that the student owes it */
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      balanceAfter: { type: 'number', required: true },
      invoiceId: { type: 'string' },
      paymentId: { type: 'string' },
      externalId: { type: 'string' },
      /** the number on the invoice or credit note, as people see it */
      document: { type: 'string' },
      /** of an invoice or credit note: what it holds per VAT rate */
      vatByRate: { type: customType<VatSum[]>() },
      /** of a payment or refund: how the money came or went */
      method: { type: customType<PaymentMethod>() },
      at: { type: 'string', required: true },
    },
    indexes: {
      bySequence: KEYS.ledgerEntry,
      byTime: { index: 'bySchoolAndTime', ...KEYS.ledgerByTime },
    },
  },
  TABLE,
);

export type LedgerEntryRow = EntityItem<typeof ledgerEntryEntity>;

/** The series of numbers a school has. Credit notes have their own: both run without a gap. */
export type Series = 'invoice' | 'credit_note';

/** One item is a school's series of numbers: `next` is the one that the next document takes. */
export const counterEntity = tableEntity(
  {
    model: { entity: 'counter', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      series: { type: ['invoice', 'credit_note'] as const, required: true },
      next: { type: 'number', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySeries: KEYS.counter },
  },
  TABLE,
);

export type CounterRow = EntityItem<typeof counterEntity>;
