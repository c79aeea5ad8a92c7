import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../flows/support/audit.ts';
import { control, passTime } from '../flows/support/control.ts';
import { anyEmail } from '../flows/support/forms.ts';
import { mailTo } from '../flows/support/mail.ts';
import { newSchool, register, type School } from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { crashesOf, crashing } from './support/crashing.ts';

const RELAY = 'relay-outbox';

let school: School;
beforeAll(async () => {
  school = await newSchool();
});
afterEach(async () => {
  await control.source(RELAY, true);
  await control.clearCrashes();
  await audit();
});

async function registered(): Promise<string> {
  const email = anyEmail('ida');
  expect((await register(school, { email })).status).toBe(202);
  return email;
}

/** How often the bus carried the event that this school's last registration was received. */
async function timesCarried(): Promise<number> {
  const ids = (await control.events())
    .map(({ detail }) => detail)
    .filter(({ name, schoolId }) => name === 'RegistrationReceived' && schoolId === school.id)
    .map(({ id }) => id);
  return ids.filter((id) => id === ids.at(-1)).length;
}

describe('a relay that is well', () => {
  // DynamoDB Local's stream leaves the type of an empty map out; such an event was unreadable.
  it('publishes an event that carries no data', async () => {
    const { id } = await newSchool();

    await control.idle();

    const carried = (await control.events()).map(({ detail }) => detail);
    expect(carried).toContainEqual(
      expect.objectContaining({ name: 'SchoolCreated', schoolId: id, data: {} }),
    );
    expect(await rowsOf('outbox')).toEqual([]);
  });
});

describe('a relay that is killed', () => {
  it.each([
    { call: 'events:PutEvents', when: 'before', carried: 1 },
    { call: 'events:PutEvents', when: 'after', carried: 2 },
    { call: 'dynamodb:DeleteItem', when: 'before', carried: 2 },
    { call: 'dynamodb:DeleteItem', when: 'after', carried: 2 },
  ] as const)('$when its $call: one mail in all', async ({ call, when, carried }) => {
    const email = await crashing({ function: RELAY, call, when }, registered);

    expect(await mailTo(email)).toHaveLength(1);
    expect(await timesCarried()).toBe(carried);
    expect(await rowsOf('outbox')).toEqual([]);
  });

  it('every time it tries: the sweep tells instead, after the minute that the relay has', async () => {
    const before = await crashesOf(RELAY);
    for (let planted = 0; planted < 40; planted += 1) {
      await control.crash({ function: RELAY, call: 'events:PutEvents', when: 'before' });
    }

    const email = await registered();
    expect(await mailTo(email)).toEqual([]);
    // Tried eleven times, as the mapping says, and then handed over to its dead letters.
    expect((await crashesOf(RELAY)) - before).toBe(11);
    await passTime({ minutes: 2 }); // the registration is carried out, and owes a mail
    await control.idle();
    await passTime({ minutes: 2 });

    expect(await mailTo(email)).toHaveLength(1);
    expect(await rowsOf('outbox')).toEqual([]);
  });
});

describe('a relay that stands still', () => {
  it('is stood in for by the sweep; when it comes back nobody is told again', async () => {
    await control.source(RELAY, false);

    const email = await registered();
    await passTime({ minutes: 0.75 });
    expect(await mailTo(email)).toEqual([]);
    expect(await rowsOf('outbox')).toHaveLength(1);
    await passTime({ minutes: 1 });
    await control.idle();
    await passTime({ minutes: 2 });

    expect(await mailTo(email)).toHaveLength(1);
    await control.source(RELAY, true);
    expect(await mailTo(email)).toHaveLength(1);
    expect(await rowsOf('outbox')).toEqual([]);
  });
});
