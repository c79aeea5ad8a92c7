import { type Planted, set } from './sample.ts';

/** Planted violations of what holds of money that came in online. */
export const plantedOnline: Planted = {
  'money received online is guarded once, and is a payment or lies in suspense': [
    ({ one, drop }) => drop(one('provider-fact', ({ kind }) => kind === 'payment')),
    ({ one, drop }) => drop(one('suspense', ({ status }) => status === 'open')),
    ({ one }) =>
      set(
        one('provider-fact', ({ kind }) => kind === 'payment'),
        { amount: 1 },
      ),
    ({ one }) =>
      set(
        one('payment', ({ account }) => account !== undefined),
        { externalId: 'pi_x' },
      ),
  ],
  'money in suspense is nobody’s until it is resolved, and then somebody’s': [
    ({ one }) =>
      set(
        one('suspense', ({ status }) => status === 'open'),
        { status: 'resolved' },
      ),
    ({ one }) =>
      set(
        one('suspense', ({ status }) => status === 'resolved'),
        { status: 'open' },
      ),
    ({ one }) =>
      set(
        one('suspense', ({ status }) => status === 'resolved'),
        {
          paymentId: 'pay_01kat5n8x0e4vv6h7w7b1q2r3s',
        },
      ),
  ],
  'what moved a ledger from outside has its guard, and the guard its entry': [
    ({ one, drop }) => drop(one('provider-fact', ({ kind }) => kind === 'refund')),
    ({ one, drop }) => drop(one('provider-fact', ({ kind }) => kind === 'dispute')),
    ({ one, drop }) => drop(one('provider-fact', ({ kind }) => kind === 'dispute_won')),
    ({ one, drop }) => drop(one('ledger-entry', ({ kind }) => kind === 'dispute')),
  ],
  'an unanswered refund has its promise': [
    ({ one }) => set(one('asked-refund'), { amount: 1 }),
    ({ one }) => set(one('asked-refund'), { refundId: 'ref_01kat5n8x0e4vv6h7w7b1q2r3s' }),
  ],
  'a session leads to the attempt that it was opened for': [
    ({ one, drop }) => drop(one('checkout')),
    ({ one }) => set(one('checkout'), { sessionId: 'cs_other' }),
  ],
  'a connected account leads to its school': [
    ({ one, drop }) => drop(one('account-school')),
    ({ one, of }) => set(one('account-school'), { schoolId: of('school')[0]?.schoolId }),
  ],
};
