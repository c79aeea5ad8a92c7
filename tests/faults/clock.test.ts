import { afterEach, describe, expect, it } from 'vitest';
import { api, apiOk } from '../flows/support/api.ts';
import { inDays } from '../flows/support/clock.ts';
import { control, passTime } from '../flows/support/control.ts';
import { lastMailTo } from '../flows/support/mail.ts';
import { enrol, newSchool, signIn } from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { seeded } from '../flows/support/stack.ts';
import { claimsOf } from '../flows/support/tokens.ts';

/** Days ahead, half past midnight; not months: the sweep carries out all that falls due in between. */
const [THAT_DAY = '', THE_NEXT_DAY = ''] = [3, 4].map(inDays);
const THEN = `${THAT_DAY}T00:30:00.000Z`;
const ABOUT_THEN = new RegExp(`^${THAT_DAY}T00:3`);

afterEach(() => control.clock(null));

describe('the control clock', () => {
  it('is the time of functions, of what they store, and of mail', async () => {
    await control.clock(THEN);

    const school = await newSchool();
    const student = await enrol(school);

    expect(student.createdAt).toMatch(ABOUT_THEN);
    expect((await lastMailTo(student.email)).at).toMatch(ABOUT_THEN);
    const [notification] = await rowsOf('notification', { personId: student.id });
    expect(notification?.createdAt).toMatch(ABOUT_THEN);
    expect(notification?.sentAt).toMatch(ABOUT_THEN);
    expect((await control.events()).at(-1).detail.at).toMatch(ABOUT_THEN);
  });

  it('reaches functions that are running already', async () => {
    const at = async () => {
      const token = await signIn(seeded('school_admin'));
      return Number(claimsOf(token).iat);
    };
    await at(); // from here on the function is warm
    await control.clock(THEN);

    const then = await at();
    await passTime({ days: 1 });
    const aDayOn = await at();

    expect(new Date(then * 1000).toISOString()).toMatch(ABOUT_THEN);
    expect(new Date(aDayOn * 1000).toISOString()).toMatch(new RegExp(`^${THE_NEXT_DAY}T00:3`));
  });

  it('is the time of tokens: they begin, last fifteen minutes and end by it', async () => {
    await control.clock(THEN);

    const token = await signIn(seeded('teacher'));

    const { iat, exp } = claimsOf(token) as { iat: number; exp: number };
    expect(exp - iat).toBe(15 * 60);
    expect((await api('GET', '/me', { token })).status).toBe(200);
    await passTime({ minutes: 14 });
    expect((await api('GET', '/me', { token })).status).toBe(200);
    await passTime({ minutes: 2 });
    expect((await api('GET', '/me', { token })).status).toBe(401);
  });

  it('is the time of refresh tokens, which outlive access tokens', async () => {
    const { email, password } = seeded('teacher');
    const { body: session } = await apiOk('POST', '/sessions', { body: { email, password } });
    const { refreshToken } = session;

    await passTime({ hours: 2 });

    const { body } = await apiOk('POST', '/sessions/refresh', { body: { refreshToken } });
    expect((await api('GET', '/me', { token: session.accessToken })).status).toBe(401);
    expect((await api('GET', '/me', { token: body.accessToken })).status).toBe(200);
    await passTime({ days: 31 });
    expect((await api('POST', '/sessions/refresh', { body: { refreshToken } })).status).toBe(401);
  });

  it('runs on from the instant given, and null brings real time back', async () => {
    await control.clock(THEN);
    const first = await control.now();
    const second = await control.now();

    const back = await control.realTime();

    expect(first.getTime()).toBeGreaterThanOrEqual(Date.parse(THEN));
    expect(second.getTime()).toBeGreaterThan(first.getTime() - 1);
    expect(back.offsetMs).toBe(0);
  });

  it.each(['tomorrow', '2027-03-28', '2027-03-28T00:30:00', '2027-13-01T00:00:00Z'])(
    'refuses %s, which is no instant',
    async (now) => {
      await expect(control.clock(now)).rejects.toThrow(/: 400 /);
    },
  );
});
