import { createEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { deliverWebhook } from '../../domain/integrations/deliver-webhook.ts';
import { planDeliveries } from '../../domain/integrations/plan-deliveries.ts';
import { planTasks } from '../../domain/integrations/plan-tasks.ts';
import { PLATFORM_EVENTS } from '../../domain/integrations/platform.ts';
import { provisionStudent } from '../../domain/integrations/provision-student.ts';
import { receiveLead } from '../../domain/integrations/receive-lead.ts';
import { receiveResult } from '../../domain/integrations/receive-result.ts';
import { changeSettings } from '../../domain/schools/change-school.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import type { EventEnvelope } from '../../events/define.ts';
import type { World } from './store-world.ts';

const silent = { enqueue: async () => {} };

/**
 * A school that is connected: one student has an account and another waits for theirs, the profile
 * is to be published, one event arrived at an endpoint and another is under way, one result and one
 * lead came, and a lead that belongs nowhere.
 */
export async function connectSchool(
  world: World,
  schoolId: SchoolId,
  provisioned: string,
  eventsSoFar: () => EventEnvelope[],
): Promise<void> {
  const integrations = { eTeori: true, findkoreskole: true };
  await changeSettings(world.context(), schoolId, { integrations });
  const events = ['StudentEnrolled', 'InvoiceIssued'] as const;
  const input = { url: 'https://hooks.example.dk/in', events: [...events] };
  const resolver = { allowList: [], addressesOf: async () => ['8.8.8.8'] };
  const { id: endpointId } = await createEndpoint(world.context(), schoolId, input, resolver);
  const ofSchool = eventsSoFar().filter((event) => event.schoolId === schoolId);
  for (const event of ofSchool) {
    if ((PLATFORM_EVENTS as readonly string[]).includes(event.name))
      await planTasks(world.context(), event, silent);
    if (['StudentEnrolled', 'InvoiceIssued'].includes(event.name))
      await planDeliveries(world.context(), event, silent);
  }
  const eventId = ofSchool.find(({ name }) => name === 'StudentEnrolled')?.id ?? '';
  const taking = { post: async () => ({ status: 200 }) };
  await deliverWebhook(world.context(), { schoolId, endpointId, eventId }, taking);
  const eTeori = { provision: async () => ({ accountId: 'ete_1' }) };
  const message = { schoolId, subjectId: provisioned };
  await provisionStudent(world.context(), message, eTeori, { receiveCount: 1 });
  await receiveResult(world.context(), 'result-1', {
    ...{ studentRef: provisioned, test: 'Prøve 1', passed: true, score: 23 },
    takenAt: instant('2026-11-20T13:00:00Z'),
  });
  const lead = { name: 'Liv Lund', email: 'liv@example.dk', phone: '20123499' };
  await receiveLead(world.context(), 'lead-1', { ...lead, schoolRef: schoolId });
  await receiveLead(world.context(), 'lead-2', { ...lead, schoolRef: 'ukendt' });
}
