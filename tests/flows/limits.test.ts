import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, anyAddress, api } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail, registrationForm } from './support/forms.ts';
import { newSchool, PASSWORD, type School } from './support/people.ts';
import { rowsOf } from './support/rows.ts';

let school: School;

beforeAll(async () => {
  school = await newSchool();
});

afterEach(async () => {
  await control.clock(null);
});

const LIMITS: [string, number, (sourceIp: string) => Promise<Answer>][] = [
  [
    'registrations',
    10,
    (sourceIp) =>
      api('POST', `${school.path}/registrations`, { body: registrationForm(), sourceIp }),
  ],
  [
    'sessions',
    20,
    (sourceIp) =>
      api('POST', '/sessions', { body: { email: anyEmail(), password: PASSWORD }, sourceIp }),
  ],
  [
    'tokens',
    20,
    (sourceIp) =>
      api('POST', '/credentials', { body: { token: 'none', password: PASSWORD }, sourceIp }),
  ],
];

describe.each(LIMITS)('one address may send %s', (_, limit, send) => {
  test(`${limit} times a minute, then waits as long as Retry-After says; others do not wait`, async () => {
    await beginMinute();
    const [busy, quiet] = [anyAddress(), anyAddress()];

    const taken = await Promise.all(Array.from({ length: limit }, () => send(busy)));
    const refused = await send(busy);
    const others = await send(quiet);
    const seconds = Number(refused.headers.get('retry-after'));
    await passTime({ minutes: seconds / 60 });
    const later = await send(busy);

    expect(taken.map(({ status }) => status)).not.toContain(429);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited', status: 429 } });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number.isInteger(seconds)).toBe(true);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(others.status).not.toBe(429);
    expect(later.status).not.toBe(429);
  });
});

test('sessions, their refreshing and their revoking share one limit', async () => {
  await beginMinute();
  const sourceIp = anyAddress();
  const body = { refreshToken: 'none' };

  const answers: Answer[] = [];
  for (let nth = 0; nth < 10; nth += 1) {
    answers.push(await api('POST', '/sessions/refresh', { body, sourceIp }));
    answers.push(await api('POST', '/sessions/revoke', { body, sourceIp }));
  }
  const next = await api('POST', '/sessions', {
    body: { email: anyEmail(), password: PASSWORD },
    sourceIp,
  });

  expect(answers.map(({ status }) => status)).not.toContain(429);
  expect(next.status).toBe(429);
});

test('what is refused for the limit is not stored', async () => {
  await beginMinute();
  const sourceIp = anyAddress();
  const path = `${school.path}/registrations`;
  for (let nth = 0; nth < 10; nth += 1) await api('POST', path, { body: {}, sourceIp });
  const before = (await rowsOf('registration')).length;

  const answer = await api('POST', path, { body: registrationForm(), sourceIp });

  expect(answer.status).toBe(429);
  expect(await rowsOf('registration')).toHaveLength(before);
});

/** Sets the control clock to the beginning of the next minute: a whole window lies ahead. */
async function beginMinute(): Promise<void> {
  const now = (await control.now()).getTime();
  await control.clock(new Date(Math.ceil((now + 1) / 60_000) * 60_000).toISOString());
}
