import { defineOperation } from '../shared/operation.ts';

export const receiveTwilioStatusRoute = defineOperation({
  name: 'receive-twilio-status',
  method: 'POST',
  path: '/webhooks/twilio/status',
  summary: 'Twilio reports what became of an SMS: a form, signed over the public address.',
  who: 'public',
  response: { status: 204 },
  errors: ['forbidden'],
  needs: { twilioCallbacks: true, queues: ['deliveries'] },
});
