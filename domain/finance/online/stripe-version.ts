/**
 * The version of Stripe's API that the calls are made in and the webhook endpoint is registered
 * with: the one the SDK's types describe. A test compares it to the SDK's own.
 */
export const STRIPE_API_VERSION = '2026-10-28.endive';
