import { agreeInstalmentsRoute } from './finance/agree-instalments.contract.ts';
import { billStudentRoute } from './finance/bill-student.contract.ts';
import { carryOutInvoiceRunWorker } from './finance/carry-out-invoice-run.contract.ts';
import { carryOutRefundsWorker } from './finance/carry-out-refunds.contract.ts';
import { changeInvoiceRoute } from './finance/change-invoice.contract.ts';
import { connectPaymentAccountRoute } from './finance/connect-payment-account.contract.ts';
import { createCheckoutRoute } from './finance/create-checkout.contract.ts';
import { createCreditAllocationRoute } from './finance/create-credit-allocation.contract.ts';
import { createCreditNoteRoute } from './finance/create-credit-note.contract.ts';
import { createInvoiceRoute } from './finance/create-invoice.contract.ts';
import { createInvoiceRunRoute } from './finance/create-invoice-run.contract.ts';
import { createPaymentRoute } from './finance/create-payment.contract.ts';
import { createRefundRoute } from './finance/create-refund.contract.ts';
import { exportFinanceRoute } from './finance/export-finance.contract.ts';
import { getBalanceRoute } from './finance/get-balance.contract.ts';
import { getCreditNoteRoute } from './finance/get-credit-note.contract.ts';
import { getFinanceReportRoute } from './finance/get-finance-report.contract.ts';
import { getInvoiceRoute } from './finance/get-invoice.contract.ts';
import { getInvoiceRunRoute } from './finance/get-invoice-run.contract.ts';
import { getPaymentRoute } from './finance/get-payment.contract.ts';
import { getPaymentAccountRoute } from './finance/get-payment-account.contract.ts';
import { issueInvoiceRoute } from './finance/issue-invoice.contract.ts';
import { listCreditNotesRoute } from './finance/list-credit-notes.contract.ts';
import { listInvoicesRoute } from './finance/list-invoices.contract.ts';
import { listLedgerRoute } from './finance/list-ledger.contract.ts';
import { listPaymentsRoute } from './finance/list-payments.contract.ts';
import { listSuspenseRoute } from './finance/list-suspense.contract.ts';
import { pauseDunningRoute } from './finance/pause-dunning.contract.ts';
import { processStripeEventsWorker } from './finance/process-stripe-events.contract.ts';
import { receiveStripeEventRoute } from './finance/receive-stripe-event.contract.ts';
import { reconcilePaymentsWorker } from './finance/reconcile-payments.contract.ts';
import { removeInvoiceRoute } from './finance/remove-invoice.contract.ts';
import { resolveSuspenseRoute } from './finance/resolve-suspense.contract.ts';
import { scheduleReconciliationWorker } from './finance/schedule-reconciliation.contract.ts';
import { settleStudentRoute } from './finance/settle-student.contract.ts';
import { changeWebhookEndpointRoute } from './integrations/change-webhook-endpoint.contract.ts';
import { createWebhookEndpointRoute } from './integrations/create-webhook-endpoint.contract.ts';
import { deliverWebhookWorker } from './integrations/deliver-webhook.contract.ts';
import { listWebhookDeliveriesRoute } from './integrations/list-webhook-deliveries.contract.ts';
import { listWebhookEndpointsRoute } from './integrations/list-webhook-endpoints.contract.ts';
import { planPlatformTasksWorker } from './integrations/plan-platform-tasks.contract.ts';
import { planWebhooksWorker } from './integrations/plan-webhooks.contract.ts';
import { provisionStudentWorker } from './integrations/provision-student.contract.ts';
import { publishProfileWorker } from './integrations/publish-profile.contract.ts';
import { receiveLeadRoute } from './integrations/receive-lead.contract.ts';
import { receiveTheoryResultRoute } from './integrations/receive-theory-result.contract.ts';
import { removeWebhookEndpointRoute } from './integrations/remove-webhook-endpoint.contract.ts';
import { replayWebhookDeliveriesRoute } from './integrations/replay-webhook-deliveries.contract.ts';
import { acceptCorrectionRoute } from './learning/accept-correction.contract.ts';
import { addLessonPlanVersionRoute } from './learning/add-lesson-plan-version.contract.ts';
import { assignLessonPlanRoute } from './learning/assign-lesson-plan.contract.ts';
import { createCorrectionRoute } from './learning/create-correction.contract.ts';
import { createDisputeRoute } from './learning/create-dispute.contract.ts';
import { createLessonPlanRoute } from './learning/create-lesson-plan.contract.ts';
import { createStudentSignatureRoute } from './learning/create-student-signature.contract.ts';
import { createTeacherSignatureRoute } from './learning/create-teacher-signature.contract.ts';
import { getLessonPlanRoute } from './learning/get-lesson-plan.contract.ts';
import { getProgressRoute } from './learning/get-progress.contract.ts';
import { getSignatureDocumentRoute } from './learning/get-signature-document.contract.ts';
import { getSigningRoute } from './learning/get-signing.contract.ts';
import { listLessonPlanTemplatesRoute } from './learning/list-lesson-plan-templates.contract.ts';
import { listLessonPlansRoute } from './learning/list-lesson-plans.contract.ts';
import { listSignaturesRoute } from './learning/list-signatures.contract.ts';
import { listWarningsRoute } from './learning/list-warnings.contract.ts';
import { rejectCorrectionRoute } from './learning/reject-correction.contract.ts';
import { requestSignatureRoute } from './learning/request-signature.contract.ts';
import { verifySignaturesRoute } from './learning/verify-signatures.contract.ts';
import { getDocsRoute } from './meta/get-docs.contract.ts';
import { getHealthRoute } from './meta/get-health.contract.ts';
import { getOpenapiRoute } from './meta/get-openapi.contract.ts';
import { listErrorsRoute } from './meta/list-errors.contract.ts';
import { createMessageRoute } from './notifications/create-message.contract.ts';
import { fanOutMessageWorker } from './notifications/fan-out-message.contract.ts';
import { getNotificationRoute } from './notifications/get-notification.contract.ts';
import { getOptOutRoute } from './notifications/get-opt-out.contract.ts';
import { getTemplateRoute } from './notifications/get-template.contract.ts';
import { listNotificationsRoute } from './notifications/list-notifications.contract.ts';
import { listTemplatesRoute } from './notifications/list-templates.contract.ts';
import { optOutRoute } from './notifications/opt-out.contract.ts';
import { planNotificationsWorker } from './notifications/plan-notifications.contract.ts';
import { previewTemplateRoute } from './notifications/preview-template.contract.ts';
import { receiveTwilioStatusRoute } from './notifications/receive-twilio-status.contract.ts';
import { relayOutboxWorker } from './notifications/relay-outbox.contract.ts';
import { removeTemplateRoute } from './notifications/remove-template.contract.ts';
import { resendNotificationRoute } from './notifications/resend-notification.contract.ts';
import { sendEmailWorker } from './notifications/send-email.contract.ts';
import { sendSmsWorker } from './notifications/send-sms.contract.ts';
import { setTemplateRoute } from './notifications/set-template.contract.ts';
import { sweepWorker } from './notifications/sweep.contract.ts';
import { trackDeliveryWorker } from './notifications/track-delivery.contract.ts';
import { carryOutRegistrationWorker } from './people/carry-out-registration.contract.ts';
import { changePreferencesRoute } from './people/change-preferences.contract.ts';
import { changeStaffRoute } from './people/change-staff.contract.ts';
import { changeStudentRoute } from './people/change-student.contract.ts';
import { confirmMembershipRoute } from './people/confirm-membership.contract.ts';
import { createRegistrationRoute } from './people/create-registration.contract.ts';
import { createSessionRoute } from './people/create-session.contract.ts';
import { createStaffRoute } from './people/create-staff.contract.ts';
import { createStudentRoute } from './people/create-student.contract.ts';
import { getMeRoute } from './people/get-me.contract.ts';
import { getPreferencesRoute } from './people/get-preferences.contract.ts';
import { getStudentRoute } from './people/get-student.contract.ts';
import { linkStudentsWorker } from './people/link-students.contract.ts';
import { listStaffRoute } from './people/list-staff.contract.ts';
import { listStudentsRoute } from './people/list-students.contract.ts';
import { refreshSessionRoute } from './people/refresh-session.contract.ts';
import { requestPasswordResetRoute } from './people/request-password-reset.contract.ts';
import { revokeSessionRoute } from './people/revoke-session.contract.ts';
import { setPasswordRoute } from './people/set-password.contract.ts';
import { addBookingStudentsRoute } from './scheduling/add-booking-students.contract.ts';
import { cancelBookingRoute } from './scheduling/cancel-booking.contract.ts';
import { changeBookingRoute } from './scheduling/change-booking.contract.ts';
import { changeBookingTypeRoute } from './scheduling/change-booking-type.contract.ts';
import { changeVehicleRoute } from './scheduling/change-vehicle.contract.ts';
import { completeBookingRoute } from './scheduling/complete-booking.contract.ts';
import { confirmBookingRoute } from './scheduling/confirm-booking.contract.ts';
import { createBookingRoute } from './scheduling/create-booking.contract.ts';
import { createBookingTypeRoute } from './scheduling/create-booking-type.contract.ts';
import { createVehicleRoute } from './scheduling/create-vehicle.contract.ts';
import { getAvailabilityRoute } from './scheduling/get-availability.contract.ts';
import { getBookingRoute } from './scheduling/get-booking.contract.ts';
import { getCalendarRoute } from './scheduling/get-calendar.contract.ts';
import { listBookingTypesRoute } from './scheduling/list-booking-types.contract.ts';
import { listBookingsRoute } from './scheduling/list-bookings.contract.ts';
import { listFreeSlotsRoute } from './scheduling/list-free-slots.contract.ts';
import { listVehiclesRoute } from './scheduling/list-vehicles.contract.ts';
import { removeBookingStudentRoute } from './scheduling/remove-booking-student.contract.ts';
import { setAvailabilityRoute } from './scheduling/set-availability.contract.ts';
import { setCalendarRoute } from './scheduling/set-calendar.contract.ts';
import { waiveBookingFeeRoute } from './scheduling/waive-booking-fee.contract.ts';
import { changeDepartmentRoute } from './schools/change-department.contract.ts';
import { changeSchoolRoute } from './schools/change-school.contract.ts';
import { changeServiceRoute } from './schools/change-service.contract.ts';
import { changeSettingsRoute } from './schools/change-settings.contract.ts';
import { createDepartmentRoute } from './schools/create-department.contract.ts';
import { createSchoolRoute } from './schools/create-school.contract.ts';
import { createServiceRoute } from './schools/create-service.contract.ts';
import { getPublicSchoolRoute } from './schools/get-public-school.contract.ts';
import { getSchoolRoute } from './schools/get-school.contract.ts';
import { getSettingsRoute } from './schools/get-settings.contract.ts';
import { listDepartmentsRoute } from './schools/list-departments.contract.ts';
import { listSchoolsRoute } from './schools/list-schools.contract.ts';
import { listServicesRoute } from './schools/list-services.contract.ts';
import type { Operation } from './shared/operation.ts';
import type { Worker } from './shared/worker.ts';

export type AreaName =
  | 'meta'
  | 'schools'
  | 'people'
  | 'scheduling'
  | 'learning'
  | 'finance'
  | 'notifications'
  | 'integrations';

/**
 * Every contract there is, by area: for infra, the documents and the tests. No handler imports this
 * file, or each function would load all of them at init.
 */
export const areas: Record<
  AreaName,
  { operations: readonly Operation[]; workers: readonly Worker[] }
> = {
  meta: {
    operations: [getHealthRoute, listErrorsRoute, getOpenapiRoute, getDocsRoute],
    workers: [],
  },
  schools: {
    operations: [
      createSchoolRoute,
      listSchoolsRoute,
      getSchoolRoute,
      changeSchoolRoute,
      getPublicSchoolRoute,
      getSettingsRoute,
      changeSettingsRoute,
      createServiceRoute,
      listServicesRoute,
      changeServiceRoute,
      createDepartmentRoute,
      listDepartmentsRoute,
      changeDepartmentRoute,
    ],
    workers: [],
  },
  people: {
    operations: [
      createSessionRoute,
      refreshSessionRoute,
      revokeSessionRoute,
      requestPasswordResetRoute,
      setPasswordRoute,
      confirmMembershipRoute,
      getMeRoute,
      getPreferencesRoute,
      changePreferencesRoute,
      createStaffRoute,
      listStaffRoute,
      changeStaffRoute,
      createRegistrationRoute,
      createStudentRoute,
      listStudentsRoute,
      getStudentRoute,
      changeStudentRoute,
    ],
    workers: [carryOutRegistrationWorker, linkStudentsWorker],
  },
  scheduling: {
    operations: [
      createVehicleRoute,
      listVehiclesRoute,
      changeVehicleRoute,
      createBookingTypeRoute,
      listBookingTypesRoute,
      changeBookingTypeRoute,
      getAvailabilityRoute,
      setAvailabilityRoute,
      getCalendarRoute,
      setCalendarRoute,
      listFreeSlotsRoute,
      createBookingRoute,
      listBookingsRoute,
      getBookingRoute,
      changeBookingRoute,
      confirmBookingRoute,
      cancelBookingRoute,
      addBookingStudentsRoute,
      removeBookingStudentRoute,
      completeBookingRoute,
      waiveBookingFeeRoute,
    ],
    workers: [],
  },
  learning: {
    operations: [
      listLessonPlanTemplatesRoute,
      createLessonPlanRoute,
      listLessonPlansRoute,
      getLessonPlanRoute,
      addLessonPlanVersionRoute,
      assignLessonPlanRoute,
      getProgressRoute,
      createTeacherSignatureRoute,
      createStudentSignatureRoute,
      createDisputeRoute,
      createCorrectionRoute,
      acceptCorrectionRoute,
      rejectCorrectionRoute,
      requestSignatureRoute,
      listSignaturesRoute,
      verifySignaturesRoute,
      listWarningsRoute,
      getSignatureDocumentRoute,
      getSigningRoute,
    ],
    workers: [],
  },
  finance: {
    operations: [
      getBalanceRoute,
      listLedgerRoute,
      createInvoiceRoute,
      listInvoicesRoute,
      getInvoiceRoute,
      changeInvoiceRoute,
      removeInvoiceRoute,
      issueInvoiceRoute,
      createCreditNoteRoute,
      listCreditNotesRoute,
      getCreditNoteRoute,
      billStudentRoute,
      createInvoiceRunRoute,
      getInvoiceRunRoute,
      createPaymentRoute,
      listPaymentsRoute,
      getPaymentRoute,
      createCreditAllocationRoute,
      settleStudentRoute,
      agreeInstalmentsRoute,
      pauseDunningRoute,
      exportFinanceRoute,
      getFinanceReportRoute,
      connectPaymentAccountRoute,
      getPaymentAccountRoute,
      createCheckoutRoute,
      createRefundRoute,
      listSuspenseRoute,
      resolveSuspenseRoute,
      receiveStripeEventRoute,
    ],
    workers: [
      carryOutInvoiceRunWorker,
      processStripeEventsWorker,
      carryOutRefundsWorker,
      scheduleReconciliationWorker,
      reconcilePaymentsWorker,
    ],
  },
  notifications: {
    operations: [
      listNotificationsRoute,
      getNotificationRoute,
      resendNotificationRoute,
      createMessageRoute,
      listTemplatesRoute,
      getTemplateRoute,
      setTemplateRoute,
      removeTemplateRoute,
      previewTemplateRoute,
      getOptOutRoute,
      optOutRoute,
      receiveTwilioStatusRoute,
    ],
    workers: [
      relayOutboxWorker,
      planNotificationsWorker,
      sendEmailWorker,
      sendSmsWorker,
      fanOutMessageWorker,
      trackDeliveryWorker,
      sweepWorker,
    ],
  },
  integrations: {
    operations: [
      createWebhookEndpointRoute,
      listWebhookEndpointsRoute,
      changeWebhookEndpointRoute,
      removeWebhookEndpointRoute,
      listWebhookDeliveriesRoute,
      replayWebhookDeliveriesRoute,
      receiveLeadRoute,
      receiveTheoryResultRoute,
    ],
    workers: [
      planPlatformTasksWorker,
      provisionStudentWorker,
      publishProfileWorker,
      planWebhooksWorker,
      deliverWebhookWorker,
    ],
  },
};
