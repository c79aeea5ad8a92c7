import { apiOk } from '../flows/support/api.ts';
import type { Ids } from '../flows/support/bodies.ts';
import { inDays } from '../flows/support/clock.ts';
import { control } from '../flows/support/control.ts';
import { anyEmail } from '../flows/support/forms.ts';
import { eventOf, stripe } from '../flows/support/online.ts';
import { personIdIn, register, signIn } from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import type { Cast } from '../flows/support/tenancy/cast.ts';
import { addBooking } from '../flows/support/things.ts';

/** Bookings of the cast's own teacher and student, each in another state, by its name. */
export type BookingStates = {
  draft: string;
  /** a draft whose hold is over */
  over: string;
  cancelled: string;
  /** nobody came, for which there is a fee */
  missed: string;
  /** has begun, and nobody has said yet who came */
  begun: string;
  /** nobody is in it, and the own student is taken at its time */
  empty: string;
  /** taught, and nobody has signed */
  unsigned: string;
  untouched: string;
  /** taught, and the teacher has signed */
  signable: string;
  waiting: string;
  /** taught, and both have signed; the teacher proposes to correct it */
  signed: string;
  correctionId: string;
};

const OVERRIDE = { rules: ['outside_availability', 'closed_day', 'max_active'], reason: 'x' };

/** Makes them. */
export async function bookingStates(cast: Cast): Promise<BookingStates> {
  const { school, things } = cast;
  const { teacherId = '', studentId = '' } = things.own;
  const { token } = school.admin;
  const money = { amount: 30_000, currency: 'DKK' };
  const type = { name: 'Gebyr', kind: 'road', minutes: 45, needsVehicle: false, vatRate: 25 };
  const fees = { price: money, lateFee: money, noShowFee: money };
  const { body } = await apiOk('POST', `${school.path}/booking-types`, {
    ...{ body: { ...type, ...fees, cancellation: { hoursBefore: 24 } }, token },
  });
  const bookingTypeId: string = body.id;
  const at = (day: number, more = {}) =>
    addBooking(school, bookingTypeId, { teacherId, studentIds: [studentId], ...more }, inDays(day));
  const [cancelled, draft] = [await at(20), await at(21, { draft: true })];
  const colleague = things.others.teacherId;
  const startsAt = `${inDays(21)}T10:15:00Z`;
  const empty = await at(21, { startsAt, teacherId: colleague, studentIds: [] });
  await apiOk('POST', `${school.path}/bookings/${cancelled}/cancel`, {
    ...{ body: { reason: 'x', onBehalfOf: 'school' }, token },
  });

  const past = await bookedBefore(cast, bookingTypeId);
  for (const [state, bookingId] of Object.entries(past.lessons)) {
    const status = state === 'missed' ? 'no_show' : 'attended';
    await apiOk('POST', `${school.path}/bookings/${bookingId}/complete`, {
      ...{ body: { attendance: [{ studentId, status }] }, token },
    });
  }
  const { signable, waiting, signed } = past.lessons;
  for (const id of [signable, waiting, signed]) await sign(cast, 'teacher', id);
  await sign(cast, 'student', signed);
  const { body: correction } = await apiOk(
    'POST',
    `${school.path}/students/${studentId}/modules/${things.own.moduleId}/corrections`,
    {
      body: { bookingId: signed, change: { covered: false }, reason: 'x' },
      token: await signIn(cast.people.teacher),
    },
  );
  return {
    ...{ draft, cancelled, empty, over: past.over, begun: past.begun },
    ...{ ...past.lessons, correctionId: correction.id },
  };
}

/** Booked when the clock stood some hours earlier: what is over by now. Leaves it in the present. */
async function bookedBefore({ school, things }: Cast, bookingTypeId: string) {
  const { teacherId = '', studentId = '' } = things.own;
  const now = Math.floor((await control.now()).getTime() / 60_000) * 60_000;
  await control.clock(new Date(now - 8 * 3_600_000).toISOString());
  const token = await signIn(school.admin);
  const book = async (startsAt: string, more = {}): Promise<string> => {
    const lesson = { bookingTypeId, teacherId, studentIds: [studentId], override: OVERRIDE };
    const body = { ...lesson, startsAt, ...more };
    return (await apiOk('POST', `${school.path}/bookings`, { body, token })).body.id;
  };
  const hoursAgo = (hours: number) => book(new Date(now - hours * 3_600_000).toISOString());
  const over = await book(`${inDays(22)}T10:00:00Z`, { draft: true });
  const begun = await hoursAgo(7);
  const lessons = {
    missed: await hoursAgo(6),
    unsigned: await hoursAgo(5),
    untouched: await hoursAgo(4),
    signable: await hoursAgo(3),
    waiting: await hoursAgo(2),
    signed: await hoursAgo(1),
  };
  await control.clock(null);
  return { over, begun, lessons };
}

async function sign({ school, things, people }: Cast, who: 'teacher' | 'student', id: string) {
  const { studentId, moduleId } = things.own;
  const where = `${school.path}/students/${studentId}/modules/${moduleId}/${who}-signature`;
  const body = { bookingId: id, signature: { name: 'Ny' } };
  await apiOk('POST', where, { body, token: await signIn(people[who]) });
}

/** Things that are used up by one request, or are in a state of their own, by what they are. */
export type Spares = {
  /** drafts of the own student */
  removable: string;
  issuable: string;
  /** issued, and paid in full */
  paidId: string;
  /** a notification that has gone out */
  sentId: string;
  /** an endpoint that is switched off, and one to remove */
  disabledId: string;
  endpointId: string;
  /** money that matched nothing */
  suspenseId: string;
  /** a booking of somebody else's */
  cancellable: string;
  classmateId: string;
  /** the administrator, and who waits to confirm an enrolment */
  adminId: string;
  pending: Ids;
};

/** Makes them. The school's payment account is connected. */
export async function spareThings(cast: Cast, account: string): Promise<Spares> {
  const { school, things, tokens } = cast;
  const { studentId = '' } = things.own;
  const { token } = school.admin;
  const post = async (where: string, body: object) =>
    (await apiOk('POST', `${school.path}/${where}`, { body, token })).body.id as string;
  const amount = { amount: 100, currency: 'DKK' };
  const lines = [{ description: 'x', quantity: 1, unitPrice: amount, vatRate: 25 }];
  const invoices = `students/${studentId}/invoices`;
  const paidId = await post(invoices, { lines });
  const allocations = [{ invoiceId: paidId, amount }];
  const cash = { amount, method: 'cash', receivedAt: '2026-11-01', allocations };
  await post(`students/${studentId}/payments`, cash);
  const money = { id: 'pi_fuzz', object: 'payment_intent', amount: 100, amount_received: 100 };
  const paid = { ...money, currency: 'dkk', metadata: {} };
  await stripe.event(eventOf(account, 'payment_intent.succeeded', paid));
  const url = 'https://hooks.flows.example/off';
  const endpoint = { url, events: ['SchoolChanged'] };
  const disabledId = await post('webhook-endpoints', endpoint);
  const off = { body: { status: 'disabled' }, token };
  await apiOk('PATCH', `${school.path}/webhook-endpoints/${disabledId}`, off);
  await control.idle();
  const first = async (list: string): Promise<string> =>
    (await apiOk('GET', `${school.path}/${list}`, { token })).body.items[0].id;
  return {
    ...{ paidId, disabledId },
    endpointId: await post('webhook-endpoints', endpoint),
    removable: await post(invoices, { lines, draft: true }),
    issuable: await post(invoices, { lines, draft: true }),
    sentId: await first(`notifications?status=sent&personId=${studentId}`),
    suspenseId: await first('finance/suspense?status=open'),
    cancellable: things.others.bookingId ?? '',
    classmateId: things.others.studentId ?? '',
    adminId: personIdIn(tokens.admin),
    pending: await pendingStudent(cast),
  };
}

/** A visitor who has not opened the mailed link: their id, and the draft that waits for them. */
async function pendingStudent({ school }: Cast): Promise<Ids> {
  const email = anyEmail('venter');
  await register(school, { email });
  await control.idle();
  const [person] = await rowsOf('person', { email });
  const studentId = String(person?.personId);
  const [draft] = await rowsOf('invoice', { studentId });
  return { studentId, invoiceId: String(draft?.invoiceId) };
}
