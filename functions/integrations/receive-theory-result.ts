import { receiveResult } from '../../domain/integrations/receive-result.ts';
import { readInstant } from '../../domain/shared/time.ts';
import { accepted } from '../shared/answer.ts';
import { log } from '../shared/log.ts';
import { reportQuarantine } from '../shared/metrics.ts';
import { signedHandler } from '../shared/signed-handler.ts';
import { receiveTheoryResultRoute } from './receive-theory-result.contract.ts';

/** e-teori.dk is a Danish platform: a time without an offset is the one on its clocks. */
const DANISH_TIME = 'Europe/Copenhagen';

export const handler = signedHandler(
  receiveTheoryResultRoute,
  'e-teori',
  async ({ deliveryId, body, context }) => {
    const takenAt = readInstant(body.takenAt, DANISH_TIME, '/takenAt');
    const taken = await receiveResult(context, deliveryId, { ...body, takenAt });
    log.info('theory result', { correlationId: context.correlationId, ...taken });
    if (taken.outcome === 'quarantined') reportQuarantine();
    return accepted();
  },
);
