import { studentsBookedWith } from '../people/link-students.ts';
import type { MembershipRow } from '../people/membership.entity.ts';
import { pageStudents, readPeople } from '../people/read-people.ts';
import { type CallerScope, studentInScope } from '../people/scope.ts';
import { readDepartments } from '../schools/read-schools.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';

/** To whom staff write; exactly one of these. */
export type Audience =
  | { studentIds: readonly string[] }
  | { teacherId: string }
  | { departmentId: string }
  | { all: true };

const PAGE = 1_000;

/**
 * The active students of an audience, within the writer's scope, in the order of their names (those
 * named one by one in the order they were named). Throws `not_found` for whoever is not there or not
 * theirs, `rule_refused` by `not_enrolled` for a student named who is not active.
 */
export async function readAudience(
  store: Store,
  schoolId: string,
  scope: CallerScope,
  audience: Audience,
): Promise<string[]> {
  const booked =
    scope.kind === 'own' ? await studentsBookedWith(store, schoolId, scope.personId) : undefined;
  const visible = (member: MembershipRow) =>
    member.student !== undefined && studentInScope(scope, member, booked);
  if ('studentIds' in audience) return named(store, schoolId, audience.studentIds, visible);
  const wanted = await fitting(store, schoolId, scope, audience);
  const found: string[] = [];
  let after: Parameters<typeof pageStudents>[2]['after'];
  do {
    const page = await pageStudents(store, schoolId, { limit: PAGE, ...(after && { after }) });
    for (const member of page.items) {
      if (member.status === 'active' && visible(member) && wanted(member)) {
        found.push(member.personId);
      }
    }
    after = page.lastKey;
  } while (after);
  return found;
}

async function named(
  store: Store,
  schoolId: string,
  studentIds: readonly string[],
  visible: (member: MembershipRow) => boolean,
): Promise<string[]> {
  const ids = [...new Set(studentIds)];
  const people = await readPeople(store, schoolId, ids);
  for (const id of ids) {
    const member = people.get(id)?.membership;
    if (!member || !visible(member)) throw notFound('This student');
    if (member.status !== 'active') {
      throw new DomainError('rule_refused', 'This student is not active here.', {
        rule: 'not_enrolled',
        studentId: id,
      });
    }
  }
  return ids;
}

async function fitting(
  store: Store,
  schoolId: string,
  scope: CallerScope,
  audience: Exclude<Audience, { studentIds: readonly string[] }>,
): Promise<(member: MembershipRow) => boolean> {
  if ('all' in audience) return () => true;
  if ('teacherId' in audience) {
    const { teacherId } = audience;
    if (scope.kind === 'own' && teacherId !== scope.personId) throw notFound('This teacher');
    const teacher = (await readPeople(store, schoolId, [teacherId])).get(teacherId)?.membership;
    if (!teacher?.roles.includes('teacher')) throw notFound('This teacher');
    const theirs = await studentsBookedWith(store, schoolId, teacherId);
    return ({ personId, student }) =>
      theirs.has(personId) || (student?.teacherIds.includes(teacherId) ?? false);
  }
  const { departmentId } = audience;
  const departments = await readDepartments(store, schoolId);
  const outside = scope.kind === 'departments' && !scope.departmentIds.includes(departmentId);
  if (outside || !departments.some((one) => one.departmentId === departmentId)) {
    throw notFound('This department');
  }
  return ({ departmentIds }) => departmentIds.includes(departmentId);
}
