import { readWarnings } from '../../domain/learning/read-warnings.ts';
import { evidenceOf } from '../../domain/notifications/evidence.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listWarningsRoute } from './list-warnings.contract.ts';

export const handler = apiHandler(listWarningsRoute, async ({ params, query, caller, context }) => {
  const { schoolId, studentId } = params;
  await readStudent(context.store, schoolId, studentId, caller.scope);
  const warnings = await readWarnings(context.store, schoolId, studentId);
  const events = warnings.map(({ eventId }) => eventId);
  const evidence = await evidenceOf(context.store, schoolId, studentId, events);
  const views = warnings.map(({ eventId, at, about }) => ({
    ...{ id: eventId, at, ...about },
    notifications: evidence.get(eventId) ?? [],
  }));
  return ok(answerWhole(context.keys, `warnings ${schoolId} ${studentId}`, query, views));
});
