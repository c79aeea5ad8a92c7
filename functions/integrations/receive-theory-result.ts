import { receiveResult } from '../../domain/integrations/receive-result.ts';
import { accepted } from '../shared/answer.ts';
import { log } from '../shared/log.ts';
import { reportQuarantine } from '../shared/metrics.ts';
import { signedHandler } from '../shared/signed-handler.ts';
import { receiveTheoryResultRoute } from './receive-theory-result.contract.ts';

export const handler = signedHandler(
  receiveTheoryResultRoute,
  'e-teori',
  async ({ deliveryId, body, context }) => {
    const taken = await receiveResult(context, deliveryId, body);
    log.info('theory result', { correlationId: context.correlationId, ...taken });
    if (taken.outcome === 'quarantined') reportQuarantine();
    return accepted();
  },
);
