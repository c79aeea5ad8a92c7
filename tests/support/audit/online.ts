import type { Row } from '../../../domain/store/port.ts';
import { type Invariant, named, number, type Table, text } from './invariant.ts';

const factsOf = ({ of }: Table, kind: string) =>
  of('provider-fact').filter((row) => row.kind === kind);

/** What must hold of money that came in online. */
export const onlineInvariants: Invariant[] = [
  {
    name: 'money received online is guarded once, and is a payment or lies in suspense',
    *check(table) {
      const { of, at } = table;
      const guarded = new Set<string>();
      for (const fact of factsOf(table, 'payment')) {
        const { schoolId, paymentId, suspenseId } = fact;
        const payment = paymentId && at(`${schoolId}#pay#${paymentId}`, 'payment');
        const suspense = suspenseId && at(`${schoolId}#sus`, text(suspenseId));
        if (!payment && !suspense) yield `${named(fact)} is neither a payment nor in suspense`;
        for (const row of [payment, suspense].filter((one): one is Row => Boolean(one))) {
          const theirs = row.externalId ?? row.paymentIntentId;
          if (theirs !== fact.objectId || row.amount !== fact.amount)
            yield `${named(fact)} of ${fact.amount} guards ${named(row)} of ${row.amount}`;
          guarded.add(named(row));
        }
      }
      const online = [...of('payment').filter(({ account }) => account), ...of('suspense')];
      for (const row of online) if (!guarded.has(named(row))) yield `${named(row)} has no guard`;
    },
  },
  {
    name: 'money in suspense is nobody’s until it is resolved, and then somebody’s',
    *check({ of, at }) {
      for (const row of of('suspense')) {
        const { status, schoolId, paymentId } = row;
        const given = status === 'resolved';
        if (given !== (paymentId !== undefined))
          yield `${named(row)} is ${status} and given to ${paymentId}`;
        if (given && !at(`${schoolId}#pay#${paymentId}`, 'payment'))
          yield `${named(row)} was given to ${paymentId}, which is not there`;
      }
    },
  },
  {
    name: 'what moved a ledger from outside has its guard, and the guard its entry',
    *check(table) {
      const { of } = table;
      const entries = of('ledger-entry').filter(({ externalId }) => externalId);
      for (const [kind, sign] of [
        ['refund', 1],
        ['dispute', 1],
        ['dispute_won', -1],
      ] as const) {
        const facts = factsOf(table, kind);
        const known = new Set(facts.map(({ objectId }) => text(objectId)));
        for (const entry of entries) {
          const isOf = entry.kind === kind && Math.sign(number(entry.amount)) === sign;
          if (isOf && !known.has(text(entry.externalId))) yield `${named(entry)} has no guard`;
        }
        const posted = new Set(
          entries.filter((entry) => entry.kind === kind).map(({ externalId }) => text(externalId)),
        );
        for (const fact of facts) {
          // Of money in suspense, or matched to a total that was booked before.
          const silent = fact.paymentId === undefined || (kind === 'refund' && !fact.refundId);
          if (!silent && !posted.has(text(fact.objectId))) yield `${named(fact)} has no entry`;
        }
      }
    },
  },
  {
    name: 'an unanswered refund has its promise',
    *check({ of, at }) {
      for (const asked of of('asked-refund')) {
        const refund = at(`${asked.schoolId}#pay#${asked.paymentId}`, text(asked.refundId));
        if (!refund || refund.amount !== asked.amount)
          yield `${named(asked)} asks for ${asked.refundId}, which was not promised`;
      }
    },
  },
  {
    name: 'a session leads to the attempt that it was opened for',
    *check({ of, at }) {
      for (const session of of('checkout-session')) {
        const { schoolId, invoiceId, attemptKey, sessionId } = session;
        const attempt = at(`${schoolId}#inv#${invoiceId}`, `chk#${attemptKey}`);
        if (attempt?.sessionId !== sessionId) yield `${named(session)} leads to no attempt`;
      }
    },
  },
  {
    name: 'a connected account leads to its school',
    *check({ of, at }) {
      for (const { schoolId, account, ...row } of of('payment-account')) {
        if (account === undefined) continue;
        if (at(`acct#${account}`, 'account')?.schoolId !== schoolId)
          yield `${named(row)} of ${schoolId} has ${account}, which leads elsewhere`;
      }
    },
  },
];
