import { beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { mailTo, withSubject } from './support/mail.ts';
import { newSchool, newStudent, openAllNight, type School } from './support/people.ts';

let school: School;

beforeAll(async () => {
  school = await newSchool();
  await openAllNight(school);
});

async function text(phone: string, subject: string) {
  const { personId, email } = await newStudent(school, { phone });
  const send = () =>
    apiOk('POST', `${school.path}/messages`, {
      body: { audience: { studentIds: [personId] }, channels: ['sms'], subject, body: 'Kun SMS' },
      token: school.admin.token,
    });
  return { email, send };
}

describe('a number whose owner told Twilio to stop', () => {
  test('is told of by Twilio when it is written to: the message comes by mail', async () => {
    const { email, send } = await text('+4520314161', 'Straks');
    await control.fault({ provider: 'twilio', mode: '400', code: 21610, count: 1 });

    await send();

    expect(withSubject(await mailTo(email), 'Straks').text).toContain('Kun SMS');
  });

  test('is told of by a callback: the message comes by mail then', async () => {
    const { email, send } = await text('+4520314162', 'Senere');
    await send();
    await control.idle();
    const sms = (await control.sms()).findLast(({ to }) => to.includes('+4520314162'));

    await control.twilioStatus(sms?.id ?? '', 'undelivered', 21610);

    expect(withSubject(await mailTo(email), 'Senere').text).toContain('Kun SMS');
  });
});

test('a link to opt out that leads nowhere says so, however long it is', async () => {
  for (const token of ['x', '9'.repeat(400), '%F0%9D%85%A5+']) {
    const read = await api('GET', `/opt-out/${token}`);
    const sent = await api('POST', `/opt-out/${token}`, { body: {} });

    expect([read, sent]).toMatchObject(
      Array(2).fill({ status: 410, body: { code: 'link_invalid' } }),
    );
  }
});
