import { readMembership } from '../people/read-people.ts';
import { readSchool, readSettings } from '../schools/read-schools.ts';
import type { Language } from '../schools/school.ts';
import type { Context } from '../store/context.ts';
import { carryOutTask, type TaskOptions } from './carry-out-task.ts';
import type { TaskMessage } from './integration-queues.ts';

/** What e-teori.dk is told of a student: what an account needs, and no more. */
export type ETeoriStudent = {
  schoolRef: string;
  studentRef: string;
  schoolName: string;
  name: string;
  email: string;
  language: Language;
};

/** e-teori.dk. Asking twice for one student gives the same account: it goes by our reference. */
export type ETeori = { provision(student: ETeoriStudent): Promise<{ accountId: string }> };

/** Makes or links the student's account with e-teori.dk; see `carryOutTask` for what happens when it fails. */
export function provisionStudent(
  context: Context,
  { schoolId, subjectId }: TaskMessage,
  eTeori: ETeori,
  options: TaskOptions,
): Promise<void> {
  const key = { schoolId, platform: 'e-teori' as const, subjectId };
  const call = async () => {
    const [school, { settings }, membership] = await Promise.all([
      readSchool(context.store, schoolId),
      readSettings(context.store, schoolId),
      readMembership(context.store, schoolId, subjectId),
    ]);
    // What was wished days ago may be so no longer.
    if (!settings.integrations.eTeori || membership?.status !== 'active') return null;
    const { name, email, language } = membership;
    const { accountId } = await eTeori.provision({
      ...{ schoolRef: schoolId, studentRef: subjectId, schoolName: school.name },
      ...{ name, email, language },
    });
    return { told: 'provisioned', externalId: accountId };
  };
  return carryOutTask(context, key, call, options);
}
