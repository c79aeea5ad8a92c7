import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail, registrationForm } from './support/forms.ts';
import { lastMailTo, lastTokenTo, linkIn, mailTo, tokenIn } from './support/mail.ts';
import {
  enrol,
  newFeeSchool,
  newSchool,
  newStudent,
  openInvitation,
  PASSWORD,
  register,
  type School,
  signIn,
} from './support/people.ts';
import { rowsOf, rowsThatMatter } from './support/rows.ts';
import { stack } from './support/stack.ts';

let school: School;
let other: School;

beforeAll(async () => {
  [school, other] = await Promise.all([newFeeSchool(), newSchool({ name: 'Naboskolen' })]);
});

afterEach(async () => {
  await control.clock(null);
});

describe('the answer to a registration', () => {
  test('is the same for a new address, one known here and one known elsewhere, and so are the rows written', async () => {
    const here = await enrol(school);
    const elsewhere = await enrol(other);
    const addresses = [anyEmail(), here.email, elsewhere.email];
    await control.idle();

    const seen = [];
    for (const email of addresses) seen.push(await registerWithConsumersAsleep(email));

    for (const { answer } of seen) {
      expect(answer.status).toBe(202);
      expect(Object.keys(answer.body)).toEqual(['registrationId']);
      expect(answer.body.registrationId).toMatch(/^reg_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
    }
    expect(seen.map(({ written }) => written)).toEqual(Array(3).fill(['outbox', 'registration']));
    expect(new Set(seen.map(({ answer }) => headerNames(answer.headers))).size).toBe(1);
  });

  test('differs only in the mail: choose a password, or nothing at all', async () => {
    const student = await newStudent(other);
    const fresh = anyEmail();

    await register(school, { email: fresh });
    await register(school, { email: student.email });

    expect((await lastMailTo(fresh)).subject).toBe('Velkommen til Prøveskolen');
    expect(linkIn(await lastMailTo(fresh)).pathname).toBe('/set-password');
    const confirm = await lastMailTo(student.email);
    expect(confirm.subject).toBe('Bekræft din tilmelding hos Prøveskolen');
    expect(linkIn(confirm).origin + linkIn(confirm).pathname).toBe(`${stack().portal}/confirm`);
  });

  test('comes without a password in any mail, and the token is at least 128 bits', async () => {
    const email = anyEmail();

    await register(school, { email });

    const mails = await mailTo(email);
    expect(mails).toHaveLength(1);
    expect(tokenIn(mails[0] as never).length).toBeGreaterThanOrEqual(22);
    expect(mails[0]?.html).toContain(tokenIn(mails[0] as never));
  });
});

test('a registration makes a pending student with the default lesson plan and a draft invoice, and the link activates both', async () => {
  const email = anyEmail();
  await register(school, { email: ` ${email.toUpperCase()} `, phone: '20 12 34 56' });
  const pending = await onlyStudent(email);
  const draft = await onlyInvoice(pending.id);
  expect(pending).toMatchObject({
    status: 'pending',
    email,
    phone: '+4520123456',
    termsVersion: '1',
  });
  expect(pending.lessonPlanId).toMatch(/^pln_/);
  expect(draft).toMatchObject({
    status: 'draft',
    number: null,
    displayNumber: null,
    issuedAt: null,
  });

  const person = await openInvitation(email);

  expect(person.personId).toBe(pending.id);
  expect(await onlyStudent(email)).toMatchObject({ id: pending.id, status: 'active' });
  expect(await onlyInvoice(pending.id)).toMatchObject({
    id: draft.id,
    status: 'issued',
    number: expect.any(Number),
  });
  const me = await apiOk('GET', '/me', { token: person.token });
  expect(me.body).toMatchObject({
    personId: pending.id,
    email,
    memberships: [
      {
        schoolId: school.id,
        roles: ['student'],
        departmentIds: [],
        status: 'active',
        profile: { name: 'Ida Holm', phone: '+4520123456', language: 'da', address: null },
      },
    ],
  });
});

test('eight registrations at once with one address make one identity, one membership, one invoice and one mail', async () => {
  const email = anyEmail();

  const answers = await Promise.all(Array.from({ length: 8 }, () => register(school, { email })));

  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(202));
  expect(await mailTo(email)).toHaveLength(1);
  const [person, ...further] = await rowsOf('person', { email });
  expect(further).toEqual([]);
  expect(await rowsOf('membership', { personId: person?.personId })).toHaveLength(1);
  expect(await rowsOf('invoice', { studentId: person?.personId })).toHaveLength(1);
  expect(await rowsOf('email', { personId: person?.personId })).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => body.registrationId)).size).toBe(8);
});

describe('registering again', () => {
  test('mails the link again, at most once an hour, and the first link still works', async () => {
    const email = anyEmail();
    await register(school, { email });
    const [first] = await mailTo(email);

    await register(school, { email });
    await passTime({ minutes: 59 });
    await register(school, { email });
    const withinTheHour = await mailTo(email);
    await passTime({ minutes: 2 });
    await register(school, { email });
    const afterIt = await mailTo(email);

    expect(withinTheHour).toHaveLength(1);
    expect(afterIt.map(({ subject }) => subject)).toEqual(
      Array(2).fill('Velkommen til Prøveskolen'),
    );
    const body = { token: tokenIn(first as never), password: PASSWORD };
    expect((await api('POST', '/credentials', { body })).status).toBe(204);
    expect(await rowsOf('invoice', { studentId: (await onlyStudent(email)).id })).toHaveLength(1);
  });

  test('is counted per school: another school mails at once', async () => {
    const email = anyEmail();

    await register(school, { email });
    await register(other, { email });

    const mails = await mailTo(email);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Velkommen til Naboskolen',
      'Velkommen til Prøveskolen',
    ]);
  });
});

test('a link is dead after seven days', async () => {
  const email = anyEmail();
  await register(school, { email });
  const token = await lastTokenTo(email);
  await passTime({ days: 7, minutes: 1 });

  const answer = await api('POST', '/credentials', { body: { token, password: PASSWORD } });

  expect(answer).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
});

test('a registration in English is answered in English', async () => {
  const email = anyEmail();

  await register(other, { email, language: 'en' });

  expect((await lastMailTo(email)).subject).toBe('Welcome to Naboskolen');
});

test('a hostile name reaches the mailbox as text', async () => {
  const email = anyEmail();

  await register(school, { email, name: '<img src=x onerror=alert(1)>{{ link }}' });

  const mail = await lastMailTo(email);
  expect(mail.html).not.toContain('<img');
  expect(mail.text).not.toMatch(/^Hej.*set-password/m);
});

async function registerWithConsumersAsleep(email: string) {
  await Promise.all(
    ['relay-outbox', 'carry-out-registration'].map((name) => control.source(name, false)),
  );
  try {
    const before = new Set((await rowsThatMatter()).map(({ pk, sk }) => `${pk} ${sk}`));
    const answer = await api('POST', `${school.path}/registrations`, {
      body: registrationForm({ email }),
    });
    const rows = await rowsThatMatter();
    const written = rows
      .filter(({ pk, sk }) => !before.has(`${pk} ${sk}`))
      .map((row) => String(row.__edb_e__));
    return { answer, written: written.sort() };
  } finally {
    await Promise.all(
      ['relay-outbox', 'carry-out-registration'].map((name) => control.source(name, true)),
    );
    await control.idle();
  }
}

function headerNames(headers: Headers): string {
  return [...headers.keys()].sort().join(' ');
}

/** The administrator, signed in by the clock as it stands. */
function freshAdmin(): Promise<string> {
  return signIn(school.admin);
}

async function onlyStudent(email: string) {
  await control.idle();
  const path = `${school.path}/students?q=${encodeURIComponent(email)}`;
  const { body } = await apiOk('GET', path, { token: await freshAdmin() });
  expect(body.items).toHaveLength(1);
  return body.items[0];
}

async function onlyInvoice(studentId: string) {
  const path = `${school.path}/students/${studentId}/invoices`;
  const { body } = await apiOk('GET', path, { token: await freshAdmin() });
  expect(body.items).toHaveLength(1);
  return body.items[0];
}
