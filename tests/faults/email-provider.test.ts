import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../flows/support/audit.ts';
import { control, type Fault, passTime } from '../flows/support/control.ts';
import { anyEmail } from '../flows/support/forms.ts';
import { mailTo, tokenIn } from '../flows/support/mail.ts';
import { newSchool, register, type School } from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { until } from './support/crashing.ts';

let school: School;
beforeAll(async () => {
  school = await newSchool();
});

/** Requests that SES had before the test. */
let before = 0;
beforeEach(async () => {
  before = (await control.requests('ses')).length;
});
afterEach(async () => {
  await control.clearFault('ses');
  await audit();
});

const fault = (mode: Fault['mode'], count: Fault['count']) =>
  control.fault({ provider: 'ses', mode, count });

/** What SES did with each try since the test began, in order; null: took it and said so. */
async function tries(): Promise<(string | null)[]> {
  return (await control.requests('ses')).slice(before).map((request) => request.fault);
}

/** Somebody registers; the address that the welcome mail goes to. */
async function registered(): Promise<string> {
  const email = anyEmail('ida');
  expect((await register(school, { email })).status).toBe(202);
  return email;
}

/** The row of the one mail that somebody's registration caused. */
async function notificationFor(email: string) {
  const [person] = await rowsOf('person', { email });
  const rows = await rowsOf('notification', { personId: person?.personId });
  expect(rows).toHaveLength(1);
  return rows[0];
}

async function emailQueue() {
  const found = (await control.queues()).find(({ name }) => name.endsWith('-email'));
  if (!found) throw new Error('no queue for e-mail');
  return found;
}

describe('when SES answers an error', () => {
  it('a mail arrives on the fourth receive after three 500s', async () => {
    await fault('500', 3);

    const email = await registered();

    expect(await mailTo(email)).toHaveLength(1);
    expect(await tries()).toEqual(['500', '500', '500', null]);
    expect(await notificationFor(email)).toMatchObject({ status: 'sent', attempts: 4 });
  });

  it('a rate limit is waited out', async () => {
    await fault('429', 2);

    const email = await registered();

    expect(await mailTo(email)).toHaveLength(1);
    expect(await tries()).toEqual(['429', '429', null]);
    expect(await notificationFor(email)).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('a refused address is tried once, and the notification says why it failed', async () => {
    await fault('400', 1);

    const email = await registered();
    await control.idle();
    // Told now: in the hour that passes, what other files left waiting may be sent as well.
    const tried = await tries();
    await passTime({ hours: 1 });

    expect(tried).toEqual(['400']);
    expect(await mailTo(email)).toEqual([]);
    expect(await notificationFor(email)).toMatchObject({
      status: 'failed',
      attempts: 1,
      lastError: 'ses_MessageRejected',
    });
    expect((await emailQueue()).deadLetter?.visible).toBe(0);
  });
});

describe('when SES does not answer', () => {
  it('a mail that was taken all the same goes out twice at most, with the same link', async () => {
    await fault('accept_then_timeout', 1);

    const email = await registered();

    const mails = await mailTo(email);
    expect(await tries()).toEqual(['accept_then_timeout', null]);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(tokenIn)).size).toBe(1);
    expect(await notificationFor(email)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('a mail becomes a dead letter after the last receive, and one redrive sends it once', async () => {
    await fault('timeout', 1);
    const email = await registered();
    // One silence is enough: each takes the sender's five seconds.
    await until('the first try', async () => (await tries()).length > 0);
    await fault('500', 'forever');
    const idle = await control.idle();

    expect(idle.deadLettered).toBe(1);
    expect(await tries()).toEqual(['timeout', ...Array(5).fill('500')]);
    expect((await emailQueue()).deadLetter?.visible).toBe(1);
    expect(await notificationFor(email)).toMatchObject({
      status: 'queued',
      attempts: 6,
      lastError: expect.stringMatching(/^ses_/),
    });
    expect(await mailTo(email)).toEqual([]);

    await control.clearFault('ses');
    const { moved } = await control.redrive('email');

    expect(moved).toBe(1);
    expect(await mailTo(email)).toHaveLength(1);
    expect(await tries()).toHaveLength(7);
    expect((await emailQueue()).deadLetter?.visible).toBe(0);
    expect(await notificationFor(email)).toMatchObject({ status: 'sent' });
    await passTime({ hours: 1 });
    expect(await mailTo(email)).toHaveLength(1);
  });
});
