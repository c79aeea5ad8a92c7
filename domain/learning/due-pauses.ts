import { pauseWarningDue } from '../../events/learning.ts';
import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import { type SchoolRow, schoolEntity } from '../schools/school.entity.ts';
import { settingsEntity } from '../schools/school-rows.entity.ts';
import { settingsWith } from '../schools/settings.ts';
import type { EventId, PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { Decision } from '../store/store.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { create, replace } from '../store/write.ts';
import { type PauseRow, pauseEntity } from './pause.entity.ts';
import { nextWarning, resumeBy, warningsNow } from './pause.ts';
import { plansOf } from './plans-of.ts';
import { progressOf } from './progress.ts';
import { readLessons } from './read-lessons.ts';
import { warningEntity } from './warning.entity.ts';

const PK = /^(?<schoolId>sch_[0-9a-z]{26})#stu#(?<studentId>per_[0-9a-z]{26})$/;
const NOTHING = { writes: [], result: undefined };

/**
 * Students who have not been taught for a while. A warning is claimed by moving the row's due time on
 * in the transaction that tells of it, and leaves a row as evidence: each is given once. Who has left,
 * or has learnt everything, is warned of nothing.
 */
export const duePauses: DueKind = {
  name: 'pause',
  owns: ({ pk, sk }) => PK.test(pk) && sk === 'pause',
  async carryOut(context, { pk }) {
    const { schoolId = '', studentId = '' } = PK.exec(pk)?.groups ?? {};
    const eventId = context.newId('evt');
    await context.store.transact(context, async (): Promise<Decision<undefined>> => {
      const [pause, school, settings, student] = await context.store.getAll(
        [pauseEntity, pauseEntity.get({ schoolId, studentId })],
        [schoolEntity, schoolEntity.get({ schoolId })],
        [settingsEntity, settingsEntity.get({ schoolId })],
        [membershipEntity, membershipEntity.get({ schoolId, personId: studentId })],
      );
      // The index may be behind: what the row says now decides.
      if (!pause?.dueAt || pause.dueAt > context.now() || !school || !student) return NOTHING;
      const { pauseWarnDays } = settingsWith(settings?.changes).learning;
      return planWarning(context, { pause, school, student, pauseWarnDays, eventId });
    });
  },
};

type DuePause = {
  pause: PauseRow;
  school: SchoolRow;
  student: MembershipRow;
  pauseWarnDays: readonly number[];
  eventId: EventId;
};

async function planWarning(
  context: Context,
  { pause, school, student, pauseWarnDays, eventId }: DuePause,
): Promise<Decision<undefined>> {
  const { schoolId, timeZone } = school;
  const { studentId, lastTaughtOn } = pause;
  const now = context.now();
  const bare = { ...notDue(pause), version: pause.version + 1 } as PauseRow;
  const plan = (await plansOf(context.store, schoolId, [student])).get(studentId) ?? null;
  const lessons = await readLessons(context.store, schoolId, studentId);
  const concerns =
    student.status === 'active' && plan && !progressOf(plan, lessons, timeZone).ready;
  if (!concerns || !lastTaughtOn) return { ...NOTHING, writes: [replace(pauseEntity, bare)] };

  const warnDays = plan.pause.warnDays ?? pauseWarnDays;
  const { months } = plan.pause;
  const { due, give } = warningsNow(
    { lastTaughtOn, handled: pause.handled },
    { warnDays, months, timeZone },
    now,
  );
  const handled = [...pause.handled, ...due];
  const next = nextWarning({ lastTaughtOn, handled }, warnDays, timeZone, now);
  const write = replace(pauseEntity, { ...bare, handled, ...(next && dueAt(next, studentId)) });
  if (give === null) return { ...NOTHING, writes: [write] };
  const facts = { days: give, lastTaughtOn, resumeBy: resumeBy(lastTaughtOn, months) };
  const about = { kind: 'pause' as const, ...facts };
  const event = pauseWarningDue.of(
    schoolId as SchoolId,
    { id: studentId, version: bare.version },
    { studentId: studentId as PersonId, ...facts },
  );
  return {
    writes: [write, create(warningEntity.create({ schoolId, studentId, eventId, about, at: now }))],
    events: [{ ...event, id: eventId }],
    result: undefined,
  };
}
