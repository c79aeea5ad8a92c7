import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { allPages, apiOk } from './support/api.ts';
import { control } from './support/control.ts';
import { anyEmail, courseService, unique } from './support/forms.ts';
import { mailTo } from './support/mail.ts';
import { operate } from './support/operator.ts';
import { addService, enrol, newSchool, openInvitation, type School } from './support/people.ts';
import { deliverLead, optIn } from './support/platforms.ts';
import { rowsOf } from './support/rows.ts';

let school: School;
beforeAll(async () => {
  school = await newSchool();
  await optIn(school, { findkoreskole: true });
});

const lead = (overrides: object = {}) => ({
  ...{ schoolRef: school.id, name: 'Liv Lund', email: anyEmail('liv'), phone: '20 12 34 56' },
  ...overrides,
});

/** The operator's command, as it is typed, at the addresses of this stack. */
const quarantine = (...words: (string | undefined)[]) =>
  operate('quarantine', ...words.map(String));

/** Ids in quarantine that name this school, as the command lists them. */
const quarantineOf = async (reference: string) =>
  (await quarantine('list'))
    .split('\n')
    .filter((line) => line.endsWith(`  ${reference}`))
    .map((line) => line.slice(0, line.indexOf(' ')));

const studentsWith = async (email: string, of = school) => {
  await control.idle();
  const { items } = await allPages(`${of.path}/students?q=Liv`, of.admin.token, 100);
  return items.filter((student) => student.email === email);
};

describe('a lead', () => {
  it('becomes a pending student with a mailed link, and an active one when it is opened', async () => {
    const body = lead({ message: 'Hvornår kan jeg begynde?' });

    expect((await deliverLead(body)).status).toBe(202);

    expect(await studentsWith(body.email)).toMatchObject([
      {
        ...{ name: 'Liv Lund', phone: '+4520123456', status: 'pending', birthDate: null },
        ...{ termsVersion: null, consents: [] },
        lead: { source: 'findkoreskole', message: 'Hvornår kan jeg begynde?' },
      },
    ]);
    await openInvitation(body.email);
    expect(await studentsWith(body.email)).toMatchObject([{ status: 'active' }]);
  });

  it('is one student and one mail, however often and by whichever delivery it comes', async () => {
    const body = lead({ schoolRef: school.slug });
    const deliveryId = randomUUID();

    await Promise.all([
      deliverLead(body, { deliveryId }),
      deliverLead(body, { deliveryId }),
      deliverLead(body),
    ]);

    expect(await studentsWith(body.email)).toHaveLength(1);
    expect(await mailTo(body.email)).toHaveLength(1);
  });

  it('changes nothing of who is a student already', async () => {
    const { email, id } = await enrol(school, { name: 'Liv Andersen' });

    await deliverLead(lead({ email }));

    expect(await studentsWith(email)).toMatchObject([{ id, name: 'Liv Andersen', lead: null }]);
  });

  it('for a school that is unknown or has not opted in is quarantined, and placed when it comes again', async () => {
    const other = await newSchool();
    const deliveryId = randomUUID();
    const body = lead({ schoolRef: other.id });

    expect((await deliverLead(lead({ schoolRef: unique('ukendt') }))).status).toBe(202);
    expect((await deliverLead(body, { deliveryId })).status).toBe(202);

    expect(await studentsWith(body.email, other)).toEqual([]);
    const reasons = (await rowsOf('platform-delivery', { status: 'quarantined' })).map(
      ({ reason }) => reason,
    );
    expect(reasons).toEqual(expect.arrayContaining(['unknown_school', 'not_opted_in']));

    await optIn(other, { findkoreskole: true });
    await deliverLead(body, { deliveryId });
    expect(await studentsWith(body.email, other)).toHaveLength(1);
  });

  it('that is quarantined is released by an operator once its cause is gone, and dropped for good', async () => {
    const other = await newSchool();
    const [wanted, unwanted] = [lead({ schoolRef: other.slug }), lead({ schoolRef: other.slug })];
    const again = randomUUID();
    await deliverLead(wanted);
    const [first] = await quarantineOf(other.slug);
    await deliverLead(unwanted, { deliveryId: again });
    const second = (await quarantineOf(other.slug)).find((id) => id !== first);

    await expect(quarantine('release', first)).rejects.toThrow(`${first} stays: not_opted_in`);
    expect(await quarantine('drop', second)).toBe(`${second} dropped\n`);
    await optIn(other, { findkoreskole: true });
    expect(await quarantine('release', first)).toBe(`${first} released\n`);
    await deliverLead(unwanted, { deliveryId: again });

    expect(await studentsWith(wanted.email, other)).toHaveLength(1);
    expect(await studentsWith(unwanted.email, other)).toEqual([]);
    const left = await quarantine('list');
    expect([left.includes(other.slug), left.includes('Liv')]).toEqual([false, false]);
  });

  it('is refused without the right signature, and with a phone that is none', async () => {
    const forged = await deliverLead(lead(), { secret: 'another-secret-altogether' });
    const wrong = await deliverLead(lead({ phone: '123' }));

    expect([forged.status, forged.body.code]).toEqual([401, 'untrusted_delivery']);
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, '/phone']);
  });
});

it('a profile is published on opting in and with every change, and taken off on opting out', async () => {
  const own = await newSchool({ name: 'Skolen ved havnen' });
  const listing = async () => {
    await control.idle();
    return (await control.listings()).find(({ schoolRef }) => schoolRef === own.id);
  };
  const calls = async () =>
    (await control.requests('findkoreskole')).filter(({ path }) => path.endsWith(own.id)).length;
  expect(await listing()).toBeUndefined();

  await optIn(own, { findkoreskole: true });
  expect(await listing()).toMatchObject({ listed: true, profile: { name: 'Skolen ved havnen' } });

  await addService(own, courseService());
  const { token } = own.admin;
  const price = { amount: 60_000, currency: 'DKK' };
  const type = { name: 'Kørelektion', kind: 'road', minutes: 45, price, vatRate: 25 };
  await apiOk('POST', `${own.path}/booking-types`, {
    body: { ...type, needsVehicle: false },
    token,
  });
  expect(await listing()).toMatchObject({
    profile: {
      bookingTypes: [{ name: 'Kørelektion', price }],
      courses: [{ name: 'Lovpakke kategori B' }],
    },
  });

  const before = await calls();
  await apiOk('PATCH', `${own.path}/settings`, {
    body: { booking: { maxActive: 9 } },
    token,
  });
  await control.idle();
  expect(await calls()).toBe(before);

  await optIn(own, { findkoreskole: false });
  expect(await listing()).toMatchObject({ listed: false });
});
