import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { SERVICE, TABLE } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { LedgerKind } from './ledger.ts';

/** One item is the sum of a student's ledger: its version is the number of the last entry. */
export const balanceEntity = new Entity(
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
      version: { type: 'number', required: true },
    },
    indexes: { byStudent: KEYS.balance },
  },
  TABLE,
);

export type BalanceRow = EntityItem<typeof balanceEntity>;

/** One item is one fact in a student's ledger. Never changed, never deleted. */
export const ledgerEntryEntity = new Entity(
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
      externalId: { type: 'string' },
      at: { type: 'string', required: true },
    },
    indexes: { bySequence: KEYS.ledgerEntry },
  },
  TABLE,
);

export type LedgerEntryRow = EntityItem<typeof ledgerEntryEntity>;

/** One item is a school's series of numbers: `next` is the one that the next document takes. */
export const counterEntity = new Entity(
  {
    model: { entity: 'counter', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      series: { type: ['invoice'] as const, required: true },
      next: { type: 'number', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySeries: KEYS.counter },
  },
  TABLE,
);
