import { searchable } from '../shared/text.ts';
import type { Context } from '../store/context.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import type { Row } from '../store/port.ts';
import { studentsBookedWith } from './link-students.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';
import type { MembershipStatus } from './membership.ts';
import { pageStudents, readMembership } from './read-people.ts';
import { type CallerScope, studentInScope } from './scope.ts';
import { type StudentView, studentView } from './views.ts';

export type StudentFilters = {
  q?: string | undefined;
  status?: MembershipStatus | undefined;
  teacherId?: string | undefined;
  departmentId?: string | undefined;
};

type Request = StudentFilters & { limit: number; cursor?: string | undefined };

/** One request reads this many rows at most; a list whose filter finds little goes on with its cursor. */
const READ_AT_MOST = 2_000;
const PAGE = 200;

/**
 * A school's students by name, within the caller's scope. `q` looks into name, e-mail and phone,
 * without regard to case and accents. An answer may hold fewer than `limit` and still have a cursor.
 */
export async function listStudents(
  context: Context,
  schoolId: string,
  scope: CallerScope,
  { limit, cursor, ...filters }: Request,
): Promise<{ items: StudentView[]; nextCursor: string | null }> {
  const list = `students ${schoolId} ${JSON.stringify([filters, scope])}`;
  let after = decodeCursor(context.keys, list, cursor);
  if (scope.kind === 'self') {
    const own = await readMembership(context.store, schoolId, scope.personId);
    return {
      items: own?.student && matches(own, filters) ? [studentView(own)] : [],
      nextCursor: null,
    };
  }
  const items: StudentView[] = [];
  const booked =
    scope.kind === 'own'
      ? await studentsBookedWith(context.store, schoolId, scope.personId)
      : undefined;
  const selective =
    scope.kind !== 'school' || Object.values(filters).some((filter) => filter !== undefined);
  const pageSize = selective ? PAGE : limit + 1;
  for (let read = 0; read < READ_AT_MOST; read += pageSize) {
    const page = await pageStudents(context.store, schoolId, {
      limit: pageSize,
      ...(after && { after }),
    });
    for (const row of page.items) {
      if (!row.student || !studentInScope(scope, row, booked) || !matches(row, filters)) continue;
      // The page is cut where the answer is full: the cursor then stands on this very row.
      if (items.length === limit)
        return { items, nextCursor: encodeCursor(context.keys, list, after) };
      items.push(studentView(row));
      after = positionOf(row);
    }
    after = page.lastKey;
    if (!after) return { items, nextCursor: null };
  }
  return { items, nextCursor: encodeCursor(context.keys, list, after) };
}

function matches(
  row: MembershipRow,
  { q, status, teacherId, departmentId }: StudentFilters,
): boolean {
  if (status !== undefined && row.status !== status) return false;
  if (teacherId !== undefined && !row.student?.teacherIds.includes(teacherId)) return false;
  if (departmentId !== undefined && !row.departmentIds.includes(departmentId)) return false;
  if (q === undefined) return true;
  const wanted = searchable(q);
  // Digits within a name or an address are no phone number.
  const digits = /\p{L}/u.test(q) ? '' : q.replace(/\D/g, '');
  return (
    searchable(row.name).includes(wanted) ||
    row.email.includes(q.toLowerCase()) ||
    (digits.length >= 3 && (row.phone ?? '').includes(digits))
  );
}

/** Where a row stands in the list, as the table wants to hear it. */
function positionOf(row: MembershipRow): Row {
  const { Item } = membershipEntity.put(row).params() as { Item: Row };
  const { pk, sk, schoolPk, schoolSk } = Item;
  return { pk, sk, schoolPk, schoolSk };
}
