import type { Keys } from '../../domain/shared/secrets.ts';
import { decodeCursor, encodeCursor } from '../../domain/store/cursor.ts';
import type { Page, PageOptions } from '../../domain/store/reader.ts';

/** One page of a list as an answer: the cursor in, the page read, the cursor out. `list` names the list and its owner. */
export async function answerPage<Row, View>(
  keys: Keys,
  list: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  view: (row: Row) => View,
  read: (options: PageOptions) => Promise<Page<Row>>,
): Promise<{ items: View[]; nextCursor: string | null }> {
  const after = decodeCursor(keys, list, cursor);
  const page = await read({ limit, ...(after && { after }) });
  return { items: page.items.map(view), nextCursor: encodeCursor(keys, list, page.lastKey) };
}

/**
 * One page of a list that is short enough to be read whole: a price list, a school's cars. The cursor
 * is the id of the last item given out, signed like every other.
 */
export function answerWhole<View extends { id: string }>(
  keys: Keys,
  list: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  views: readonly View[],
): { items: View[]; nextCursor: string | null } {
  const after = decodeCursor(keys, list, cursor)?.id;
  const from = after === undefined ? 0 : views.findIndex(({ id }) => id === after) + 1;
  const items = views.slice(from, from + limit);
  const last = from + limit < views.length ? items.at(-1) : undefined;
  return { items, nextCursor: encodeCursor(keys, list, last && { id: last.id }) };
}
