import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { type MembershipRow, membershipEntity } from '../../domain/people/membership.entity.ts';
import { type PersonRow, personEntity } from '../../domain/people/person.entity.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { type SchoolRow, schoolEntity } from '../../domain/schools/school.entity.ts';
import { DomainError, notFound } from '../../domain/shared/errors.ts';
import { isId, type PersonId, type SchoolId } from '../../domain/shared/ids.ts';
import { epochSeconds, type Instant } from '../../domain/shared/instant.ts';
import type { Reader } from '../../domain/store/reader.ts';
import type { Operation, Scope } from './operation.ts';

/** Who is asking, and how much of the school they see in this operation. */
export type Caller = {
  personId: PersonId;
  person: PersonRow;
  platformAdmin: boolean;
  membership: MembershipRow | null;
  scope: CallerScope;
};

export type Admission = {
  caller: Caller;
  school: SchoolRow | null;
  /** why the school takes no writes now; only the retry of an earlier success passes it */
  closed: DomainError | null;
};

const WIDEST_FIRST: readonly Scope[] = ['school', 'departments', 'own', 'self'];

/** The person of a token that the authorizer let through. It lets ID tokens through, too. */
function readPersonId(event: APIGatewayProxyEventV2WithJWTAuthorizer): PersonId {
  const claims = event.requestContext.authorizer.jwt.claims;
  const personId = claims.username;
  if (claims.token_use !== 'access' || !isId('per', personId)) {
    throw new DomainError('invalid_token', 'Send an access token.');
  }
  return personId;
}

/**
 * Reads person, membership and school in one consistent request and judges: outside one's scope a
 * thing does not exist (404), inside it a forbidden act is 403. Disabling and suspending thus bite on
 * the very next request.
 */
export async function admit(
  reader: Reader,
  operation: Operation,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  schoolId: SchoolId | undefined,
): Promise<Admission> {
  const personId = readPersonId(event);
  const [person, membership, school] = await reader.getAll(
    [personEntity, personEntity.get({ personId })],
    [membershipEntity, membershipEntity.get({ personId, schoolId: schoolId ?? 'none' })],
    [schoolEntity, schoolEntity.get({ schoolId: schoolId ?? 'none' })],
  );
  if (!person || signedInBefore(event, person.sessionsValidFrom)) {
    throw new DomainError('invalid_token', 'Please sign in again.');
  }
  if (schoolId && !school) throw notFound('This school');
  const scope = scopeOf(operation, person, membership);
  const suspended = school !== null && school.status !== 'active';
  const lifted = person.platformAdmin && operation.allowedWhileSuspended;
  const closed =
    suspended && operation.method !== 'GET' && !lifted
      ? new DomainError('school_suspended', `This school is ${school.status}.`)
      : null;
  const caller = { personId, person, platformAdmin: person.platformAdmin, membership, scope };
  return { caller, school, closed };
}

/** A reset password ends every session that began before it, whatever its tokens say. */
function signedInBefore(
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  validFrom: string | undefined,
): boolean {
  if (!validFrom) return false;
  const { auth_time: authTime, iat } = event.requestContext.authorizer.jwt.claims;
  return Number(authTime ?? iat) < epochSeconds(validFrom as Instant);
}

/** Whether a caller administers the school; the scope alone cannot tell them from the office. */
export function administers({ platformAdmin, membership }: Caller): boolean {
  return platformAdmin || (membership?.roles.includes('school_admin') ?? false);
}

function scopeOf(
  { who, byThemselves }: Operation,
  person: PersonRow,
  membership: MembershipRow | null,
): CallerScope {
  const personId = person.personId as PersonId;
  if (who === 'public' || who === 'signed-in') return { kind: 'self', personId };
  if (person.platformAdmin && !byThemselves) return { kind: 'school' };
  if (who === 'platform')
    throw new DomainError('forbidden', 'Only platform administrators may do this.');
  if (person.platformAdmin && !membership) {
    throw new DomainError('forbidden', 'Nobody signs for another.');
  }
  if (!membership || membership.status === 'pending') throw notFound('This school');
  if (membership.status === 'disabled') {
    throw new DomainError('membership_disabled', 'Your membership of this school is disabled.');
  }
  const granted = new Set(membership.roles.map((role) => who[role]));
  const widest = WIDEST_FIRST.find((scope) => granted.has(scope));
  switch (widest) {
    case undefined:
      throw new DomainError('forbidden', 'Your role may not do this.');
    case 'school':
      return { kind: 'school' };
    case 'departments':
      return membership.departmentIds.length === 0
        ? { kind: 'school' }
        : { kind: 'departments', departmentIds: membership.departmentIds };
    case 'own':
      // Who teaches and learns in one school sees themselves, too, where students may.
      return { kind: 'own', personId, self: granted.has('self') };
    case 'self':
      return { kind: 'self', personId };
  }
}
