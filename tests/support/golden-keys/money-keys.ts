import { AT, type Golden, INVOICE, PAYMENT, PERSON, SCHOOL } from './golden.ts';

/** Rows about money. */
export const MONEY_KEYS: Record<string, Golden> = {
  balance: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'balance' },
  },
  'ledger-entry': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042', at: AT },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'led#0000000042',
      schoolPk: `${SCHOOL}#ledger`,
      schoolSk: `${AT}#${PERSON}#0000000042`,
    },
  },
  'open-invoice': {
    from: { schoolId: SCHOOL, studentId: PERSON, dueDate: '2026-12-07', invoiceId: INVOICE },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: `due#2026-12-07#${INVOICE}`,
      schoolPk: `${SCHOOL}#open`,
      schoolSk: `2026-12-07#${INVOICE}`,
    },
  },
  'open-credit': {
    from: { schoolId: SCHOOL, studentId: PERSON, paymentId: PAYMENT },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: `crd#${PAYMENT}` },
  },
  billed: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'billed' },
  },
  payment: {
    from: { schoolId: SCHOOL, studentId: PERSON, paymentId: PAYMENT, createdAt: AT },
    keys: {
      pk: `${SCHOOL}#pay#${PAYMENT}`,
      sk: 'payment',
      schoolPk: `${SCHOOL}#stu#${PERSON}#pay`,
      schoolSk: `${AT}#${PAYMENT}`,
    },
  },
  refund: {
    from: { schoolId: SCHOOL, paymentId: PAYMENT, refundId: 'ref_01kat5n8xde4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#pay#${PAYMENT}`, sk: 'ref_01kat5n8xde4vv6h7w7b1q2r3s' },
  },
  'credit-note': {
    from: { schoolId: SCHOOL, invoiceId: INVOICE, creditNoteId: 'crn_01kat5n8xee4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#inv#${INVOICE}`, sk: 'crn_01kat5n8xee4vv6h7w7b1q2r3s' },
  },
  'invoice-run': {
    from: { schoolId: SCHOOL, runId: 'run_01kat5n8xfe4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#runs`, sk: 'run_01kat5n8xfe4vv6h7w7b1q2r3s' },
  },
  invoice: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      invoiceId: INVOICE,
      createdAt: AT,
      dueAt: '2026-12-04T23:00:00.000Z',
      dueDay: '2026-12-04T23',
      dueShard: '3',
    },
    keys: {
      pk: `${SCHOOL}#inv#${INVOICE}`,
      sk: 'invoice',
      schoolPk: `${SCHOOL}#stu#${PERSON}#inv`,
      schoolSk: `${AT}#${INVOICE}`,
      duePk: '2026-12-04T23#3',
      dueSk: '2026-12-04T23:00:00.000Z',
    },
  },
  'payment-account': { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'payment-account' } },
  'account-school': {
    from: { account: 'acct_1A', schoolId: SCHOOL },
    keys: { pk: 'acct#acct_1A', sk: 'account' },
  },
  checkout: {
    from: { schoolId: SCHOOL, invoiceId: INVOICE, attemptKey: '0001' },
    keys: { pk: `${SCHOOL}#inv#${INVOICE}`, sk: 'chk#0001' },
  },
  'checkout-session': {
    from: { schoolId: SCHOOL, sessionId: 'cs_test_a1' },
    keys: { pk: `${SCHOOL}#chk#cs_test_a1`, sk: 'session' },
  },
  'provider-fact': {
    from: { account: 'acct_1A', objectId: 're_3B', kind: 'refund', schoolId: SCHOOL },
    keys: { pk: 'ext#acct_1A#re_3B#refund', sk: 'fact' },
  },
  'waiting-fact': {
    from: {
      ...{ schoolId: SCHOOL, paymentIntentId: 'pi_3C', factKey: 're_3B#succeeded' },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '2' },
    },
    keys: {
      ...{ pk: `${SCHOOL}#wait#pi_3C`, sk: 're_3B#succeeded' },
      ...{ duePk: '2026-11-23#2', dueSk: AT },
    },
  },
  'asked-refund': {
    from: {
      ...{ schoolId: SCHOOL, paymentId: 'pay_01kat5n8xbe4vv6h7w7b1q2r3s' },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '2' },
    },
    keys: {
      ...{ pk: `${SCHOOL}#pay#pay_01kat5n8xbe4vv6h7w7b1q2r3s`, sk: 'asked' },
      ...{ duePk: '2026-11-23#2', dueSk: AT },
    },
  },
  suspense: {
    from: { schoolId: SCHOOL, suspenseId: 'sus_01kat5n8xbe4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#sus`, sk: 'sus_01kat5n8xbe4vv6h7w7b1q2r3s' },
  },
};
