import { receiveLead } from '../../domain/integrations/receive-lead.ts';
import { accepted } from '../shared/answer.ts';
import { log } from '../shared/log.ts';
import { reportQuarantine } from '../shared/metrics.ts';
import { signedHandler } from '../shared/signed-handler.ts';
import { receiveLeadRoute } from './receive-lead.contract.ts';

export const handler = signedHandler(
  receiveLeadRoute,
  'findkoreskole',
  async ({ deliveryId, body, context }) => {
    const taken = await receiveLead(context, deliveryId, body);
    log.info('lead', { correlationId: context.correlationId, ...taken });
    if (taken.outcome === 'quarantined') reportQuarantine();
    return accepted();
  },
);
