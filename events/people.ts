import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** A visitor sent the registration form; nothing is known yet of who they are. */
export const registrationReceived = defineEvent(
  'RegistrationReceived',
  1,
  z.object({ registrationId: id('reg') }),
);

/**
 * Somebody became a student. `welcome` says which mail they get: a link to set a password, a link to
 * confirm for who has one already, or none to open when the office enrolled a known person.
 */
export const studentEnrolled = defineEvent(
  'StudentEnrolled',
  1,
  z.object({ personId: id('per'), welcome: z.enum(['set_password', 'confirm', 'enrolled']) }),
);

/** Somebody registered again: the link once more while pending, a friendly note once active. */
export const registrationRepeated = defineEvent(
  'RegistrationRepeated',
  1,
  z.object({
    personId: id('per'),
    welcome: z.enum(['set_password', 'confirm', 'already_registered']),
  }),
);

/** Staff were invited, or roles were given to somebody who has a password. */
export const staffInvited = defineEvent(
  'StaffInvited',
  1,
  z.object({ personId: id('per'), link: z.enum(['invitation', 'confirm']) }),
);

/** A membership became active: its link was opened, or staff set it so. */
export const membershipActivated = defineEvent(
  'MembershipActivated',
  1,
  z.object({ personId: id('per') }),
);

/** A membership was disabled. */
export const membershipDisabled = defineEvent(
  'MembershipDisabled',
  1,
  z.object({ personId: id('per') }),
);

/**
 * Somebody asked for a new password. The address is known only by its keyed hash: the consumer finds
 * out whether anybody has it, so that the request does the same work either way.
 */
export const passwordResetRequested = defineEvent(
  'PasswordResetRequested',
  1,
  z.object({ emailKey: z.string() }),
);

/** A password was set or replaced. */
export const passwordChanged = defineEvent('PasswordChanged', 1, z.object({ personId: id('per') }));
