import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { anyEmail } from './support/forms.ts';
import {
  enrol,
  newSchool,
  newStudent,
  openInvitation,
  register,
  type School,
  signIn,
} from './support/people.ts';
import { deliverResult, optIn, queueOf } from './support/platforms.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
beforeAll(async () => {
  school = await newSchool();
  await optIn(school, { eTeori: true });
});
afterEach(async () => {
  await control.clearFault('e-teori');
  await control.clock(null);
});

const accountsOf = async (studentRef: string) =>
  (await control.accounts()).filter((account) => account.studentRef === studentRef);
const taskOf = async (subjectId: string) => (await rowsOf('platform-task', { subjectId }))[0];
/** Calls that concern one student, each with the fault it met. */
const callsFor = async (studentRef: string) =>
  (await control.requests('e-teori'))
    .filter(({ path }) => path.endsWith(studentRef))
    .map(({ fault }) => fault);

describe('a student of a school that has opted in', () => {
  it('has an account once enrolled', async () => {
    const { id, name, email } = await enrol(school);
    await control.idle();

    expect(await accountsOf(id)).toMatchObject([{ schoolRef: school.id, email }]);
    const [{ body, headers }] = (await control.requests('e-teori')).slice(-1);
    expect(JSON.parse(body)).toEqual({
      ...{ schoolRef: school.id, studentRef: id, schoolName: 'Prøveskolen' },
      ...{ name, email, language: 'da' },
    });
    expect(headers).toMatchObject({
      'x-delivery-id': `${school.id}.${id}`,
      'x-signature': expect.stringMatching(/^t=\d+,v1=[0-9a-f]{64}$/),
    });
  });

  it('has one account after an answer that was lost', async () => {
    await control.fault({ provider: 'e-teori', mode: 'accept_then_timeout', count: 1 });

    const { id } = await enrol(school);
    await control.idle();

    expect(await accountsOf(id)).toHaveLength(1);
    expect(await callsFor(id)).toEqual(['accept_then_timeout', null]);
    expect(await taskOf(id)).toMatchObject({ status: 'done' });
  });

  it('is a dead letter when refused, and is asked for once more after a redrive', async () => {
    const order = { provider: 'e-teori', mode: '400', code: 'invalid_email' } as const;
    await control.fault({ ...order, count: 1 });

    const { id } = await enrol(school);
    await control.idle();

    expect(await callsFor(id)).toEqual(['400']);
    expect(await taskOf(id)).toMatchObject({
      status: 'refused',
      lastError: 'e-teori_invalid_email',
    });
    expect((await queueOf('e-teori')).deadLetter?.visible).toBe(1);

    await control.redrive('e-teori');
    await control.idle();

    expect(await callsFor(id)).toEqual(['400', null]);
    expect(await accountsOf(id)).toHaveLength(1);
    expect((await queueOf('e-teori')).deadLetter?.visible).toBe(0);
  });

  it('is not told to e-teori before they have confirmed, nor before their school opts in', async () => {
    const other = await newSchool();
    const { id } = await enrol(other);
    await enrol(other, { name: 'Bo Berg' });
    const email = anyEmail('ida');
    await register(school, { email });
    await control.idle();

    expect(await accountsOf(id)).toEqual([]);
    const addresses = async () => (await control.accounts()).map((account) => account.email);
    expect(await addresses()).not.toContain(email);
    await openInvitation(email);
    await control.idle();
    expect(await addresses()).toContain(email);

    await optIn(other, { eTeori: true });
    await control.idle();
    expect(await accountsOf(id)).toHaveLength(1);
    const { length } = await control.accounts();
    await optIn(other, { eTeori: false });
    await optIn(other, { eTeori: true });
    await control.idle();
    expect(await control.accounts()).toHaveLength(length);
  });
});

it('e-teori is down for three days: enrolments go on, and everybody has one account after', async () => {
  await control.fault({ provider: 'e-teori', mode: '500', count: 'forever' });
  const before = (await control.requests('e-teori')).length;

  const students: string[] = [];
  for (let day = 0; day < 3; day++) {
    const admin = { ...school.admin, token: await signIn(school.admin) };
    for (let nth = 0; nth < 2; nth++) students.push((await enrol({ ...school, admin })).id);
    await control.idle();
    await passTime({ days: 1 });
    await control.idle();
  }
  const calls = (await control.requests('e-teori')).length - before;
  expect(await queueOf('e-teori')).toMatchObject({ visible: 0, deadLetter: { visible: 0 } });
  await control.clearFault('e-teori');
  await passTime({ hours: 1 });
  await control.idle();

  for (const id of students) expect(await accountsOf(id)).toHaveLength(1);
  const tasks = await Promise.all(students.map(taskOf));
  expect(tasks.map((task) => task?.status)).toEqual(students.map(() => 'done'));
  // It was left alone meanwhile: a few calls a day, and not one per student and pause.
  expect(calls).toBeLessThan(20);
});

describe('a theory result', () => {
  const result = (studentRef: string) => ({
    ...{ studentRef, test: 'Prøve 7', passed: true, score: 23 },
    takenAt: '2026-11-20T14:00:00+01:00',
  });
  const resultsOf = (studentId: string) => rowsOf('theory-result', { studentId });

  it('is kept once for its student, however often it is delivered, and corrected by a later one', async () => {
    const { personId } = await newStudent(school);
    const deliveryId = randomUUID();

    const answers = [
      await deliverResult(result(personId), { deliveryId }),
      await deliverResult(result(personId), { deliveryId }),
      await deliverResult(result(personId)),
    ];

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await resultsOf(personId)).toMatchObject([
      { schoolId: school.id, score: 23, passed: true, takenAt: '2026-11-20T13:00:00.000Z' },
    ]);
    await deliverResult({ ...result(personId), score: 19, passed: false });
    expect(await resultsOf(personId)).toMatchObject([{ score: 19, passed: false, version: 2 }]);
    const path = `${school.path}/students/${personId}/progress`;
    const { body } = await apiOk('GET', path, { token: school.admin.token });
    expect(body.theoryTests).toEqual([
      { test: 'Prøve 7', passed: false, score: 19, takenAt: '2026-11-20T13:00:00.000Z' },
    ]);
  });

  it('for nobody we know is quarantined with what was sent', async () => {
    const deliveryId = randomUUID();
    const studentRef = `per_${'0'.repeat(26)}`;

    expect((await deliverResult(result(studentRef), { deliveryId })).status).toBe(202);

    const rows = await rowsOf('platform-delivery', { status: 'quarantined' });
    expect(rows).toContainEqual(
      expect.objectContaining({
        reason: 'unknown_student',
        body: expect.objectContaining({ studentRef }),
      }),
    );
  });

  it('that is not rightly signed is refused, whatever it holds', async () => {
    const { id } = await enrol(school);

    const answers = [
      await deliverResult(result(id), { secret: 'another-secret-altogether' }),
      await deliverResult(result(id), { seconds: -301 }),
      await deliverResult(result(id), { seconds: 302 }),
      await deliverResult({ nonsense: true }, { secret: 'another-secret-altogether' }),
    ];

    for (const { status, body } of answers)
      expect([status, body.code]).toEqual([401, 'untrusted_delivery']);
    expect(await resultsOf(id)).toEqual([]);
    expect((await deliverResult({ nonsense: true })).status).toBe(422);
    expect((await deliverResult(result(id), { deliveryId: 'no spaces' })).status).toBe(422);
  });
});
