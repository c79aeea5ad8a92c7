import { unique } from './forms.ts';

/** What a body may name: things of one school by the names of the parameters. */
export type Ids = Record<string, string>;

const SOME = { amount: 100, currency: 'DKK' };
const LINE = { description: 'x', quantity: 1, unitPrice: SOME, vatRate: 25 };
const OVERRIDE = { rules: ['outside_availability', 'closed_day'], reason: 'a test' };
const registration = (ids: Ids) => ({
  name: 'Ny Elev',
  email: `${unique('ny')}@flows.example`,
  phone: '+4520123456',
  birthDate: '2001-03-14',
  language: 'da',
  termsVersion: '1',
  consents: [{ kind: 'terms', granted: true }],
  courseServiceId: ids.courseId,
});
const signing = ({ taughtId }: Ids) => ({ bookingId: taughtId, signature: { name: 'Ny' } });
const template = { sms: 'Hej' };

/**
 * For each operation that takes a body one that nothing is wrong with: it is carried out where its
 * caller may do so. A test that asks about an id puts another one in.
 */
export const GOOD_BODIES: Readonly<Record<string, (ids: Ids) => unknown>> = {
  'create-school': () => ({
    name: 'Ny',
    slug: unique('ny'),
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    language: 'da',
    address: { street: 'Vej 1', postalCode: '8000', city: 'Aarhus', country: 'DK' },
    contact: { email: 'x@flows.example', phone: '+4586123400' },
    admin: { name: 'Ny', email: `${unique('ny')}@flows.example` },
  }),
  'change-school': () => ({ name: 'Ny' }),
  'change-settings': () => ({ booking: { leadMinutes: 1 } }),
  'create-service': () => ({ name: 'Ny', kind: 'fee', price: SOME, vatRate: 25 }),
  'change-service': () => ({ name: 'Ny' }),
  'create-department': () => ({ name: 'Ny' }),
  'change-department': () => ({ name: 'Ny' }),
  'change-preferences': () => ({ marketing: true }),
  'create-staff': ({ departmentId }) => ({
    name: 'Ny',
    email: `${unique('ny')}@flows.example`,
    roles: ['office'],
    departmentIds: [departmentId],
  }),
  'change-staff': ({ departmentId }) => ({ departmentIds: [departmentId] }),
  'create-registration': registration,
  'create-student': registration,
  'change-student': ({ teacherId, departmentId }) => ({
    teacherIds: [teacherId],
    departmentIds: [departmentId],
  }),
  'create-vehicle': () => ({
    name: 'Ny',
    plate: 'AB 12 346',
    category: 'B',
    gearbox: 'manual',
    status: 'active',
  }),
  'change-vehicle': () => ({ name: 'Ny' }),
  'create-booking-type': () => ({
    name: 'Ny',
    kind: 'other',
    minutes: 45,
    price: SOME,
    vatRate: 25,
    needsVehicle: false,
  }),
  'change-booking-type': () => ({ name: 'Ny' }),
  'set-availability': () => ({ weekly: [], exceptions: [] }),
  'set-calendar': () => ({ closedDays: [], publicHolidays: 'none' }),
  'create-booking': ({ bookingTypeId, teacherId, vehicleId, studentId, moduleId, freeAt }) => ({
    bookingTypeId,
    teacherId,
    vehicleId,
    startsAt: freeAt,
    studentIds: [studentId],
    moduleIds: [moduleId],
    override: { rules: [...OVERRIDE.rules, 'prerequisite'], reason: 'a test' },
  }),
  'change-booking': ({ teacherId, vehicleId }) => ({ teacherId, vehicleId }),
  'cancel-booking': () => ({ reason: 'Ny', onBehalfOf: 'school' }),
  'add-booking-students': ({ studentId }) => ({ studentIds: [studentId], override: OVERRIDE }),
  'complete-booking': ({ studentId, teacherId }) => ({
    attendance: [{ studentId, status: 'attended' }],
    taughtBy: teacherId,
  }),
  'waive-booking-fee': () => ({ reason: 'Ny' }),
  'create-lesson-plan': () => ({ name: 'Ny', templateId: 'dk-category-b' }),
  'add-lesson-plan-version': () => ({ name: 'Ny' }),
  'assign-lesson-plan': ({ lessonPlanId }) => ({ lessonPlanId }),
  'create-teacher-signature': signing,
  'create-student-signature': signing,
  'create-dispute': ({ taughtId }) => ({ bookingId: taughtId, text: 'Ny' }),
  'create-correction': ({ taughtId }) => ({
    bookingId: taughtId,
    change: { covered: false },
    reason: 'Ny',
  }),
  'request-signature': ({ taughtId }) => ({ bookingId: taughtId }),
  'create-invoice': ({ serviceId, bookingId }) => ({
    lines: [{ ...LINE, serviceId, bookingId }],
  }),
  'change-invoice': () => ({ lines: [LINE] }),
  'issue-invoice': () => ({}),
  'confirm-booking': () => ({}),
  'accept-correction': () => ({}),
  'reject-correction': () => ({}),
  'resend-notification': () => ({}),
  'create-credit-note': () => ({ reason: 'x' }),
  'bill-student': () => ({}),
  'create-invoice-run': () => ({}),
  'create-payment': ({ invoiceId }) => ({
    amount: SOME,
    method: 'cash',
    receivedAt: '2026-11-01',
    allocations: [{ invoiceId, amount: SOME }],
  }),
  'create-credit-allocation': ({ invoiceId }) => ({ invoiceId, amount: SOME }),
  'settle-student': () => ({ confirm: true }),
  'agree-instalments': ({ invoiceId }) => ({ invoiceId, count: 2, firstDueDate: '2027-01-01' }),
  'pause-dunning': () => ({ reason: 'x' }),
  'connect-payment-account': () => ({}),
  'create-checkout': () => ({}),
  'create-refund': () => ({ amount: SOME, reason: 'x' }),
  'resolve-suspense': ({ studentId, invoiceId }) => ({ studentId, invoiceId }),
  'create-message': ({ studentId }) => ({
    audience: { studentIds: [studentId] },
    channels: ['email'],
    subject: 'Hej',
    body: 'Hej',
  }),
  'set-template': () => template,
  'preview-template': () => template,
  'create-webhook-endpoint': () => ({
    url: 'https://hooks.flows.example/in',
    events: ['SchoolChanged'],
  }),
  'change-webhook-endpoint': () => ({ events: ['SchoolChanged'] }),
  'replay-webhook-deliveries': () => ({ eventIds: [`evt_${'0'.repeat(26)}`] }),
};
