import type { MembershipRow } from '../people/membership.entity.ts';
import { readPeople } from '../people/read-people.ts';
import { type CallerScope, studentInScope, teacherInScope } from '../people/scope.ts';
import { notFound } from '../shared/errors.ts';
import type { Context } from '../store/context.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import type { Row } from '../store/port.ts';
import type { Store } from '../store/store.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { Channel, NotificationKind, NotificationStatus } from './notification.ts';
import { type NotificationView, notificationView } from './views.ts';

export type NotificationFilters = {
  personId?: string | undefined;
  status?: NotificationStatus | undefined;
  kind?: NotificationKind | undefined;
  channel?: Channel | undefined;
};
type Request = NotificationFilters & { limit: number; cursor?: string | undefined };

/** One request reads this many rows at most; a list whose filter finds little goes on with its cursor. */
const READ_AT_MOST = 3_000;
const PAGE = 250;

/**
 * What a school has sent, newest first: to whom, what became of it, and if not, why. An answer may
 * hold fewer than `limit` and still have a cursor.
 */
export async function listNotifications(
  context: Context,
  schoolId: string,
  scope: CallerScope,
  { limit, cursor, ...filters }: Request,
): Promise<{ items: NotificationView[]; nextCursor: string | null }> {
  const { store, keys } = context;
  const list = `notifications ${schoolId} ${JSON.stringify([filters, scope])}`;
  let after = decodeCursor(keys, list, cursor);
  const items: NotificationView[] = [];
  const selective =
    scope.kind !== 'school' || Object.values(filters).some((filter) => filter !== undefined);
  const pageSize = selective ? PAGE : limit + 1;
  for (let read = 0; read < READ_AT_MOST; read += pageSize) {
    const query = notificationEntity.query.byTime({ owner: schoolId });
    const page = await store.page(notificationEntity, query, {
      ...{ limit: pageSize, descending: true },
      ...(after && { after }),
    });
    const seen = await visible(store, schoolId, scope, page.items);
    for (const row of page.items) {
      if (!matches(row, filters) || !seen(row)) continue;
      // The page is cut where the answer is full: the cursor then stands on this very row.
      if (items.length === limit) return { items, nextCursor: encodeCursor(keys, list, after) };
      items.push(notificationView(row));
      after = positionOf(row);
    }
    after = page.lastKey;
    if (!after) return { items, nextCursor: null };
  }
  return { items, nextCursor: encodeCursor(keys, list, after) };
}

/** One notification of the school, within the caller's scope. Throws `not_found`. */
export async function readNotification(
  { store }: Context,
  schoolId: string,
  scope: CallerScope,
  notificationId: string,
): Promise<NotificationRow> {
  const key = { owner: schoolId, notificationId };
  const row = await store.get(notificationEntity, notificationEntity.get(key));
  if (!row || !(await visible(store, schoolId, scope, [row]))(row)) {
    throw notFound('This notification');
  }
  return row;
}

/** The office of a department sees what its own people were told. */
async function visible(
  store: Store,
  schoolId: string,
  scope: CallerScope,
  rows: readonly NotificationRow[],
): Promise<(row: NotificationRow) => boolean> {
  if (scope.kind === 'school') return () => true;
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const people = await readPeople(store, schoolId, ids);
  const inScope = (member: MembershipRow) =>
    member.student ? studentInScope(scope, member) : teacherInScope(scope, member);
  return ({ personId }) => {
    const member = people.get(personId)?.membership;
    return member !== undefined && inScope(member);
  };
}

function matches(
  row: NotificationRow,
  { personId, status, kind, channel }: NotificationFilters,
): boolean {
  return (
    (personId === undefined || row.personId === personId) &&
    (status === undefined || row.status === status) &&
    (kind === undefined || row.kind === kind) &&
    (channel === undefined || row.channel === channel)
  );
}

/** Where a row stands in the list, as the table wants to hear it. */
function positionOf(row: NotificationRow): Row {
  const { Item } = notificationEntity.put(row).params() as { Item: Row };
  const { pk, sk, schoolPk, schoolSk } = Item;
  return { pk, sk, schoolPk, schoolSk };
}
