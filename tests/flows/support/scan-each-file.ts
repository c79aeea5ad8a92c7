import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { scanLogs } from './log-scan.ts';
import { PASSWORD } from './people.ts';
import { allRows, readKeys } from './rows.ts';
import { stack } from './stack.ts';

/** Lines of each log, and whatever rows tell of people, that an earlier file was held to. */
const read = new Map<string, number>();
const known = new Set<string>();

// After each file no log of the stack holds what the tests, or the rows they left, know of anybody.
afterAll(async () => {
  const [rows, keys] = await Promise.all([allRows(), readKeys()]);
  const of = (entity: string, attribute: string) =>
    rows.flatMap((row) =>
      row.__edb_e__ === entity && typeof row[attribute] === 'string' ? [row[attribute]] : [],
    );
  const news = (values: readonly string[]) => {
    const fresh = values.filter((value) => !known.has(value));
    for (const value of fresh) known.add(value);
    return fresh;
  };
  const { localDir, users, secrets } = stack();

  const { leaks } = scanLogs(
    join(localDir, 'logs'),
    {
      address: news([...of('person', 'email'), ...of('membership', 'email')]),
      phone: news(of('membership', 'phone').map((phone) => phone.replace(/^\+45/, ''))),
      password: [PASSWORD, ...users.map(({ password }) => password)],
      secret: Object.values(secrets).filter((secret) => secret !== null),
      'token of a link': news(of('notification', 'notificationId')).map((id) => keys.linkToken(id)),
    },
    read,
  );

  expect(leaks).toEqual([]);
});
