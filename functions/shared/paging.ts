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
