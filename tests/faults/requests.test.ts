import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../flows/support/api.ts';
import { audit } from '../flows/support/audit.ts';
import { control, passTime } from '../flows/support/control.ts';
import { anyEmail, registrationForm, unique } from '../flows/support/forms.ts';
import { lastTokenTo, mailTo } from '../flows/support/mail.ts';
import {
  newFeeSchool,
  newStudent,
  PASSWORD,
  register,
  type School,
  signIn,
} from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { crashing } from './support/crashing.ts';

const TRANSACTION = 'dynamodb:TransactWriteItems';
/** Longer than a dead caller's claim on a link. */
const CLAIM_OVER = { minutes: 0.5 };
const GATEWAYS_OWN = '{"message":"Internal Server Error"}';

let school: School;
beforeAll(async () => {
  school = await newFeeSchool();
});
afterEach(async () => {
  await control.clearCrashes();
  await audit();
});

describe('create-student with an Idempotency-Key, killed', () => {
  it.each([
    { when: 'before', stored: 0 },
    { when: 'after', stored: 1 },
  ] as const)(
    '$when its commit: the retry gets the 201, and one student is there',
    async ({ when, stored }) => {
      const body = registrationForm();
      const headers = { 'idempotency-key': unique('key') };
      // A token of its own: the clock moves in this file, and tokens end by it.
      const token = await signIn(school.admin);
      const send = () => api('POST', `${school.path}/students`, { body, headers, token });

      const first = await crashing({ function: 'create-student', call: TRANSACTION, when }, send);
      expect({ status: first.status, text: first.text }).toEqual({
        status: 500,
        text: GATEWAYS_OWN,
      });
      expect(await rowsOf('person', { email: body.email })).toHaveLength(stored);
      const second = await send();
      const third = await send();

      expect(second.status).toBe(201);
      expect(second.headers.get('location')).toBe(`${school.path}/students/${second.body.id}`);
      expect({ status: third.status, body: third.body }).toEqual({
        status: 201,
        body: second.body,
      });
      expect(await rowsOf('person', { email: body.email })).toMatchObject([
        { personId: second.body.id },
      ]);
      expect(await rowsOf('invoice', { studentId: second.body.id })).toHaveLength(1);
      expect(await mailTo(body.email)).toHaveLength(2); // welcome and invoice
    },
  );
});

describe('create-registration killed after its commit', () => {
  it('the visitor tries again and becomes one student, told once', async () => {
    const email = anyEmail('ida');
    const crash = { function: 'create-registration', call: TRANSACTION, when: 'after' } as const;

    const first = await crashing(crash, () => register(school, { email }));
    const second = await register(school, { email });

    expect([first.status, second.status]).toEqual([500, 202]);
    expect(await mailTo(email)).toHaveLength(1);
    expect(await rowsOf('person', { email })).toHaveLength(1);
  });
});

describe('set-password killed', () => {
  it.each([
    { call: TRANSACTION, nth: 1, when: 'before' },
    { call: TRANSACTION, nth: 1, when: 'after' },
    { call: 'cognito-idp:AdminCreateUser', nth: 1, when: 'before' },
    { call: 'cognito-idp:AdminCreateUser', nth: 1, when: 'after' },
    { call: 'cognito-idp:AdminSetUserPassword', nth: 1, when: 'before' },
    { call: 'cognito-idp:AdminSetUserPassword', nth: 1, when: 'after' },
    { call: TRANSACTION, nth: 2, when: 'before' },
    { call: TRANSACTION, nth: 2, when: 'after' },
  ] as const)('$when $call $nth: the link works again, or is truthfully spent', async (point) => {
    const email = anyEmail('ida');
    await register(school, { email });
    const link = { token: await lastTokenTo(email), password: PASSWORD };
    const redeem = () => api('POST', '/credentials', { body: link, once: true });
    const [member] = await rowsOf('membership', { email, schoolId: school.id });
    const personId = member?.personId;
    const statusNow = async () =>
      (await rowsOf('membership', { personId, schoolId: school.id }))[0]?.status;

    const first = await crashing({ function: 'set-password', ...point }, redeem);
    expect({ status: first.status, text: first.text }).toEqual({ status: 500, text: GATEWAYS_OWN });
    const isDone = point.nth === 2 && point.when === 'after';
    expect(await statusNow()).toBe(isDone ? 'active' : 'pending');

    // A claim that the dead one holds is told as what it is: somebody is at it.
    const atOnce = await redeem();
    if (atOnce.status === 503) {
      expect(atOnce.body.code).toBe('busy');
      expect(Number(atOnce.headers.get('retry-after'))).toBeGreaterThan(0);
    } else expect(atOnce.status).toBe(isDone ? 410 : 204);
    await passTime(CLAIM_OVER);
    const later = await redeem();
    expect(later.status).toBe(atOnce.status === 503 ? 204 : 410);

    const spent = await redeem();
    expect({ status: spent.status, code: spent.body.code }).toEqual({
      status: 410,
      code: 'link_invalid',
    });
    const { body } = await api('GET', '/me', {
      token: await signIn({ email, password: PASSWORD }),
    });
    expect(body).toMatchObject({
      personId,
      memberships: [{ schoolId: school.id, status: 'active' }],
    });
    expect(await rowsOf('invoice', { studentId: personId })).toMatchObject([{ status: 'issued' }]);
    expect(await rowsOf('ledger-entry', { studentId: personId })).toHaveLength(1);
  });
});

describe('confirm-membership killed', () => {
  let second: School;
  beforeAll(async () => {
    second = await newFeeSchool();
  });

  it.each([
    { when: 'before', again: 204 },
    { when: 'after', again: 410 },
  ] as const)('$when its commit: active once, with one invoice', async ({ when, again }) => {
    const token = await signIn(school.admin);
    const admin = { ...school.admin, token };
    const { email, personId } = await newStudent({ ...school, admin });
    await register(second, { email });
    const link = { token: await lastTokenTo(email) };
    const confirm = () => api('POST', '/confirmations', { body: link });

    const first = await crashing(
      { function: 'confirm-membership', call: TRANSACTION, when },
      confirm,
    );
    const retry = await confirm();

    expect([first.status, retry.status]).toEqual([500, again]);
    const there = { personId, schoolId: second.id };
    expect(await rowsOf('membership', there)).toMatchObject([{ status: 'active' }]);
    expect(await rowsOf('invoice', { studentId: personId, schoolId: second.id })).toMatchObject([
      { status: 'issued' },
    ]);
  });
});
