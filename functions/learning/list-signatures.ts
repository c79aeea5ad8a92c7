import { storedEntryView } from '../../domain/learning/entry-view.ts';
import { pageRecord } from '../../domain/learning/read-record.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listSignaturesRoute } from './list-signatures.contract.ts';

export const handler = apiHandler(
  listSignaturesRoute,
  async ({ params, query, caller, context }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    const list = `signatures ${schoolId} ${studentId}`;
    return ok(
      await answerPage(context.keys, list, query, storedEntryView, (options) =>
        pageRecord(context.store, schoolId, studentId, options),
      ),
    );
  },
);
