import type { NotificationKind } from '../notification.ts';
import { BOOKING_EN } from './booking-en.ts';
import { button, facts, heading, paragraph } from './layout.ts';
import { STAFF_EN } from './staff-en.ts';
import type { MessageTemplate } from './template.ts';

const HELLO = 'Hello{% if name %} {{ name }}{% endif %}';
const OTHERWISE = 'If the button does not work, use this link:';

/** A message whose point is one button. `after` says what to do when it was not meant for the reader. */
function action(subject: string, lead: string, label: string, after: string): MessageTemplate {
  return {
    subject,
    html: [heading(HELLO), paragraph(lead), button(label, OTHERWISE), paragraph(after)].join('\n'),
    text: `${HELLO}\n\n${lead}\n\n${label}:\n{{ link }}\n\n${after}\n\n{{ school }}\n`,
  };
}

const WEEK = 'The link works for {{ linkDays }} days.';
const NOT_YOU = 'If you did not ask for this, you need not do anything.';

export const EN: Record<NotificationKind, MessageTemplate> = {
  welcome: action(
    'Welcome to {{ school }}',
    'You are about to become a student of {{ school }}. Choose a password to get started.',
    'Choose a password',
    `${WEEK} If it was not you who registered, you need not do anything.`,
  ),
  confirm_enrolment: action(
    'Confirm your registration with {{ school }}',
    'Your e-mail address was used to register with {{ school }}. Please confirm that it was you. You sign in with the password you already have.',
    'Confirm registration',
    `${WEEK} ${NOT_YOU}`,
  ),
  enrolled: action(
    'You are enrolled with {{ school }}',
    '{{ school }} has enrolled you as a student. You sign in with the password you already have.',
    'Go to your page',
    'If this is a mistake, write to the school by answering this mail.',
  ),
  already_registered: action(
    'You are already registered with {{ school }}',
    'Somebody used your e-mail address to register with {{ school }} again. You are a student here already, so nothing has changed.',
    'Go to your page',
    NOT_YOU,
  ),
  invitation: action(
    'You are invited to {{ school }}',
    '{{ school }} has invited you to work with them in Just Driving. Choose a password to get started.',
    'Accept the invitation',
    `${WEEK} If you do not know the school, you need not do anything.`,
  ),
  confirm_staff: action(
    'Confirm your access to {{ school }}',
    '{{ school }} has given you access as a member of staff. Please confirm that it is you. You sign in with the password you already have.',
    'Confirm access',
    `${WEEK} If you do not know the school, you need not do anything.`,
  ),
  password_reset: action(
    'Choose a new password',
    'Somebody asked for a new password for your account.',
    'Choose a new password',
    `The link works for {% if linkHours == 1 %}one hour{% else %}{{ linkHours }} hours{% endif %}. ${NOT_YOU} Your present password still works.`,
  ),
  password_changed: {
    subject: 'Your password was changed',
    html: [
      heading(HELLO),
      paragraph('The password of your account has just been changed.'),
      paragraph(
        'If it was not you, choose a new one at once on the sign-in page and tell your school.',
      ),
    ].join('\n'),
    text: `${HELLO}\n\nThe password of your account has just been changed.\n\nIf it was not you, choose a new one at once on the sign-in page and tell your school.\n\n{{ school }}\n`,
    sms: '{{ school }}: Your password was changed. If it was not you, choose a new one at once.',
  },
  invoice_issued: {
    subject: 'Invoice {{ number }} from {{ school }}',
    html: [
      heading(HELLO),
      paragraph('Here is an invoice from {{ school }}.'),
      facts(
        ['Invoice', '{{ number }}'],
        ['Amount', '{{ total }}'],
        ['Due', '{% if dueDate %}{{ dueDate }}{% else %}-{% endif %}'],
      ),
      button('See the invoice', OTHERWISE),
    ].join('\n'),
    text: `${HELLO}\n\nHere is an invoice from {{ school }}.\n\nInvoice: {{ number }}\nAmount: {{ total }}\n{% if dueDate %}Due: {{ dueDate }}\n{% endif %}\nSee the invoice:\n{{ link }}\n\n{{ school }}\n`,
    sms: '{{ school }}: Invoice {{ number }} of {{ total }}{% if dueDate %}, due {{ dueDate }}{% endif %}. {{ link }}',
  },
  ...BOOKING_EN,
  ...STAFF_EN,
};
