import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { PASSWORD } from '../../flows/support/people.ts';
import { allRows, readKeys } from '../../flows/support/rows.ts';
import { stack } from '../../flows/support/stack.ts';
import { scanLogs } from './log-scan.ts';

// After each file no log of the stack holds what the tests, or the rows they left, know of anybody.
afterAll(async () => {
  const [rows, keys] = await Promise.all([allRows(), readKeys()]);
  const of = (entity: string, attribute: string) =>
    rows.flatMap((row) =>
      row.__edb_e__ === entity && typeof row[attribute] === 'string' ? [row[attribute]] : [],
    );
  const { localDir, users, secrets } = stack();

  const { leaks } = scanLogs(join(localDir, 'logs'), {
    address: [...of('person', 'email'), ...of('membership', 'email')],
    phone: of('membership', 'phone').map((phone) => phone.replace(/^\+45/, '')),
    password: [PASSWORD, ...users.map(({ password }) => password)],
    secret: Object.values(secrets).filter((secret) => secret !== null),
    'token of a link': of('notification', 'notificationId').map((id) => keys.linkToken(id)),
  });

  expect(leaks).toEqual([]);
});
