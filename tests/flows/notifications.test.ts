import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { audit } from './support/audit.ts';
import { control } from './support/control.ts';
import { mailTo, withSubject } from './support/mail.ts';
import { operate } from './support/operator.ts';
import {
  newSchool,
  newStaff,
  newStudent,
  openAllNight,
  type Person,
  type School,
} from './support/people.ts';
import { stack } from './support/stack.ts';

let school: School;
let student: Person;
let teacher: Person;

beforeAll(async () => {
  school = await newSchool();
  teacher = await newStaff(school, 'teacher');
  student = await newStudent(school, { phone: '20 31 41 51' });
  await openAllNight(school);
});

const asAdmin = (method: string, path: string, body?: unknown) =>
  api(method, `${school.path}${path}`, { token: school.admin.token, ...(body ? { body } : {}) });

const write = (message: Record<string, unknown>) =>
  asAdmin('POST', '/messages', {
    ...{ audience: { studentIds: [student.personId] }, channels: ['email'], body: 'Hej alle' },
    ...message,
  });

/** The newest notification of the student by a channel, once all has run dry. */
async function newest(channel: 'email' | 'sms') {
  await control.idle();
  const path = `/notifications?personId=${student.personId}&kind=staff_message&channel=${channel}`;
  return (await asAdmin('GET', path)).body.items[0];
}

async function lastSms(to = '+4520314151') {
  await control.idle();
  const sms = (await control.sms()).findLast((one) => one.to.includes(to));
  if (!sms) throw new Error(`no SMS to ${to}`);
  return sms;
}

describe('what became of a message', () => {
  test('a mail is sent, delivered, and may bounce after that; never back', async () => {
    await write({ subject: 'Leveret' });
    const sent = await newest('email');
    expect(sent).toMatchObject({ status: 'sent', lastError: null, attempts: 1 });
    const mail = { messageId: sent.providerId };

    await control.sesEvent({ eventType: 'Delivery', mail });
    const delivered = await newest('email');
    await control.sesEvent({ eventType: 'Delivery', mail });
    const again = await newest('email');

    expect(delivered).toMatchObject({ status: 'delivered', deliveredAt: expect.any(String) });
    expect(again).toEqual(delivered);
  });

  test('a hard bounce ends writing to the address, until staff try again', async () => {
    const lost = await newStudent(school);
    const toLost = { audience: { studentIds: [lost.personId] } };
    const statuses = async () =>
      (await asAdmin('GET', `/notifications?personId=${lost.personId}&kind=staff_message`)).body
        .items as { id: string; status: string; lastError: string; providerId: string }[];
    await write(toLost);
    await control.idle();
    const [first] = await statuses();
    const bounce = { bounceType: 'Permanent', bounceSubType: 'General' };
    await control.sesEvent({
      eventType: 'Bounce',
      mail: { messageId: first?.providerId, destination: [lost.email] },
      bounce: { ...bounce, bouncedRecipients: [{ emailAddress: lost.email }] },
    });
    await control.idle();
    await write(toLost);
    await control.idle();

    expect(await statuses()).toMatchObject([
      { status: 'suppressed', lastError: 'address_bounced' },
      { status: 'bounced', lastError: 'ses_bounce_Permanent_General' },
    ]);

    const resent = await asAdmin('POST', `/notifications/${first?.id}/resend`, {});
    await control.idle();
    const [third] = await statuses();

    expect(resent.status).toBe(201);
    expect(resent.body).toMatchObject({ resendOf: first?.id, status: 'queued' });
    expect(resent.headers.get('location')).toBe(`${school.path}/notifications/${resent.body.id}`);
    expect(third).toMatchObject({ id: resent.body.id, status: 'sent' });
  });

  test('an SMS is delivered by a signed callback; a replay and an older one change nothing', async () => {
    await write({ channels: ['sms'] });
    const { id } = await lastSms();
    expect(await control.twilioStatus(id, 'delivered')).toEqual({ status: 204 });
    const delivered = await newest('sms');
    await control.twilioStatus(id, 'delivered');
    await control.twilioStatus(id, 'sent');

    expect(delivered).toMatchObject({ status: 'delivered', providerId: id });
    expect(await newest('sms')).toEqual(delivered);
  });

  test('a forged callback is 403 and changes nothing, however it is forged', async () => {
    await write({ channels: ['sms'] });
    const { id } = await lastSms();
    const before = await newest('sms');
    const form = new URLSearchParams({ MessageSid: id, MessageStatus: 'delivered' });
    const url = `${stack().api}/webhooks/twilio/status`;
    const signed = (text: string, key: string) =>
      createHmac('sha1', key).update(text).digest('base64');
    const right = `${url}MessageSid${id}MessageStatusdelivered`;
    const token = stack().secrets.twilioAuthToken ?? '';
    const post = (signature?: string, body = form.toString()) =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(signature !== undefined && { 'x-twilio-signature': signature }),
        },
        body,
      });

    const forged = [
      await post(),
      await post(''),
      await post(signed(right, 'another-token')),
      await post(signed(right.replace('http:', 'https:'), token)),
      await post(signed(right, token), form.toString().replace('delivered', 'failed')),
      await post(signed(right, token), ''),
    ];

    expect(forged.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await newest('sms')).toEqual(before);
    expect((await post(signed(right, token))).status).toBe(204);
    expect(await newest('sms')).toMatchObject({ status: 'delivered' });
  });

  test('what is still to go is not sent again, and nobody’s notification is not found', async () => {
    const gone = `ntf_${'0'.repeat(26)}`;
    expect((await asAdmin('POST', `/notifications/${gone}/resend`, {})).status).toBe(404);
    await control.fault({ provider: 'ses', mode: '500', count: 'forever' });
    await write({ subject: 'Venter' });
    const waiting = await newest('email');
    const answer = await asAdmin('POST', `/notifications/${waiting.id}/resend`, {});
    await control.clearFault('ses');
    const redriven = await operate('redrive', 'email');

    expect(waiting).toMatchObject({ status: 'queued', attempts: 6, lastError: /./ });
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await newest('email')).toMatchObject({ id: waiting.id, status: 'sent' });
    expect(redriven).toContain('1 of 1 from just-driving-dev-email-dlq to just-driving-dev-email');
    expect((await mailTo(student.email)).filter((one) => one.subject === 'Venter')).toHaveLength(1);
    expect(await operate('redrive', 'relay-outbox').catch((error) => error.stderr)).toContain(
      'outbox',
    );
  });
});

describe('opting out by the link in an SMS', () => {
  test('works without signing in, again and again; mails go on, and come instead', async () => {
    const reader = await newStudent(school, { phone: '20 31 41 52' });
    const toReader = { audience: { studentIds: [reader.personId] }, channels: ['sms'] };
    await write({ ...toReader, body: 'Første' });
    const { text } = await lastSms('+4520314152');
    const link = new URL(/https?:\S+$/.exec(text)?.[0] ?? '');
    const path = link.pathname;

    expect(link.origin).toBe(stack().portal);
    expect(path).toMatch(/^\/opt-out\/[\w-]{22}$/);
    expect((await api('GET', path)).body).toEqual({ schoolName: expect.any(String), sms: true });
    expect((await api('POST', path)).status).toBe(204);
    expect((await api('POST', path)).status).toBe(204);
    expect((await api('GET', path)).body).toMatchObject({ sms: false });
    const mine = await apiOk('GET', '/me/preferences', { token: reader.token });
    expect(mine.body).toMatchObject({ sms: false });

    await write({ ...toReader, body: 'Kun for dig', subject: 'Anden' });
    const mails = await mailTo(reader.email);
    expect(withSubject(mails, 'Anden').text).toContain('Kun for dig');
    expect((await lastSms('+4520314152')).text).toBe(text);

    await apiOk('POST', '/password-resets', { body: { email: reader.email } });
    expect((await mailTo(reader.email)).at(-1)?.subject).toBe('Vælg en ny adgangskode');
  });

  test('an unknown token is told as every link that leads nowhere', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await api(method, `/opt-out/${'x'.repeat(22)}`);
      expect(answer).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
    }
  });
});

describe('a school’s own words', () => {
  const path = '/templates/staff_message/da';
  test('are checked, shown, used, and left again', async () => {
    const usual = (await asAdmin('GET', path)).body;
    expect(usual).toMatchObject({ own: [], version: 0, broken: null });
    const broken = await asAdmin('PUT', path, { html: '<p>Hej</p>\n<p>{{ name | nope }}</p>' });
    expect(broken).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(broken.body.errors).toMatchObject([
      { path: '/html', code: 'template_syntax', line: 2, column: 4 },
    ]);

    const own = {
      subject: 'Nyt fra {{ school }}: {{ subject }}',
      html: '<p><b>{{ body }}</b></p>',
    };
    const preview = await asAdmin('POST', `${path}/preview`, own);
    expect(preview.status).toBe(200);
    expect(preview.body.html).toContain('<b>');
    expect(preview.body.sms).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    const saved = await asAdmin('PUT', path, own);
    expect(saved.body).toMatchObject({ own: ['subject', 'html'], version: 1 });
    await write({ subject: 'Prøve', body: '<script>alert(1)</script>' });
    const mail = withSubject(await mailTo(student.email), /^Nyt fra .*: Prøve$/);
    expect(mail.html).toContain('<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>');

    expect((await asAdmin('DELETE', path)).status).toBe(204);
    expect((await asAdmin('GET', path)).body).toEqual(usual);
  });

  test('exist for messages of the school alone, and for administrators', async () => {
    expect((await asAdmin('GET', '/templates/password_reset/da')).status).toBe(404);
    expect((await asAdmin('GET', '/templates/welcome/sv')).status).toBe(404);
    const list = await asAdmin('GET', '/templates?limit=100');
    expect(list.body.items.length).toBeGreaterThan(20);
    const asTeacher = await api('GET', `${school.path}${path}`, { token: teacher.token });
    expect(asTeacher.status).toBe(403);
  });
});

describe('writing to an audience', () => {
  test('counts first, tells each once, and repeats with the same key nothing', async () => {
    const other = await newStudent(school);
    const all = { audience: { all: true }, subject: 'Til alle' };
    const preview = await write({ ...all, preview: true });
    const options = {
      body: { ...all, channels: ['email'], body: 'Hej' },
      token: school.admin.token,
      headers: { 'Idempotency-Key': 'til-alle' },
    };
    const first = await api('POST', `${school.path}/messages`, options);
    const again = await api('POST', `${school.path}/messages`, options);
    const mails = await mailTo(other.email);

    expect(preview).toMatchObject({ status: 202, body: { messageId: null } });
    expect(first).toMatchObject({ status: 202, body: { recipients: preview.body.recipients } });
    expect(again.body).toEqual(first.body);
    expect(mails.filter(({ subject }) => subject === 'Til alle')).toHaveLength(1);
  });

  test('a teacher writes to their own students; others are not found', async () => {
    const asTeacher = (studentId: string) =>
      api('POST', `${school.path}/messages`, {
        token: teacher.token,
        body: { audience: { studentIds: [studentId] }, channels: ['email'], body: 'Hej' },
      });
    expect((await asTeacher(student.personId)).status).toBe(404);
    await apiOk('PATCH', `${school.path}/students/${student.personId}`, {
      body: { teacherIds: [teacher.personId] },
      token: school.admin.token,
    });
    expect(await asTeacher(student.personId)).toMatchObject({
      status: 202,
      body: { recipients: 1 },
    });
  });

  test('an SMS longer than the school pays for is refused before anybody is told', async () => {
    const long = await write({ channels: ['sms'], body: 'å'.normalize('NFD').repeat(460) });
    const fits = await write({ channels: ['sms'], body: 'å'.repeat(459), preview: true });

    expect(long).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(long.body.errors).toMatchObject([{ path: '/body', code: 'too_many_segments' }]);
    expect(fits.body).toMatchObject({ sms: { encoding: 'GSM-7', segments: 3 } });
    await audit();
  });
});
