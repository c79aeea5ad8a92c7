import type { Operation } from '../../../../functions/shared/operation.ts';
import type { Caller, Target } from './cast.ts';

/** What an answer says: its status, and the code of a problem. */
export type Answered = readonly [status: number, code?: string];

const NOT_FOUND: Answered = [404, 'not_found'];
const FORBIDDEN: Answered = [403, 'forbidden'];
const REFUSED_BODY: Answered = [422, 'invalid'];

/** The role that each caller has in the school of the path, and nobody else has one there. */
const ROLES = {
  admin: 'school_admin',
  office: 'office',
  bound: 'office',
  teacher: 'teacher',
  student: 'student',
} as const;

/** Parameters that lead to one person's things; the others name what the whole school shares. */
const PERSONAL = ['studentId', 'teacherId', 'bookingId', 'invoiceId', 'paymentId'];
PERSONAL.push('notificationId');

/** Parameters that name a thing, which another school has, too. */
const SHARED_NAMES = ['schoolId', 'moduleId', 'key', 'language'];

export const paramsOf = ({ path }: Operation): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

export const thingsIn = (operation: Operation): string[] =>
  paramsOf(operation).filter((name) => !SHARED_NAMES.includes(name));

const isPersonal = (operation: Operation): boolean =>
  paramsOf(operation).some((name) => PERSONAL.includes(name));

/** Which kinds of things are asked for: all that the path can tell apart. */
export function targetsOf(operation: Operation): Target[] {
  if (isPersonal(operation)) return ['own', 'others', 'department', 'elsewhere'];
  return thingsIn(operation).length > 0 ? ['own', 'elsewhere'] : ['own'];
}

/** Who is let through to a thing of their own school; null: let through, and then answered as the operation does. */
export function refusal(operation: Operation, caller: Caller, target: Target): Answered | null {
  const written = WRITTEN_DOWN[operation.name]?.(caller, target);
  if (written !== undefined) return written;
  const { who, byThemselves } = operation;
  if (who === 'signed-in' || who === 'public') return null;
  if (who === 'platform') return caller === 'platform' ? null : FORBIDDEN;
  if (caller === 'platform') {
    if (byThemselves) return FORBIDDEN;
    return target === 'elsewhere' ? NOT_FOUND : null;
  }
  if (caller === 'former') return [403, 'membership_disabled'];
  if (caller === 'outsider' || caller === 'invited') return NOT_FOUND;
  const granted = who[ROLES[caller]];
  if (granted === undefined) return FORBIDDEN;
  // An office without departments sees the whole school.
  const scope = granted === 'departments' && caller === 'office' ? 'school' : granted;
  if (target === 'elsewhere') return NOT_FOUND;
  if (!isPersonal(operation) || scope === 'school') return null;
  if (scope === 'departments') return target === 'department' ? NOT_FOUND : null;
  return target === 'own' ? null : NOT_FOUND;
}

/** The same in another school, by its own path and with its own things. */
export function refusalElsewhere(operation: Operation, caller: Caller): Answered | null {
  if (caller === 'outsider') return refusal(operation, 'admin', 'own');
  if (caller === 'platform') return refusal(operation, 'platform', 'own');
  if (caller === 'invited') return refusal(operation, 'student', 'others');
  return NOT_FOUND;
}

/** What no contract's `who` can tell. `undefined`: it can. */
const WRITTEN_DOWN: Record<
  string,
  (caller: Caller, target: Target) => Answered | null | undefined
> = {
  // Whoever administers any school sees theirs.
  'list-schools': (caller) =>
    ['platform', 'admin', 'outsider'].includes(caller) ? null : FORBIDDEN,
  // A colleague's lesson is no secret among a school's teachers, and signing it is theirs alone.
  ...Object.fromEntries(
    [
      ...['create-teacher-signature', 'create-correction'],
      ...['accept-correction', 'reject-correction'],
    ].map((name) => [name, signedByTheTeacherAlone]),
  ),
};

function signedByTheTeacherAlone(caller: Caller, target: Target): Answered | undefined {
  return caller === 'teacher' && (target === 'others' || target === 'department')
    ? FORBIDDEN
    : undefined;
}

/**
 * What somebody let through is answered, where nothing may change: a question its answer, a write
 * with one field too many its refusal.
 */
export function letThrough(operation: Operation): Answered {
  if (operation.method === 'GET') return [operation.response.status];
  return HARMLESS[operation.name]?.answered ?? REFUSED_BODY;
}

type Harmless = {
  params?: (ids: Record<string, string>) => Record<string, string>;
  answered: Answered;
};

const NONE = '0'.repeat(26);

/** Writes without a body that could be refused: what is asked of them then, so that nothing changes. */
export const HARMLESS: Record<string, Harmless> = {
  'remove-booking-student': {
    params: ({ taughtId = '' }) => ({ bookingId: taughtId }),
    answered: [409, 'booking_closed'],
  },
  'remove-invoice': {
    params: ({ issuedId = '' }) => ({ invoiceId: issuedId }),
    answered: [409, 'invoice_issued'],
  },
  'remove-webhook-endpoint': { params: () => ({ endpointId: `whk_${NONE}` }), answered: NOT_FOUND },
  'remove-template': { answered: [204] },
};

/** Public operations: what an empty request deserves, whatever token comes with it. */
export function answeredToAnybody(operation: Operation): Answered {
  const { errors = [], body, path, response } = operation;
  if (errors.includes('untrusted_delivery')) return [401, 'untrusted_delivery'];
  if (errors.includes('invalid_signature')) return [400, 'invalid_signature'];
  // A callback of Twilio is signed, and its contract says of no other forbidden act.
  if (errors.includes('forbidden')) return FORBIDDEN;
  if (body !== undefined) return REFUSED_BODY;
  return path.includes('{token}') ? [410, 'link_invalid'] : [response.status];
}
