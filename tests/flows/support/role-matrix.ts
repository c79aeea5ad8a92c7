/** Who asks. `outsider` administers another school; `former` was disabled; `invited` has not accepted. */
export const CALLERS = [
  'platform',
  'admin',
  'office',
  'teacher',
  'student',
  'outsider',
  'former',
  'invited',
] as const;
export type Caller = (typeof CALLERS)[number];

/**
 * The expected status per caller. Writes are sent a body that nobody may send, so whoever is let
 * through is told 422 and no row changes.
 */
const row = (statuses: string): Record<Caller, number> => {
  const list = statuses.split(' ').map(Number);
  return Object.fromEntries(CALLERS.map((caller, at) => [caller, list[at]])) as Record<
    Caller,
    number
  >;
};
//                        platform admin office teacher student outsider former invited
const ADMIN_READS = row('200 200 403 403 403 404 403 404');
const ADMIN_WRITES = row('422 422 403 403 403 404 403 404');
const OFFICE_READS = row('200 200 200 403 403 404 403 404');
const OFFICE_WRITES = row('422 422 422 403 403 404 403 404');
const STAFF_READS = row('200 200 200 200 403 404 403 404');
const MEMBERS_READ = row('200 200 200 200 200 404 403 404');
const MONEY_OF_OWN = row('200 200 200 403 200 404 403 404');
const MONEY_OF_OTHERS = row('200 200 200 403 404 404 403 404');
const OWN_BOOKINGS_WRITE = row('422 422 422 422 403 404 403 404');
const OF_OTHERS = row('200 200 200 404 404 404 403 404');
// Nobody stands in for another: the teacher who taught, the student, and no administrator.
const TEACHER_SIGNS = row('403 403 403 422 403 404 403 404');
const STUDENT_SIGNS = row('403 403 403 403 422 404 403 404');
const OTHER_STUDENT_SIGNS = row('403 403 403 403 404 404 403 404');
// These have no body to refuse: whoever is let through is told that there is nothing to answer.
const PARTIES_ANSWER = row('403 403 403 404 404 404 403 404');
const ANYBODY_READS = row('200 200 200 200 200 200 200 200');
const ANYBODY_WRITES = row('422 422 422 422 422 422 422 422');

/** Every operation behind a token, some by several paths: what each caller is answered. */
export const MATRIX: [operation: string, path: string, expected: Record<Caller, number>][] = [
  ['get-me', '/me', ANYBODY_READS],
  ['get-preferences', '/me/preferences', ANYBODY_READS],
  ['change-preferences', '/me/preferences', ANYBODY_WRITES],
  ['create-school', '/schools', row('422 403 403 403 403 403 403 403')],
  ['list-schools', '/schools', row('200 200 403 403 403 200 403 403')],
  ['get-school', '{S}', ADMIN_READS],
  ['change-school', '{S}', ADMIN_WRITES],
  ['get-settings', '{S}/settings', ADMIN_READS],
  ['change-settings', '{S}/settings', ADMIN_WRITES],
  ['list-services', '{S}/services', OFFICE_READS],
  ['create-service', '{S}/services', ADMIN_WRITES],
  ['change-service', '{S}/services/{serviceId}', ADMIN_WRITES],
  ['list-departments', '{S}/departments', ADMIN_READS],
  ['create-department', '{S}/departments', ADMIN_WRITES],
  ['change-department', '{S}/departments/{departmentId}', ADMIN_WRITES],
  ['list-staff', '{S}/staff', STAFF_READS],
  ['create-staff', '{S}/staff', ADMIN_WRITES],
  ['change-staff', '{S}/staff/{personId}', ADMIN_WRITES],
  ['list-students', '{S}/students', MEMBERS_READ],
  ['create-student', '{S}/students', OFFICE_WRITES],
  ['get-student', '{S}/students/{studentId}', MEMBERS_READ],
  ['get-student', '{S}/students/{classmateId}', row('200 200 200 404 404 404 403 404')],
  ['change-student', '{S}/students/{studentId}', row('422 422 422 422 403 404 403 404')],
  ['list-vehicles', '{S}/vehicles', STAFF_READS],
  ['create-vehicle', '{S}/vehicles', ADMIN_WRITES],
  ['change-vehicle', '{S}/vehicles/{vehicleId}', ADMIN_WRITES],
  ['list-booking-types', '{S}/booking-types', MEMBERS_READ],
  ['create-booking-type', '{S}/booking-types', ADMIN_WRITES],
  ['change-booking-type', '{S}/booking-types/{bookingTypeId}', ADMIN_WRITES],
  ['get-calendar', '{S}/calendar', MEMBERS_READ],
  ['set-calendar', '{S}/calendar', ADMIN_WRITES],
  ['get-availability', '{S}/teachers/{personId}/availability', STAFF_READS],
  [
    'get-availability',
    '{S}/teachers/{colleagueId}/availability',
    row('200 200 200 404 403 404 403 404'),
  ],
  ['set-availability', '{S}/teachers/{personId}/availability', OWN_BOOKINGS_WRITE],
  ['list-free-slots', '{S}/teachers/{personId}/free-slots?{span}', MEMBERS_READ],
  ['create-booking', '{S}/bookings', OWN_BOOKINGS_WRITE],
  ['list-bookings', '{S}/bookings', MEMBERS_READ],
  ['get-booking', '{S}/bookings/{bookingId}', MEMBERS_READ],
  ['get-booking', '{S}/bookings/{colleaguesBookingId}', row('200 200 200 404 404 404 403 404')],
  ['change-booking', '{S}/bookings/{bookingId}', OWN_BOOKINGS_WRITE],
  // It has no body to refuse: whoever is let through is told that it stands already.
  ['confirm-booking', '{S}/bookings/{bookingId}/confirm', row('409 409 409 409 403 404 403 404')],
  [
    'confirm-booking',
    '{S}/bookings/{colleaguesBookingId}/confirm',
    row('409 409 409 404 403 404 403 404'),
  ],
  ['cancel-booking', '{S}/bookings/{bookingId}/cancel', row('422 422 422 422 422 404 403 404')],
  ['add-booking-students', '{S}/bookings/{bookingId}/students', OWN_BOOKINGS_WRITE],
  // Nor has this one: the classmate takes no part in it.
  [
    'remove-booking-student',
    '{S}/bookings/{bookingId}/students/{classmateId}',
    row('404 404 404 404 403 404 403 404'),
  ],
  ['complete-booking', '{S}/bookings/{bookingId}/complete', OWN_BOOKINGS_WRITE],
  [
    'waive-booking-fee',
    '{S}/bookings/{bookingId}/students/{studentId}/fee-waiver',
    row('422 422 422 403 403 404 403 404'),
  ],
  ['list-lesson-plan-templates', '/lesson-plan-templates', ANYBODY_READS],
  ['list-lesson-plans', '{S}/lesson-plans', STAFF_READS],
  ['create-lesson-plan', '{S}/lesson-plans', ADMIN_WRITES],
  ['get-lesson-plan', '{S}/lesson-plans/{lessonPlanId}', STAFF_READS],
  ['add-lesson-plan-version', '{S}/lesson-plans/{lessonPlanId}/versions', ADMIN_WRITES],
  ['assign-lesson-plan', '{S}/students/{studentId}/lesson-plan', OFFICE_WRITES],
  ['get-progress', '{S}/students/{studentId}/progress', MEMBERS_READ],
  ['get-progress', '{S}/students/{classmateId}/progress', OF_OTHERS],
  [
    'create-teacher-signature',
    '{S}/students/{studentId}/modules/{moduleId}/teacher-signature',
    TEACHER_SIGNS,
  ],
  [
    'create-student-signature',
    '{S}/students/{studentId}/modules/{moduleId}/student-signature',
    STUDENT_SIGNS,
  ],
  [
    'create-student-signature',
    '{S}/students/{classmateId}/modules/{moduleId}/student-signature',
    OTHER_STUDENT_SIGNS,
  ],
  ['create-dispute', '{S}/students/{studentId}/modules/{moduleId}/dispute', STUDENT_SIGNS],
  ['create-dispute', '{S}/students/{classmateId}/modules/{moduleId}/dispute', OTHER_STUDENT_SIGNS],
  ['create-correction', '{S}/students/{studentId}/modules/{moduleId}/corrections', TEACHER_SIGNS],
  [
    'accept-correction',
    '{S}/students/{studentId}/modules/{moduleId}/corrections/{signatureId}/acceptance',
    PARTIES_ANSWER,
  ],
  [
    'reject-correction',
    '{S}/students/{studentId}/modules/{moduleId}/corrections/{signatureId}/rejection',
    PARTIES_ANSWER,
  ],
  ['request-signature', '{S}/students/{studentId}/signature-requests', OWN_BOOKINGS_WRITE],
  ['list-signatures', '{S}/students/{studentId}/signatures', MEMBERS_READ],
  ['list-signatures', '{S}/students/{classmateId}/signatures', OF_OTHERS],
  ['verify-signatures', '{S}/students/{studentId}/signatures/verification', MEMBERS_READ],
  ['verify-signatures', '{S}/students/{classmateId}/signatures/verification', OF_OTHERS],
  ['list-warnings', '{S}/students/{studentId}/warnings', MEMBERS_READ],
  ['list-warnings', '{S}/students/{classmateId}/warnings', OF_OTHERS],
  ['get-signature-document', '{S}/students/{studentId}/signatures/document', MEMBERS_READ],
  ['get-signature-document', '{S}/students/{classmateId}/signatures/document', OF_OTHERS],
  ['list-webhook-endpoints', '{S}/webhook-endpoints', ADMIN_READS],
  ['create-webhook-endpoint', '{S}/webhook-endpoints', ADMIN_WRITES],
  ['change-webhook-endpoint', '{S}/webhook-endpoints/{endpointId}', ADMIN_WRITES],
  // It has no body to refuse: what it would remove is not there.
  [
    'remove-webhook-endpoint',
    `{S}/webhook-endpoints/whk_${'0'.repeat(26)}`,
    row('404 404 403 403 403 404 403 404'),
  ],
  ['list-webhook-deliveries', '{S}/webhook-endpoints/{endpointId}/deliveries', ADMIN_READS],
  ['replay-webhook-deliveries', '{S}/webhook-endpoints/{endpointId}/replay', ADMIN_WRITES],
  ['list-notifications', '{S}/notifications', OFFICE_READS],
  ['get-notification', '{S}/notifications/{notificationId}', OFFICE_READS],
  // It has no body to refuse: whoever is let through is told that the first is still to go.
  [
    'resend-notification',
    '{S}/notifications/{notificationId}/resend',
    row('409 409 409 403 403 404 403 404'),
  ],
  ['create-message', '{S}/messages', OWN_BOOKINGS_WRITE],
  ['list-templates', '{S}/templates', ADMIN_READS],
  ['get-template', '{S}/templates/welcome/da', ADMIN_READS],
  ['set-template', '{S}/templates/welcome/da', ADMIN_WRITES],
  ['preview-template', '{S}/templates/welcome/da/preview', ADMIN_WRITES],
  // There is none to remove.
  ['remove-template', '{S}/templates/welcome/da', row('204 204 403 403 403 404 403 404')],
  ['get-balance', '{S}/students/{studentId}/balance', MONEY_OF_OWN],
  ['get-balance', '{S}/students/{classmateId}/balance', MONEY_OF_OTHERS],
  ['list-ledger', '{S}/students/{studentId}/ledger', MONEY_OF_OWN],
  ['list-ledger', '{S}/students/{classmateId}/ledger', MONEY_OF_OTHERS],
  ['list-invoices', '{S}/students/{studentId}/invoices', MONEY_OF_OWN],
  ['list-invoices', '{S}/students/{classmateId}/invoices', MONEY_OF_OTHERS],
  ['get-invoice', '{S}/invoices/{invoiceId}', MONEY_OF_OWN],
  ['get-invoice', '{S}/invoices/{classmatesInvoiceId}', MONEY_OF_OTHERS],
  ['get-invoice', '{S}/invoices/{invoiceId}?format=html', MONEY_OF_OWN],
  ['create-invoice', '{S}/students/{studentId}/invoices', OFFICE_WRITES],
  ['change-invoice', '{S}/invoices/{draftId}', OFFICE_WRITES],
  // No body to refuse either: what is issued is not deleted.
  ['remove-invoice', '{S}/invoices/{invoiceId}', row('409 409 409 403 403 404 403 404')],
  ['issue-invoice', '{S}/invoices/{draftId}/issue', OFFICE_WRITES],
  ['create-credit-note', '{S}/invoices/{invoiceId}/credit-notes', OFFICE_WRITES],
  ['list-credit-notes', '{S}/invoices/{invoiceId}/credit-notes', MONEY_OF_OWN],
  ['list-credit-notes', '{S}/invoices/{classmatesInvoiceId}/credit-notes', MONEY_OF_OTHERS],
  ['get-credit-note', '{S}/invoices/{invoiceId}/credit-notes/{creditNoteId}', MONEY_OF_OWN],
  ['bill-student', '{S}/students/{studentId}/uninvoiced', OFFICE_WRITES],
  ['create-invoice-run', '{S}/finance/invoice-runs', OFFICE_WRITES],
  ['get-invoice-run', '{S}/finance/invoice-runs/{runId}', OFFICE_READS],
  ['create-payment', '{S}/students/{studentId}/payments', OFFICE_WRITES],
  ['list-payments', '{S}/students/{studentId}/payments', MONEY_OF_OWN],
  ['list-payments', '{S}/students/{classmateId}/payments', MONEY_OF_OTHERS],
  ['get-payment', '{S}/payments/{paymentId}', MONEY_OF_OWN],
  ['create-credit-allocation', '{S}/students/{studentId}/credit-allocations', OFFICE_WRITES],
  ['settle-student', '{S}/students/{studentId}/settlement', ADMIN_WRITES],
  ['agree-instalments', '{S}/students/{studentId}/instalments', OFFICE_WRITES],
  ['pause-dunning', '{S}/invoices/{invoiceId}/dunning-pause', OFFICE_WRITES],
  ['export-finance', '{S}/finance/export?{days}', ADMIN_READS],
  ['get-finance-report', '{S}/reports/finance?{days}', ADMIN_READS],
  ['create-checkout', '{S}/invoices/{invoiceId}/checkout', row('422 422 422 403 422 404 403 404')],
  [
    'create-checkout',
    '{S}/invoices/{classmatesInvoiceId}/checkout',
    row('422 422 422 403 422 404 403 404'),
  ],
  ['create-refund', '{S}/payments/{paymentId}/refunds', ADMIN_WRITES],
  ['connect-payment-account', '{S}/payment-account', ADMIN_WRITES],
  ['get-payment-account', '{S}/payment-account', ADMIN_READS],
  ['list-suspense', '{S}/finance/suspense', ADMIN_READS],
  ['resolve-suspense', '{S}/finance/suspense/{suspenseId}/resolution', ADMIN_WRITES],
];
