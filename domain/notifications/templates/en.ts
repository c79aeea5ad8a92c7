import type { NotificationKind } from '../notification.ts';
import { BOOKING_EN } from './booking-en.ts';
import { button, heading, paragraph } from './layout.ts';
import { MONEY_EN } from './money-en.ts';
import { RECORD_EN } from './record-en.ts';
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
  ...MONEY_EN,
  webhook_disabled: action(
    'A webhook of {{ school }} was switched off',
    'One of the systems that {{ school }} sends its events to could not take them. It was switched off: nothing more is sent there until it is enabled again. Events of the last 30 days can be sent again.',
    'See your webhooks',
    'You get this mail because you are an administrator of {{ school }}.',
  ),
  ...BOOKING_EN,
  ...RECORD_EN,
  pause_warning: {
    ...action(
      'Book a lesson by {{ resumeBy }}',
      'You have not been taught since {{ lastTaughtOn }}. Your lessons must be resumed by {{ resumeBy }}; after a longer pause, what you have achieved may no longer count.',
      'Go to your page',
      'If you have been taught elsewhere, tell your school.',
    ),
    sms: '{{ school }}: You have not been taught since {{ lastTaughtOn }}. Your lessons must be resumed by {{ resumeBy }}.',
  },
  ...STAFF_EN,
};
