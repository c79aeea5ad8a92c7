import { join } from 'node:path';
import type { Row } from '../../../domain/store/port.ts';
import { type Leak, scanLogs } from './log-scan.ts';
import { PASSWORD } from './people.ts';
import { readKeys } from './rows.ts';
import { stack } from './stack.ts';

/** How far each log was read, and what of rows it was held to, when it was last asked. */
const read = new Map<string, number>();
const known = new Set<string>();

/**
 * What the logs of the stack, since this was last asked, tell of people and secrets: of anybody by the form,
 * of whoever came into the table since by their address, phone or token.
 */
export async function newLeaks(rows: readonly Row[]): Promise<Leak[]> {
  const keys = await readKeys();
  const news = (entity: string, attribute: string) =>
    rows.flatMap((row) => {
      const value = row[attribute];
      if (row.__edb_e__ !== entity || typeof value !== 'string' || known.has(value)) return [];
      known.add(value);
      return [value];
    });
  const { localDir, users, secrets } = stack();
  const { leaks } = scanLogs(
    join(localDir, 'logs'),
    {
      address: [...news('person', 'email'), ...news('membership', 'email')],
      phone: news('membership', 'phone').map((phone) => phone.replace(/^\+45/, '')),
      password: [PASSWORD, ...users.map(({ password }) => password)],
      secret: Object.values(secrets).filter((secret) => secret !== null),
      'token of a link': news('notification', 'notificationId').map((id) => keys.linkToken(id)),
    },
    read,
  );
  return leaks;
}
