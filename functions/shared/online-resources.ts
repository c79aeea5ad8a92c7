import * as z from 'zod';
import { instant, money, named } from './resource-parts.ts';

/** Shapes of what online payments answer, for the documents and the tests. */
export const paymentAccountResource = () =>
  named('PaymentAccount', () =>
    z.object({
      state: z.enum(['not_connected', 'onboarding', 'active', 'restricted', 'deauthorized']),
      accountId: z.string().nullable(),
      chargesEnabled: z.boolean(),
      payoutsEnabled: z.boolean(),
      version: z.int(),
    }),
  );

export const onboardingResource = () => z.object({ onboardingUrl: z.url() });

export const checkoutResource = () =>
  named('Checkout', () => z.object({ url: z.url(), sessionId: z.string(), expiresAt: instant() }));

export const suspenseResource = () =>
  named('Suspense', () =>
    z.object({
      id: z.string(),
      amount: money(),
      reason: z.enum([
        'unknown_attempt',
        'other_school',
        'other_account',
        'other_invoice',
        'other_amount',
        'other_currency',
      ]),
      status: z.enum(['open', 'resolved', 'refunding', 'refunded']),
      externalId: z.string(),
      claimedInvoiceId: z.string().nullable(),
      receivedAt: instant(),
      studentId: z.string().nullable(),
      paymentId: z.string().nullable(),
      resolvedAt: instant().nullable(),
      version: z.int(),
    }),
  );
