import { apiOk } from './api.ts';
import { inDays } from './clock.ts';
import { control } from './control.ts';
import { addDepartment, addService, type School } from './people.ts';

/** What paths of the role and scope tests name: things of one school, by the names of the parameters. */
export async function thingsOf(
  of: School,
  studentId: string,
  personId: string,
): Promise<Record<string, string>> {
  const service = await addService(of);
  return {
    studentId,
    personId,
    departmentId: await addDepartment(of),
    serviceId: service.id,
    ...(await moneyThings(of, studentId)),
    lessonPlanId: await lessonPlanOf(of),
    endpointId: await addEndpoint(of),
    notificationId: await heldNotification(of, studentId),
    ...(await bookingThings(of, studentId, personId)),
  };
}

/** An invoice, credited in part, a payment, and a run; and the span of days that a report asks for. */
export async function moneyThings({ id, path, admin }: School, studentId: string) {
  const post = async (where: string, body: unknown): Promise<string> =>
    (await apiOk('POST', `${path}/${where}`, { body, token: admin.token })).body.id;
  const money = (amount: number) => ({ amount, currency: 'DKK' });
  const line = { description: 'x', quantity: 1, unitPrice: money(100), vatRate: 25 };
  const invoiceId = await invoiceOf({ path, admin }, studentId);
  const drawn = `students/${studentId}`;
  const runId = await post('finance/invoice-runs', {});
  const suspenseId = `sus_${id.slice(4)}`;
  return {
    ...{ invoiceId, runId, suspenseId, days: 'from=2026-01-01&to=2026-12-31' },
    draftId: await post(`${drawn}/invoices`, { lines: [line], draft: true }),
    creditNoteId: await post(`invoices/${invoiceId}/credit-notes`, {
      lines: [line],
      reason: 'x',
    }),
    paymentId: await post(`${drawn}/payments`, {
      ...{ amount: money(100), method: 'cash', receivedAt: '2026-11-01', allocations: [] },
    }),
  };
}

async function addEndpoint({ path, admin }: School): Promise<string> {
  const body = { url: 'https://hooks.flows.example/in', events: ['SchoolChanged'] };
  const url = `${path}/webhook-endpoints`;
  return (await apiOk('POST', url, { body, token: admin.token })).body.id;
}

/** An SMS to a student that waits for quiet hours to end, which last all day. */
export async function heldNotification(
  { path, admin }: School,
  studentId: string,
): Promise<string> {
  const { token } = admin;
  const quietHours = { from: '00:00', to: '23:59' };
  await apiOk('PATCH', `${path}/settings`, { body: { messages: { quietHours } }, token });
  const message = { audience: { studentIds: [studentId] }, channels: ['sms'], body: 'Hej' };
  await apiOk('POST', `${path}/messages`, { body: message, token });
  await control.idle();
  const { body } = await apiOk('GET', `${path}/notifications?status=held&personId=${studentId}`, {
    token,
  });
  return body.items[0].id;
}

async function bookingThings(of: School, studentId: string, teacherId: string) {
  const add = async (list: string, body: unknown): Promise<string> =>
    (await apiOk('POST', `${of.path}/${list}`, { body, token: of.admin.token })).body.id;
  const car = { name: 'Golf', plate: 'AB 12 345', category: 'B', gearbox: 'manual' };
  const price = { amount: 55_000, currency: 'DKK' };
  const lesson = { name: 'Kørelektion', kind: 'road', minutes: 45, needsVehicle: false };
  const vehicleId = await add('vehicles', { ...car, status: 'active' });
  const bookingTypeId = await add('booking-types', { ...lesson, price, vatRate: 25 });
  const bookingId = await addBooking(of, bookingTypeId, { teacherId, studentIds: [studentId] });
  const span = `bookingTypeId=${bookingTypeId}&from=${inDays(1)}&to=${inDays(3)}`;
  return { vehicleId, bookingTypeId, bookingId, span };
}

/** A booking five days from now, unless it says otherwise, whatever day that is. */
export async function addBooking(
  of: School,
  bookingTypeId: string | undefined,
  who: object,
  day = inDays(5),
): Promise<string> {
  const override = { rules: ['outside_availability', 'closed_day'], reason: 'a test' };
  const body = { bookingTypeId, startsAt: `${day}T10:00:00Z`, ...who, override };
  return (await apiOk('POST', `${of.path}/bookings`, { body, token: of.admin.token })).body.id;
}

/** The plan that a school begins with. */
async function lessonPlanOf({ path, admin }: School): Promise<string> {
  const { body } = await apiOk('GET', `${path}/lesson-plans`, { token: admin.token });
  return body.items[0].id;
}

/** The first invoice of a student. */
export async function invoiceOf(
  { path, admin }: Pick<School, 'path' | 'admin'>,
  studentId: string,
): Promise<string> {
  const { body } = await apiOk('GET', `${path}/students/${studentId}/invoices`, {
    token: admin.token,
  });
  return body.items[0].id;
}
