import {
  contentOf,
  EMPTY_CHAIN,
  type Verification,
  verifyRecord,
} from '../../../domain/learning/chain.ts';
import type { ChainHead, RecordEntry } from '../../../domain/learning/entry.ts';
import type { PlanVersion } from '../../../domain/learning/plan.ts';
import { readPlanVersion } from '../../../domain/learning/read-plans.ts';
import { readRecord } from '../../../domain/learning/read-record.ts';
import { readWarnings } from '../../../domain/learning/read-warnings.ts';
import type { Warning } from '../../../domain/learning/warning.ts';
import { type Evidence, evidenceOf } from '../../../domain/notifications/evidence.ts';
import type { MembershipRow } from '../../../domain/people/membership.entity.ts';
import { readPeople } from '../../../domain/people/read-people.ts';
import type { SchoolRow } from '../../../domain/schools/school.entity.ts';
import type { Address } from '../../../domain/schools/school.ts';
import type { Instant } from '../../../domain/shared/instant.ts';
import type { Context } from '../../../domain/store/context.ts';

/**
 * A student's whole record, as it is exported and printed. `bin/check-record.mjs` reads this: what it
 * needs is `format`, the two ids, `head` and `entries`; a change of those is a new format.
 */
export type RecordDocument = {
  format: 'just-driving/record/1';
  exportedAt: Instant;
  school: { id: string; name: string; address: string; vatNumber: string | null; timeZone: string };
  student: { id: string; name: string; birthDate: string };
  /** the plan that the student follows, in the version they began */
  plan: PlanVersion | null;
  /** what the school calls those who appear in the record */
  people: Record<string, string>;
  head: ChainHead;
  entries: RecordEntry[];
  verification: Verification;
  /** what the student was warned and reminded of, and what became of each message */
  warnings: { at: string; about: Warning; messages: Evidence[] }[];
};

/** The record of a student of this school, at one moment, verified. */
export async function readRecordDocument(
  { store, now }: Pick<Context, 'store' | 'now'>,
  school: SchoolRow,
  student: MembershipRow,
): Promise<RecordDocument> {
  const { schoolId } = school;
  const studentId = student.personId;
  const { lessonPlanId, lessonPlanVersion } = student.student ?? {};
  const [record, plan, warnings] = await Promise.all([
    readRecord(store, schoolId, studentId),
    lessonPlanId && lessonPlanVersion
      ? readPlanVersion(store, schoolId, { lessonPlanId, version: lessonPlanVersion })
      : null,
    readWarnings(store, schoolId, studentId),
  ]);
  const [people, evidence] = await Promise.all([
    namesOf({ store }, schoolId, record.entries),
    evidenceOf(
      store,
      schoolId,
      studentId,
      warnings.map(({ eventId }) => eventId),
    ),
  ]);
  return {
    format: 'just-driving/record/1',
    exportedAt: now(),
    school: {
      id: schoolId,
      name: school.name,
      address: oneLine(school.address),
      vatNumber: school.vatNumber ?? null,
      timeZone: school.timeZone,
    },
    student: { id: studentId, name: student.name, birthDate: student.student?.birthDate ?? '' },
    plan,
    people,
    head: record.head ?? EMPTY_CHAIN,
    entries: record.entries,
    verification: verifyRecord({ schoolId, studentId }, record.entries, record.head),
    warnings: warnings.map(({ at, about, eventId }) => ({
      at,
      about,
      messages: evidence.get(eventId) ?? [],
    })),
  };
}

async function namesOf(
  { store }: Pick<Context, 'store'>,
  schoolId: string,
  entries: readonly RecordEntry[],
): Promise<Record<string, string>> {
  const ids = entries.flatMap((entry) => {
    const content = contentOf(entry);
    return content ? [content.by, content.shown.lesson.teacherId] : [];
  });
  const people = await readPeople(store, schoolId, ids);
  return Object.fromEntries([...people].map(([id, { membership }]) => [id, membership.name]));
}

function oneLine(address: Address): string {
  if (typeof address === 'string') return address;
  return `${address.street}, ${address.postalCode} ${address.city}`;
}
