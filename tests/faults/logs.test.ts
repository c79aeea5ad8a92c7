import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { api } from '../flows/support/api.ts';
import { control } from '../flows/support/control.ts';
import { anyEmail, registrationForm } from '../flows/support/forms.ts';
import { scanLogs } from '../flows/support/log-scan.ts';
import { mailTo } from '../flows/support/mail.ts';
import { enrol, newSchool, newStudent } from '../flows/support/people.ts';
import { deliverLead, deliverResult, optIn } from '../flows/support/platforms.ts';
import { seeded, stack } from '../flows/support/stack.ts';

const run = promisify(execFile);
const logs = () => join(stack().localDir, 'logs');

describe('logs of a stack that meets trouble', () => {
  afterEach(() => control.clearFault('ses'));

  it('tell of it with ids and codes, and name nobody', async () => {
    const school = await newSchool();
    const email = anyEmail('hemmelig');
    const phone = '+4542424242';
    await control.fault({ provider: 'ses', mode: '500', count: 2 });

    await api('POST', `${school.path}/registrations`, {
      body: registrationForm({ email, phone, name: 'Kanariefugl Hemmelig' }),
    });
    await api('POST', `${school.path}/registrations`, { raw: `{"email":"${email}",` });
    await api('POST', '/sessions', { body: { email, password: 'Kanariefugl-1234' } });
    await api('POST', '/credentials', { body: { token: 'kanarie-token', password: 'kort' } });
    const { password } = seeded('teacher');
    await api('POST', '/sessions', { body: { email: seeded('teacher').email, password } });
    expect(await mailTo(email)).toHaveLength(1);

    const { leaks, lines } = scanLogs(logs(), {
      name: ['Kanariefugl', 'Hemmelig'],
      phone: ['42424242'],
      password: ['Kanariefugl-1234', password],
      token: ['kanarie-token'],
    });
    expect(leaks).toEqual([]);
    expect(lines).toBeGreaterThan(3);
  });
});

describe('logs of what providers report', () => {
  it('name no address, number, text or token, forged or not', async () => {
    const school = await newSchool();
    const phone = '+4543434343';
    const student = await newStudent(school, { phone });
    await control.idle();
    const { body: sent } = await api('POST', `${school.path}/messages`, {
      token: school.admin.token,
      body: {
        ...{ audience: { studentIds: [student.personId] }, channels: ['email'] },
        ...{ subject: 'Kanarieemne', body: 'Kanarietekst' },
      },
    });
    expect(sent.recipients).toBe(1);
    const mail = (await mailTo(student.email)).at(-1);
    await control.sesEvent({
      eventType: 'Bounce',
      mail: { messageId: mail?.id, destination: [student.email] },
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: student.email, diagnosticCode: 'Kanariesvar' }],
      },
    });
    await control.twilioStatus('SMkanarie', 'failed', 30_006);
    const form = new URLSearchParams({ To: phone, From: '+4552510010', Body: 'Kanarieform' });
    await fetch(`${stack().api}/webhooks/twilio/status`, { method: 'POST', body: form });
    await api('POST', `/opt-out/kanarie-token-12345678`);
    await control.idle();

    const { leaks } = scanLogs(logs(), {
      text: ['Kanarieemne', 'Kanarietekst', 'Kanariesvar', 'Kanarieform'],
      phone: ['43434343'],
      token: ['kanarie-token-12345678'],
    });
    expect(leaks).toEqual([]);
  });
});

describe('logs of platforms and of schools’ own systems', () => {
  afterEach(() => control.clearFault('e-teori'));

  it('name nobody who was delivered, placed or not, nor the address and secret of an endpoint', async () => {
    const school = await newSchool();
    await optIn(school, { eTeori: true, findkoreskole: true });
    const { body: endpoint } = await api('POST', `${school.path}/webhook-endpoints`, {
      token: school.admin.token,
      body: { url: 'http://127.0.0.1:9/kanarie-sti?key=kanarie', events: ['StudentEnrolled'] },
    });
    const lead = {
      ...{ name: 'Kanarie Gul', email: anyEmail('kanariegul'), phone: '+4544454647' },
      message: 'Kanariebesked',
    };
    await control.fault({ provider: 'e-teori', mode: '500', count: 1 });
    const { id } = await enrol(school, { name: 'Kanarie Blå' });

    await deliverLead({ ...lead, schoolRef: school.id });
    await deliverLead({ ...lead, schoolRef: 'kanarie-ukendt-skole' });
    await deliverLead({ ...lead, schoolRef: school.id }, { secret: 'kanarie-underskrift' });
    await deliverResult({
      ...{ studentRef: id, test: 'Kanarieprøve', passed: true, score: 24 },
      takenAt: '2026-11-20T14:00:00+01:00',
    });
    await control.idle();

    expect(endpoint.secret).toMatch(/^whsec_/);
    const { leaks } = scanLogs(logs(), {
      name: ['Kanarie Gul', 'Kanarie Blå', 'kanariegul'],
      phone: ['44454647'],
      text: ['Kanariebesked', 'Kanarieprøve', 'kanarie-ukendt-skole'],
      address: ['kanarie-sti', 'key=kanarie'],
      secret: [endpoint.secret, 'kanarie-underskrift'],
    });
    expect(leaks).toEqual([]);
  });
});

describe('the scan is not blind', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-scan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds everything when whole errors and bodies are logged, as they would be without redaction', async () => {
    const email = 'ida.kanarie@flows.example';
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwZXJfMSJ9.c2lnbmF0dXJl';
    const log = new URL('../../functions/shared/log.ts', import.meta.url).href;
    const script = `
      const { log } = await import(${JSON.stringify(log)});
      log.info('failed', new Error('550 mailbox ${email} unavailable'));
      log.info('request', { body: JSON.stringify({ phone: '+4520123456', password: 'En-kanarie-99' }) });
      log.info('headers', { authorization: 'Bearer ${jwt}' });
      log.info('mail', { link: 'https://portal.example/set-password?token=kanarie-token' });
      log.info('raw', { data: ${JSON.stringify(Buffer.from('En-kanarie-99').toString('base64'))} });
      log.info('quiet', { schoolId: 'sch_1', at: '2026-11-22T09:00:00.000+0100' });`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script]);
    await writeFile(join(folder, 'send-email.log'), stdout + stderr);

    const { leaks, lines } = scanLogs(folder, { password: ['En-kanarie-99'] });

    expect(lines).toBe(6);
    expect(leaks.map(({ what, line }) => `${line}: ${what}`)).toEqual(
      expect.arrayContaining([
        '1: e-mail address',
        '2: phone number',
        '2: password',
        '3: JSON web token',
        '4: link with a token',
        '5: password',
      ]),
    );
    expect(leaks.filter(({ line }) => line === 6)).toEqual([]);
  });
});
