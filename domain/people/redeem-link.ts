import type { PendingEvent } from '../../events/define.ts';
import { passwordChanged } from '../../events/people.ts';
import { readSchool } from '../schools/read-schools.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import { plusMilliseconds } from '../shared/instant.ts';
import { hashToken } from '../shared/secrets.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { replace } from '../store/write.ts';
import { planActivation } from './activate-membership.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { personEntity } from './person.entity.ts';
import { readMembership, readPerson } from './read-people.ts';
import { type TokenPurpose, type TokenRow, tokenEntity } from './token.entity.ts';

/** While one caller is setting the password, a second one with the same link waits. */
const CLAIM_MS = 15_000;

/** Unknown, used and expired links are told alike. */
function linkInvalid(): DomainError {
  return new DomainError('link_invalid', 'This link is unknown, was used before, or has expired.');
}

/** The link behind a token, if it is good for one of these purposes. Throws `link_invalid`. */
async function readLink(
  context: Context,
  token: string,
  purposes: readonly TokenPurpose[],
): Promise<TokenRow> {
  const row = await context.store.get(
    tokenEntity,
    tokenEntity.get({ tokenHash: hashToken(token) }),
  );
  if (!row || row.usedAt || row.expiresAt <= context.now() || !purposes.includes(row.purpose))
    throw linkInvalid();
  return row;
}

/**
 * Redeems a mailed link with a password: claim the link, set the password, then mark the link used
 * and activate its membership in one transaction. Each step may be repeated: after a crash anywhere
 * the link works again once the claim has passed, and nothing is half done.
 * Throws `link_invalid`, `invalid` for a weak password, `busy` while another is at it.
 */
export async function setPasswordByLink(
  context: Context,
  provider: IdentityProvider,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const purposes: TokenPurpose[] = ['set_password', 'invitation', 'password_reset'];
  const claimed = await context.store.transact(context, async () => {
    const link = await readLink(context, token, purposes);
    if (link.claimedUntil && link.claimedUntil > context.now()) {
      throw new DomainError('busy', 'This link is being used right now.', { retryAfter: 2 });
    }
    // A school that activates nobody now refuses before the password changes, not after.
    await planActivationOf(context, link);
    const next = {
      ...link,
      claimedUntil: plusMilliseconds(context.now(), CLAIM_MS),
      version: link.version + 1,
    };
    return { writes: [replace(tokenEntity, next)], result: next };
  });
  try {
    await provider.setPassword(claimed.personId as PersonId, password);
    // Refresh tokens end with the password they came from; access tokens end by `sessionsValidFrom`.
    await provider.endSessions(claimed.personId as PersonId);
  } catch (error) {
    await release(context, claimed);
    throw error;
  }
  await context.store.transact(context, async () => {
    const link = await readLink(context, token, purposes);
    const person = await planPassword(context, link);
    const activation = await planActivationOf(context, link);
    return {
      writes: [used(context, link), ...person.writes, ...activation.writes],
      events: [...person.events, ...activation.events],
      result: undefined,
    };
  });
}

/**
 * Confirms a new membership of somebody who has a password already, by the link mailed to them.
 * Throws `link_invalid`.
 */
export async function confirmByLink(context: Context, token: string): Promise<void> {
  await context.store.transact(context, async () => {
    const link = await readLink(context, token, ['confirm']);
    const activation = await planActivationOf(context, link);
    return {
      writes: [used(context, link), ...activation.writes],
      events: activation.events,
      result: undefined,
    };
  });
}

/** Gives the claim back after a refusal, unless somebody else has taken it over. */
async function release(context: Context, claimed: TokenRow): Promise<void> {
  await context.store.transact(context, async () => {
    const link = await context.store.get(
      tokenEntity,
      tokenEntity.get({ tokenHash: claimed.tokenHash }),
    );
    if (!link || link.version !== claimed.version) return { writes: [], result: undefined };
    const { claimedUntil: _, ...rest } = link;
    return {
      writes: [replace(tokenEntity, { ...rest, version: link.version + 1 })],
      result: undefined,
    };
  });
}

function used(context: Context, { claimedUntil: _, ...link }: TokenRow): TransactItem {
  return replace(tokenEntity, { ...link, usedAt: context.now(), version: link.version + 1 });
}

/** A link activates only its own membership, and only a pending one: it never undoes a disabling. */
async function planActivationOf(
  context: Context,
  link: TokenRow,
): Promise<{ writes: TransactItem[]; events: PendingEvent[] }> {
  const nothing = { writes: [], events: [] };
  if (!link.schoolId) return nothing;
  const membership = await readMembership(context.store, link.schoolId, link.personId);
  if (membership?.status !== 'pending') return nothing;
  const school = await readSchool(context.store, link.schoolId);
  if (school.status !== 'active')
    throw new DomainError('school_suspended', `This school is ${school.status}.`);
  return planActivation(context, membership);
}

/** A replaced password ends the sessions that began before; the first one has none to end. */
async function planPassword(
  context: Context,
  link: TokenRow,
): Promise<{ writes: TransactItem[]; events: PendingEvent[] }> {
  const person = await readPerson(context.store, link.personId);
  if (!person) throw linkInvalid();
  const version = person.version + 1;
  const next = {
    ...person,
    hasPassword: true,
    ...(person.hasPassword && { sessionsValidFrom: context.now() }),
    version,
  };
  const personId = link.personId as PersonId;
  const events = person.hasPassword
    ? [passwordChanged.of(null, { id: personId, version }, { personId })]
    : [];
  return { writes: [replace(personEntity, next)], events };
}
