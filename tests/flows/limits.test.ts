import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configFor } from '../../infra/config.ts';
import { type Answer, anyAddress, api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail, registrationForm } from './support/forms.ts';
import {
  enrol,
  newSchool,
  openAllNight,
  PASSWORD,
  register,
  type School,
  signIn,
} from './support/people.ts';
import { fillCounters, readKeys, rowsOf } from './support/rows.ts';
import { operations, pathOf } from './support/tenancy/requests.ts';

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

    const taken: Answer[] = [];
    for (let nth = 0; nth < limit; nth += 1) taken.push(await send(busy));
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

describe('every operation with a limit per address counts against it', () => {
  const limited = operations.filter(({ rateLimit }) => rateLimit !== undefined);
  const { rateLimits } = configFor('dev');

  test.each(limited.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (_, operation) => {
      await beginMinute();
      const limit = operation.rateLimit as keyof typeof rateLimits;
      const [busy, quiet] = [anyAddress(), anyAddress()];
      const of = `${limit}#${(await readKeys()).rate(busy)}`;
      await fillCounters([{ of, seconds: 60, count: rateLimits[limit], at: await control.now() }]);
      const path = pathOf(operation, school, { token: 'a'.repeat(43) });
      const send = (sourceIp: string) =>
        api(operation.method, path, {
          sourceIp,
          ...(operation.method !== 'GET' && { body: {} }),
        });

      const [refused, others] = [await send(busy), await send(quiet)];

      expectToWait(refused);
      expect(others.status).not.toBe(429);
    },
  );
});

describe('one school', () => {
  test("'s registrations have a limit of their own, whatever the addresses; other schools do not wait", async () => {
    await beginMinute();
    const { school: count } = configFor('dev').rateLimits;
    const other = await newSchool();
    const of = `school#${school.id}`;
    await fillCounters([{ of, seconds: 60, count, at: await control.now() }]);

    const [refused, others] = [await register(school), await register(other)];
    await passTime({ minutes: Number(refused.headers.get('retry-after')) / 60 });
    const later = await register(school);

    expectToWait(refused);
    expect([others.status, later.status]).toEqual([202, 202]);
  });

  test('has its share of what the providers take: more waits a minute, and other schools do not', async () => {
    const [busy, quiet] = [await newListeners(), await newListeners()];
    await beginMinute();
    const { schoolPerMinute: count } = configFor('dev').sendingLimits;
    const of = `sending-school#${busy.school.id}`;
    await fillCounters([{ of, seconds: 60, count, at: await control.now() }]);

    await Promise.all([busy.tell('email'), quiet.tell('email')]);
    await control.idle();
    const first = [await busy.told('email'), await quiet.told('email')];
    await control.idle(inMinutes(await control.now(), 2));
    const later = await busy.told('email');

    expect(first.map(({ status }) => status)).toEqual(['held', 'sent']);
    expect(later.status).toBe('sent');
  });
});

test('one number gets so many SMS an hour, whoever sends them; more waits, other numbers do not', async () => {
  const [busy, quiet] = [await newListeners('+4520998877'), await newListeners('+4520998866')];
  await beginMinute();
  const { numberPerHour: count } = configFor('dev').sendingLimits;
  const of = `sending-number#${(await readKeys()).suppression('+4520998877')}`;
  await fillCounters([{ of, seconds: 3_600, count, at: await control.now() }]);

  await Promise.all([busy.tell('sms'), quiet.tell('sms')]);
  await control.idle();
  const first = [await busy.told('sms'), await quiet.told('sms')];
  await control.idle(inMinutes(await control.now(), 61));
  const later = await busy.told('sms');

  expect(first.map(({ status }) => status)).toEqual(['held', 'sent']);
  expect(['sent', 'delivered']).toContain(later.status);
});

test('each stage that reaches people has every limit', () => {
  for (const stage of ['staging', 'production'] as const) {
    const { rateLimits, sendingLimits, throttle } = configFor(stage);

    expect(rateLimits).toEqual({ registrations: 10, sessions: 20, tokens: 20, school: 120 });
    expect(sendingLimits).toEqual({ schoolPerMinute: 300, numberPerHour: 20 });
    expect(throttle).toEqual({ rate: 1_000, burst: 2_000 });
  }
});

function expectToWait({ status, body, headers }: Answer): void {
  const seconds = Number(headers.get('retry-after'));
  expect([status, body.code]).toEqual([429, 'rate_limited']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
}

/** A school with a student, to whom it writes at any hour. */
async function newListeners(phone = '+4520998855') {
  const own = await newSchool();
  const { token } = own.admin;
  const { id } = await enrol(own, { phone });
  await openAllNight(own);
  await control.idle();
  return {
    school: own,
    tell: (channel: string) =>
      apiOk('POST', `${own.path}/messages`, {
        body: { audience: { studentIds: [id] }, channels: [channel], body: 'Hej' },
        token,
      }),
    told: async (channel: string) => {
      const path = `${own.path}/notifications?kind=staff_message&channel=${channel}`;
      return (await apiOk('GET', path, { token: await signIn(own.admin) })).body.items[0];
    },
  };
}

function inMinutes(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}

/** Sets the control clock to the beginning of the next minute: a whole window lies ahead. */
async function beginMinute(): Promise<void> {
  const now = (await control.now()).getTime();
  await control.clock(new Date(Math.ceil((now + 1) / 60_000) * 60_000).toISOString());
}
