import { beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy } from '../../domain/integrations/signature.ts';
import { allPages, api, apiOk } from './support/api.ts';
import { control, passTime } from './support/control.ts';
import { mailTo } from './support/mail.ts';
import { enrol, newSchool, type School, signIn } from './support/people.ts';
import { type ReceivedHook, receiver } from './support/receiver.ts';

let school: School;
beforeAll(async () => {
  school = await newSchool();
});

const endpoints = () => `${school.path}/webhook-endpoints`;
const token = () => school.admin.token;

/** A new endpoint for the events of enrolling. */
async function subscribed(url: string, events = ['StudentEnrolled']) {
  const { body } = await apiOk('POST', endpoints(), { body: { url, events }, token: token() });
  return body as { id: string; secret: string };
}

const deliveriesOf = async (id: string) =>
  (await allPages(`${endpoints()}/${id}/deliveries`, token())).items;

/** Checks a call the way the documentation tells receivers to. */
async function isGenuine({ headers, raw }: ReceivedHook, secret: string): Promise<boolean> {
  const now = Math.floor((await control.now()).getTime() / 1_000);
  return isSignedBy([secret], String(headers['x-signature']), raw, now);
}

const remove = (id: string) => api('DELETE', `${endpoints()}/${id}`, { token: token() });

describe('an endpoint', () => {
  it('shows its secret once: not in the list, and not in the replay of its own answer', async () => {
    const options = {
      body: { url: 'https://hooks.example.com/in', events: ['InvoiceIssued'] },
      token: token(),
      headers: { 'idempotency-key': 'once' },
    };

    const first = await api('POST', endpoints(), options);
    const again = await api('POST', endpoints(), options);
    const { items } = await allPages(endpoints(), token());

    expect(first).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_/), status: 'enabled' },
    });
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(again.body).not.toHaveProperty('secret');
    expect(items.find(({ id }) => id === first.body.id)).not.toHaveProperty('secret');
    await remove(first.body.id);
  });

  it.each([
    ['http://hooks.example.com/in', 'https_required'],
    ['https://10.0.0.7/in', 'private_address'],
    ['https://169.254.169.254/latest/meta-data', 'private_address'],
    ['https://127.0.0.1/in', 'private_address'],
    ['https://[::1]/in', 'private_address'],
    ['https://[::ffff:10.0.0.7]/in', 'private_address'],
    ['https://2130706433/in', 'private_address'],
    ['https://localhost/in', 'private_address'],
    ['https://user:pass@hooks.example.com/in', 'invalid_url'],
    ['ftp://hooks.example.com', 'invalid_url'],
    ['hooks', 'invalid_url'],
  ])('is refused at %s', async (url, code) => {
    const body = { url, events: ['InvoiceIssued'] };

    const answer = await api('POST', endpoints(), { body, token: token() });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/url', code }] } });
  });

  it('of another school is not found, and takes no event that nobody knows', async () => {
    const other = await newSchool();
    const body = { url: 'https://hooks.example.com/in', events: ['InvoiceIssued'] };
    const { body: theirs } = await apiOk('POST', `${other.path}/webhook-endpoints`, {
      body,
      token: other.admin.token,
    });

    expect((await remove(theirs.id)).status).toBe(404);
    const unknown = await api('POST', endpoints(), {
      body: { ...body, events: ['PasswordChanged'] },
      token: token(),
    });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: '/events/0' }] } });
  });
});

describe('an event', () => {
  it('arrives signed, with ids and facts, and again after a failure', async () => {
    const answers = [500, 503];
    const { url, received } = await receiver(() => answers.shift() ?? 204);
    const { id, secret } = await subscribed(url);

    const student = await enrol(school);
    await control.idle();

    expect(received).toHaveLength(3);
    const last = received[2] as ReceivedHook;
    expect(new Set(received.map(({ raw }) => raw)).size).toBe(1);
    expect(last.body).toMatchObject({
      ...{ id: last.headers['x-delivery-id'], type: 'StudentEnrolled', schoolId: school.id },
      subject: { id: student.id, version: student.version },
      data: { personId: student.id },
    });
    expect(last.raw).not.toContain(student.email);
    expect(await isGenuine(last, secret)).toBe(true);
    expect(await isGenuine(last, 'whsec_another')).toBe(false);
    expect(await isGenuine({ ...last, raw: `${last.raw} ` }, secret)).toBe(false);
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'delivered', attempts: 3, lastStatus: 204, event: 'StudentEnrolled' },
    ]);
    await remove(id);
  });

  it('is signed by both secrets while one is being rotated, and goes nowhere once the endpoint is removed', async () => {
    const { url, received } = await receiver();
    const { id, secret } = await subscribed(url);
    const { body } = await apiOk('PATCH', `${endpoints()}/${id}`, {
      body: { rotateSecret: true },
      token: token(),
    });

    await enrol(school);
    await control.idle();
    await remove(id);
    await enrol(school);
    await control.idle();

    expect(body.secret).not.toBe(secret);
    expect(received).toHaveLength(1);
    const [call] = received as [ReceivedHook];
    expect(await isGenuine(call, secret)).toBe(true);
    expect(await isGenuine(call, body.secret)).toBe(true);
  });

  it('goes to no redirect', async () => {
    const { url, received } = await receiver(() => 302);
    const { id } = await subscribed(url);

    await enrol(school);
    await control.idle();

    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'pending', attempts: 3, lastError: 'webhook_302' },
    ]);
    expect(received).toHaveLength(3);
    await remove(id);
  });
});

it('an endpoint that fails for a day is switched off, its administrators are told, and what it missed can be replayed', async () => {
  let status = 500;
  const { url, received } = await receiver(() => status);
  const { id } = await subscribed(url);
  const from = (await control.now()).toISOString();
  const first = await enrol(school);
  await control.idle();
  expect(received).toHaveLength(3);

  for (const hours of [1, 6, 12, 5]) {
    await passTime({ hours });
    await control.idle();
  }

  school = { ...school, admin: { ...school.admin, token: await signIn(school.admin) } };
  const { items } = await allPages(endpoints(), token());
  expect(items.find((endpoint) => endpoint.id === id)).toMatchObject({
    status: 'disabled',
    disabledReason: 'failing',
  });
  expect((await mailTo(school.admin.email)).at(-1)?.subject).toContain('er slået fra');
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'failed', lastStatus: 500 }]);

  // What happens meanwhile is kept, and not sent.
  const calls = received.length;
  await enrol(school);
  await control.idle();
  expect(received).toHaveLength(calls);
  const replay = (body: object) =>
    api('POST', `${endpoints()}/${id}/replay`, { body, token: token() });
  const eventIds = [(await deliveriesOf(id)).at(-1).eventId];
  expect((await replay({ eventIds })).status).toBe(409);

  status = 200;
  await apiOk('PATCH', `${endpoints()}/${id}`, { body: { status: 'enabled' }, token: token() });
  const to = new Date((await control.now()).getTime() + 1_000).toISOString();
  expect((await replay({ from, to })).body).toEqual({ replayed: 2, nextFrom: null });
  await control.idle();
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
  expect((await replay({ eventIds })).body).toEqual({ replayed: 1, nextFrom: null });
  await control.idle();

  expect(received.at(-1)?.body.data.personId).toBe(first.id);
  expect(received.length - calls).toBe(3);
  expect((await replay({ eventIds: [`evt_${'0'.repeat(26)}`] })).status).toBe(404);
  expect((await replay({ from: to, to: from })).status).toBe(422);
  await control.clock(null);
});

it('an endpoint that says it is gone is switched off at once', async () => {
  const { url, received } = await receiver(() => 410);
  school = { ...school, admin: { ...school.admin, token: await signIn(school.admin) } };
  const { id } = await subscribed(url);

  await enrol(school);
  await control.idle();

  const { items } = await allPages(endpoints(), token());
  expect(items.find((endpoint) => endpoint.id === id)).toMatchObject({
    ...{ status: 'disabled', disabledReason: 'gone' },
  });
  expect(received).toHaveLength(1);
});
