import { beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { addService, enrol, newSchool, register, type School } from './support/people.ts';

describe('settings', () => {
  const DEFAULTS = {
    registration: { termsVersion: '1' },
    booking: {
      leadMinutes: 0,
      horizonDays: 180,
      maxActive: 10,
      draftHoldMinutes: 15,
      blockWhenOverdue: false,
    },
    reminders: { lessonHours: [24, 2], signatureHours: [24, 72] },
    messages: {
      sms: true,
      quietHours: { from: '21:00', to: '08:00' },
      coalesceSeconds: 120,
      smsSegmentsMax: 3,
    },
    finance: {
      paymentDays: 14,
      accounts: {
        ...{ debtors: '5600', sales: '1000', salesExempt: '1050', reminderFees: '1090' },
        ...{ cash: '5800', bank: '5820', mobilepay: '5830', card: '5840' },
      },
      settlement: { fee: { amount: 0, currency: 'DKK' } },
      dunning: { days: [1, 11, 21], fee: { amount: 10_000, currency: 'DKK' } },
    },
    learning: { minimumStart: { years: 16, months: 9 }, pauseWarnDays: [60, 75, 85] },
    integrations: { eTeori: false, findkoreskole: false },
  };
  let own: School;
  const settings = (body?: unknown, headers: Record<string, string> = {}) =>
    api(body === undefined ? 'GET' : 'PATCH', `${own.path}/settings`, {
      body,
      token: own.admin.token,
      headers,
    });

  beforeAll(async () => {
    own = await newSchool();
  });

  test('are the defaults until they are changed', async () => {
    const { status, body, headers } = await settings();

    expect(status).toBe(200);
    expect(body).toEqual({ ...DEFAULTS, version: 1 });
    expect(headers.get('etag')).toBe('"1"');
  });

  test('change by merge patch, deeply, lists as a whole; null gives a default back', async () => {
    const changed = await settings({
      booking: { leadMinutes: 60 },
      reminders: { lessonHours: [48] },
      messages: { quietHours: { from: '22:00' } },
      finance: { paymentDays: 8 },
    });
    const restored = await settings({
      booking: { leadMinutes: null },
      reminders: null,
      finance: null,
    });

    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...DEFAULTS,
        booking: { ...DEFAULTS.booking, leadMinutes: 60 },
        reminders: { lessonHours: [48], signatureHours: [24, 72] },
        messages: { ...DEFAULTS.messages, quietHours: { from: '22:00', to: '08:00' } },
        finance: { ...DEFAULTS.finance, paymentDays: 8 },
      },
    });
    const { version: _, ...now } = restored.body;
    expect(now).toEqual({
      ...DEFAULTS,
      messages: { ...DEFAULTS.messages, quietHours: { from: '22:00', to: '08:00' } },
    });
    expect((await settings()).body).toEqual(restored.body);
  });

  test.each([
    ['/booking/leadMinutes', { booking: { leadMinutes: -1 } }],
    ['/booking/leadMinutes', { booking: { leadMinutes: '60' } }],
    ['/messages/quietHours/from', { messages: { quietHours: { from: '25:00' } } }],
    ['/finance/dunning/fee/amount', { finance: { dunning: { fee: { amount: 10_001 } } } }],
    ['/finance/dunning/days', { finance: { dunning: { days: [1, 11, 21, 31] } } }],
    ['/reminders/lessonHours', { reminders: { lessonHours: 24 } }],
    ['/booking', { booking: 'none' }],
    ['/colour', { colour: 'red' }],
    ['/booking/colour', { booking: { colour: 'red' } }],
  ])('refuse what %s cannot be, by its name, and change nothing', async (path, body) => {
    const before = await settings();

    const answer = await settings(body);

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await settings()).body).toEqual(before.body);
  });

  test('refuse reminders of debt less than 10 days apart, as the law does', async () => {
    const answer = await settings({ finance: { dunning: { days: [1, 5, 21] } } });

    expect(answer.status).toBe(422);
  });

  test('refuse a stale If-Match', async () => {
    const answer = await settings({}, { 'if-match': '"0"' });

    expect(answer).toMatchObject({ status: 412, body: { code: 'stale_version' } });
  });

  test('decide from the next registration on: terms, days to pay', async () => {
    await addService(own);
    await settings({ registration: { termsVersion: '2026-11' }, finance: { paymentDays: 0 } });

    const old = await register(own);
    const student = await enrol(own, { termsVersion: '2026-11' });

    expect(old).toMatchObject({ status: 422, body: { errors: [{ path: '/termsVersion' }] } });
    expect(student.termsVersion).toBe('2026-11');
    const { body } = await apiOk('GET', `${own.path}/students/${student.id}/invoices`, {
      token: own.admin.token,
    });
    const [{ issuedAt, dueDate }] = body.items;
    expect(dueDate).toBe(
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(
        new Date(issuedAt),
      ),
    );
  });
});
