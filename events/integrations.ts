import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** e-teori.dk told the result of a theory test, or corrected one. `resultId` names student, test and time. */
export const theoryResultReceived = defineEvent(
  'TheoryResultReceived',
  1,
  z.object({ studentId: id('per'), resultId: z.string(), passed: z.boolean() }),
);

/** A webhook endpoint failed for a day, or said that it is gone, and was switched off. Its school's administrators are told. */
export const webhookEndpointDisabled = defineEvent(
  'WebhookEndpointDisabled',
  1,
  z.object({
    endpointId: id('whk'),
    reason: z.enum(['failing', 'gone']),
    adminIds: z.array(id('per')),
  }),
);
