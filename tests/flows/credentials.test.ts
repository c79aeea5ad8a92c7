import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import { lastMailTo, lastTokenTo, linkIn, mailTo } from './support/mail.ts';
import {
  newSchool,
  newStaff,
  newStudent,
  PASSWORD,
  register,
  type School,
  signIn,
} from './support/people.ts';
import { rowsThatMatter } from './support/rows.ts';

const NEW_PASSWORD = 'En-anden-adgangskode-8';

let school: School;

beforeAll(async () => {
  school = await newSchool();
});

afterEach(async () => {
  await control.clock(null);
});

describe('a mailed link', () => {
  test('sets a password once: 204, then 410, like an unknown one', async () => {
    const token = await tokenOfRegistration();

    const first = await api('POST', '/credentials', { body: { token, password: PASSWORD } });
    const again = await api('POST', '/credentials', { body: { token, password: NEW_PASSWORD } });
    const unknown = await api('POST', '/credentials', {
      body: { token: 'x'.repeat(43), password: PASSWORD },
    });

    expect(first).toMatchObject({ status: 204, text: '' });
    expect(again).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
    expect(withoutInstance(again.body)).toEqual(withoutInstance(unknown.body));
  });

  test('opened by two at once sets one password', async () => {
    const email = anyEmail();
    const token = await tokenOfRegistration(email);
    const passwords = [PASSWORD, NEW_PASSWORD];

    const answers = await Promise.all(
      passwords.map((password) => api('POST', '/credentials', { body: { token, password } })),
    );

    const won = answers.findIndex(({ status }) => status === 204);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect([410, 503]).toContain(answers[1 - won]?.status);
    expect(await signIn({ email, password: passwords[won] as string })).toBeTruthy();
  });

  test.each([
    ['short', 'Kort-1'],
    ['of few different characters', 'aaaaaaaaaaaa'],
  ])('refuses a password that is %s, and still works afterwards', async (_, password) => {
    const token = await tokenOfRegistration();

    const weak = await api('POST', '/credentials', { body: { token, password } });
    const strong = await api('POST', '/credentials', { body: { token, password: PASSWORD } });

    expect(weak).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: '/password' }] },
    });
    expect(strong.status).toBe(204);
  });

  test('to set a password confirms nothing, and one to confirm sets no password', async () => {
    const toSet = await tokenOfRegistration();
    const student = await newStudent(await newSchool());
    await register(school, { email: student.email });
    const toConfirm = await lastTokenTo(student.email);

    const confirmed = await api('POST', '/confirmations', { body: { token: toSet } });
    const set = await api('POST', '/credentials', {
      body: { token: toConfirm, password: NEW_PASSWORD },
    });

    expect([confirmed.status, set.status]).toEqual([410, 410]);
    expect(await signIn(student)).toBeTruthy();
  });

  test('confirms once: 204, then 410', async () => {
    const student = await newStudent(await newSchool());
    await register(school, { email: student.email });
    const token = await lastTokenTo(student.email);

    const first = await api('POST', '/confirmations', { body: { token } });
    const again = await api('POST', '/confirmations', { body: { token } });

    expect([first.status, again.status]).toEqual([204, 410]);
  });
});

describe('signing in', () => {
  test('gives tokens, whatever the case of the address', async () => {
    const { email, password } = await newStudent(school);

    const { status, body, headers } = await api('POST', '/sessions', {
      body: { email: ` ${email.toUpperCase()}`, password },
    });

    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
    expect(body.expiresIn).toBeGreaterThan(0);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('tells a wrong password, an unknown address and one without a password alike', async () => {
    const { email } = await newStudent(school);
    const pending = anyEmail();
    await register(school, { email: pending });
    await control.idle();

    const answers = await Promise.all(
      [email, anyEmail(), pending].map((address) =>
        api('POST', '/sessions', { body: { email: address, password: NEW_PASSWORD } }),
      ),
    );

    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(withoutInstance(body)).toEqual(withoutInstance(answers[0]?.body));
    }
    expect(answers[0]?.body).toMatchObject({ code: 'invalid_credentials', status: 401 });
    expect(answers[0]?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  test('lasts as long as it is refreshed and not revoked', async () => {
    const { email, password } = await newStudent(school);
    const session = await apiOk('POST', '/sessions', { body: { email, password } });
    const { refreshToken } = session.body;

    const refreshed = await api('POST', '/sessions/refresh', { body: { refreshToken } });
    const me = await api('GET', '/me', { token: refreshed.body.accessToken });
    const revoked = await api('POST', '/sessions/revoke', { body: { refreshToken } });
    const after = await api('POST', '/sessions/refresh', { body: { refreshToken } });

    expect([refreshed.status, me.status, revoked.status]).toEqual([200, 200, 204]);
    expect(after).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
  });

  test('with a refresh token that is none is refused', async () => {
    const answer = await api('POST', '/sessions/refresh', { body: { refreshToken: 'none' } });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
  });
});

describe('a forgotten password', () => {
  test('is replaced by the mailed link: the old one is dead, and so is every session begun with it', async () => {
    const student = await newStudent(school);
    const session = await apiOk('POST', '/sessions', { body: credentials(student) });
    await passTime({ minutes: 1 });

    const asked = await api('POST', '/password-resets', {
      body: { email: student.email.toUpperCase() },
    });
    const mail = await lastMailTo(student.email);
    const token = linkIn(mail).searchParams.get('token');
    const set = await api('POST', '/credentials', { body: { token, password: NEW_PASSWORD } });

    expect(asked).toMatchObject({ status: 202 });
    expect(mail.subject).toBe('Vælg en ny adgangskode');
    expect(set.status).toBe(204);
    const old = await api('POST', '/sessions', { body: credentials(student) });
    expect(old).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
    const oldToken = await api('GET', '/me', { token: session.body.accessToken });
    expect(oldToken).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    const { refreshToken } = session.body;
    const refreshed = await api('POST', '/sessions/refresh', { body: { refreshToken } });
    expect(refreshed).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
    await passTime({ minutes: 1 });
    const next = await signIn({ email: student.email, password: NEW_PASSWORD });
    expect((await api('GET', '/me', { token: next })).status).toBe(200);
    const subjects = (await mailTo(student.email)).map(({ subject }) => subject);
    expect(subjects).toContain('Din adgangskode er ændret');
  });

  test('of an unknown address is answered the same, and nobody is mailed', async () => {
    const student = await newStudent(school);
    const unknown = anyEmail();

    const known = await api('POST', '/password-resets', { body: { email: student.email } });
    const answer = await api('POST', '/password-resets', { body: { email: unknown } });

    expect([known.status, answer.status]).toEqual([202, 202]);
    expect(answer.text).toBe(known.text);
    expect(await mailTo(unknown)).toEqual([]);
  });

  test('has a link that is dead after an hour', async () => {
    const student = await newStudent(school);
    await api('POST', '/password-resets', { body: { email: student.email } });
    const token = await lastTokenTo(student.email);
    await passTime({ minutes: 61 });

    const answer = await api('POST', '/credentials', { body: { token, password: NEW_PASSWORD } });

    expect(answer).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
  });
});

describe('a disabled membership', () => {
  test('is refused on the next request, deletes nothing, and works again when it is given back', async () => {
    const teacher = await newStaff(school, 'teacher');
    const path = `${school.path}/staff`;
    const { token } = school.admin;
    const before = await api('GET', path, { token: teacher.token });
    const rows = (await rowsThatMatter()).length;

    await apiOk('PATCH', `${path}/${teacher.personId}`, { body: { status: 'disabled' }, token });
    const refused = await api('GET', path, { token: teacher.token });
    const me = await api('GET', '/me', { token: teacher.token });
    await control.idle();
    const rowsAfter = (await rowsThatMatter()).length;
    await apiOk('PATCH', `${path}/${teacher.personId}`, { body: { status: 'active' }, token });
    const again = await api('GET', path, { token: teacher.token });

    expect([before.status, again.status]).toEqual([200, 200]);
    expect(refused).toMatchObject({ status: 403, body: { code: 'membership_disabled' } });
    expect(me.body.memberships[0].status).toBe('disabled');
    expect(rowsAfter).toBeGreaterThanOrEqual(rows);
  });

  test('of a student ends their reading, and a link mailed before does not undo it', async () => {
    const email = anyEmail();
    const token = await tokenOfRegistration(email);
    const { body } = await apiOk('GET', `${school.path}/students?q=${email}`, {
      token: school.admin.token,
    });
    const { id } = body.items[0];
    const path = `${school.path}/students/${id}`;
    await apiOk('PATCH', path, { body: { status: 'disabled' }, token: school.admin.token });

    await api('POST', '/credentials', { body: { token, password: PASSWORD } });

    const own = await api('GET', path, { token: await signIn({ email, password: PASSWORD }) });
    expect(own).toMatchObject({ status: 403, body: { code: 'membership_disabled' } });
  });
});

describe('preferences', () => {
  test("begin with the school's language and change by merge patch", async () => {
    const { token } = await newStudent(school, { language: 'en' });
    const path = '/me/preferences';

    const first = await api('GET', path, { token });
    const changed = await api('PATCH', path, { body: { sms: false, language: 'da' }, token });
    const cleared = await api('PATCH', path, { body: { language: null, marketing: true }, token });

    expect(first.body).toMatchObject({ language: 'en', sms: true, marketing: false });
    expect(changed).toMatchObject({
      status: 200,
      body: { language: 'da', sms: false, marketing: false },
    });
    expect(changed.body.version).toBe(first.body.version + 1);
    expect(cleared.body).toMatchObject({ language: 'en', sms: false, marketing: true });
    expect((await api('GET', path, { token })).body).toEqual(cleared.body);
  });

  test('refuse a stale If-Match and a language that is none', async () => {
    const { token } = await newStudent(school);
    const path = '/me/preferences';
    const { body } = await apiOk('GET', path, { token });
    const ifMatch = { 'if-match': `"${body.version}"` };

    const first = await api('PATCH', path, { body: { sms: false }, token, headers: ifMatch });
    const stale = await api('PATCH', path, { body: { sms: true }, token, headers: ifMatch });
    const language = await api('PATCH', path, { body: { language: 'fr' }, token });
    const nothing = await api('PATCH', path, { body: { sms: null }, token });

    expect(first.status).toBe(200);
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect(language).toMatchObject({ status: 422, body: { errors: [{ path: '/language' }] } });
    expect(nothing).toMatchObject({ status: 422, body: { errors: [{ path: '/sms' }] } });
  });
});

async function tokenOfRegistration(email = anyEmail()): Promise<string> {
  await register(school, { email });
  return lastTokenTo(email);
}

function credentials({ email, password }: { email: string; password: string }) {
  return { email, password };
}

function withoutInstance({ instance: _, ...body }: Record<string, unknown>) {
  return body;
}
