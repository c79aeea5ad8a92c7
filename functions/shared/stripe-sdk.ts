/** Stripe's SDK, imported when Stripe is called; `infra/build/trims.ts` keeps what is called of it. */
export { default as Stripe } from 'stripe';
