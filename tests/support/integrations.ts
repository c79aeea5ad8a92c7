import { changeSettings } from '../../domain/schools/change-school.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import type { Context } from '../../domain/store/context.ts';
import { givenSchool } from './sample-school.ts';
import { createWorld } from './store-world.ts';

type Enqueued = { queue: string; message: Record<string, string> };

/** Queues that only remember. */
export function memoryIntegrationQueues() {
  const sent: Enqueued[] = [];
  const enqueue = async (queue: string, message: object) => {
    sent.push({ queue, message: message as Record<string, string> });
  };
  return { queues: { enqueue }, sent };
}

/** A school that has opted in to both platforms, in a world whose clock a test can move. */
export async function platformStage(
  integrations = { eTeori: true, findkoreskole: true },
  seed = 1,
) {
  const world = createWorld({ seed });
  let moved = 0;
  const context = (): Context => world.context({ now: () => world.now(moved) });
  const schoolId: SchoolId = await givenSchool(world, 'nordby');
  await changeSettings(context(), schoolId, { integrations });
  return {
    ...{ world, context, schoolId, ...memoryIntegrationQueues() },
    pass: (milliseconds: number) => {
      moved += milliseconds;
    },
  };
}
