/**
 * Every route that answers without a token, said a second time on purpose: opening one takes a
 * change here, where a reviewer looks, besides `who: 'public'` in its contract. Synth fails when
 * the two disagree.
 */
export const PUBLIC_ROUTES: readonly string[] = [
  'GET /health',
  'GET /errors',
  'GET /openapi.json',
  'GET /docs',
  'GET /public/schools/{slug}',
  'POST /schools/{schoolId}/registrations',
  'GET /signing/{token}',
  'POST /confirmations',
  'POST /credentials',
  'POST /password-resets',
  'POST /sessions',
  'POST /sessions/refresh',
  'POST /sessions/revoke',
  'POST /webhooks/stripe',
  'POST /webhooks/e-teori/results',
  'POST /webhooks/findkoreskole/leads',
  'GET /opt-out/{token}',
  'POST /opt-out/{token}',
  // signed instead
  'POST /webhooks/twilio/status',
];
