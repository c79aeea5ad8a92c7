import * as z from 'zod';
import { WEBHOOK_EVENTS } from '../../domain/integrations/webhook-events.ts';
import { idOf } from './schemas.ts';

/** Fields of a webhook endpoint as callers send them. */
export const endpointFields = {
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(100),
};

export const endpointParams = z.object({ schoolId: idOf('sch'), endpointId: idOf('whk') });
