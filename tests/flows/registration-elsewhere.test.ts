import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import { lastMailTo, lastTokenTo, tokenIn } from './support/mail.ts';
import {
  newFeeSchool,
  newSchool,
  newStudent,
  PASSWORD,
  register,
  type School,
  signIn,
} from './support/people.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
let other: School;

beforeAll(async () => {
  [school, other] = await Promise.all([newFeeSchool(), newSchool({ name: 'Naboskolen' })]);
});

afterEach(async () => {
  await control.clock(null);
});

describe("a stranger who types somebody's address", () => {
  test('changes nothing of theirs in another school, before the confirmation and after', async () => {
    const student = await newStudent(other, {
      name: 'Maja Bech',
      phone: '+4530303030',
      address: 'Egevej 7',
    });
    const before = await apiOk('GET', '/me', { token: student.token });

    await register(school, {
      email: student.email,
      name: 'En Anden',
      phone: '+4540404040',
      language: 'en',
    });
    const confirm = tokenIn(await lastMailTo(student.email));
    const unconfirmed = await apiOk('GET', '/me', { token: student.token });
    const refused = await api('GET', `${school.path}/students/${student.personId}`, {
      token: student.token,
    });
    const confirmed = await api('POST', '/confirmations', { body: { token: confirm } });
    const after = await apiOk('GET', '/me', { token: student.token });

    const there = before.body.memberships[0];
    expect(membershipIn(unconfirmed, other)).toEqual(there);
    expect(membershipIn(unconfirmed, school)).toMatchObject({ status: 'pending' });
    expect(refused.status).toBe(404);
    expect(confirmed.status).toBe(204);
    expect(membershipIn(after, other)).toEqual(there);
    expect(membershipIn(after, school)).toMatchObject({
      status: 'active',
      profile: { name: 'En Anden', phone: '+4540404040', language: 'en' },
    });
    expect(after.body).toMatchObject({ personId: student.personId, email: student.email });
    expect(await signIn(student)).toBeTruthy();
  });

  test('changes nothing of theirs in the same school: one mail says so', async () => {
    const student = await newStudent(school, { name: 'Maja Bech' });
    const before = await studentOf(student.personId);
    await passTime({ minutes: 61 });

    await register(school, { email: student.email, name: 'En Anden', phone: '+4540404040' });

    const mail = await lastMailTo(student.email);
    const { version: _, ...after } = await studentOf(student.personId);
    expect(mail.subject).toBe('Du er allerede tilmeldt hos Prøveskolen');
    expect(mail.text).not.toContain('token=');
    expect(before).toMatchObject(after);
    expect((await rowsOf('invoice', { studentId: student.personId })).length).toBe(1);
  });

  test('does not move where the mails of the other school go', async () => {
    const student = await newStudent(other);
    await register(school, { email: student.email });
    await api('POST', '/confirmations', { body: { token: await lastTokenTo(student.email) } });
    const path = `${school.path}/students/${student.personId}`;
    await apiOk('PATCH', path, { body: { name: 'Ny Her' }, token: await freshAdmin() });

    const there = await apiOk('GET', `${other.path}/students/${student.personId}`, {
      token: other.admin.token,
    });

    expect(there.body).toMatchObject({ name: 'Ida Holm', email: student.email });
  });
});

test('each link activates the membership of its own school alone', async () => {
  const email = anyEmail();
  await register(school, { email });
  const here = await lastTokenTo(email);
  await register(other, { email });

  await apiOk('POST', '/credentials', { body: { token: here, password: PASSWORD } });

  const { body } = await apiOk('GET', '/me', {
    token: await signIn({ email, password: PASSWORD }),
  });
  expect(membershipIn({ body }, school).status).toBe('active');
  expect(membershipIn({ body }, other).status).toBe('pending');
});

/** The administrator, signed in by the clock as it stands. */
function freshAdmin(): Promise<string> {
  return signIn(school.admin);
}

async function studentOf(id: string) {
  const { body } = await apiOk('GET', `${school.path}/students/${id}`, {
    token: await freshAdmin(),
  });
  return body;
}

// biome-ignore lint/suspicious/noExplicitAny: a membership as `GET /me` tells it
function membershipIn({ body }: { body: any }, { id }: School): any {
  return body.memberships.find(({ schoolId }: { schoolId: string }) => schoolId === id);
}
