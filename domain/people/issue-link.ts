import type { PersonId, SchoolId } from '../shared/ids.ts';
import { DAY, epochSeconds, type Instant, plusMilliseconds } from '../shared/instant.ts';
import { hashToken } from '../shared/secrets.ts';
import type { TransactItem } from '../store/port.ts';
import { create } from '../store/write.ts';
import { type TokenPurpose, tokenEntity } from './token.entity.ts';

/** A link that is about to be mailed. */
export type NewLink = {
  token: string;
  purpose: TokenPurpose;
  personId: PersonId;
  /** null for a password reset, which concerns no school */
  schoolId: SchoolId | null;
  /** the lesson that a `signing` link leads to */
  bookingId?: string | undefined;
  notificationId: string;
  expiresAt: Instant;
};

/** The row is kept this long after the link has died; unknown and expired answer alike anyway. */
const KEPT_AFTER_EXPIRY = 30 * DAY;

/** The row behind a mailed link: its token only as a hash. Fails its transaction when it exists. */
export function issueLink({ token, schoolId, bookingId, ...link }: NewLink): TransactItem {
  return create(
    tokenEntity.create({
      tokenHash: hashToken(token),
      ...link,
      ...(schoolId && { schoolId }),
      ...(bookingId && { bookingId }),
      version: 1,
      ttl: epochSeconds(plusMilliseconds(link.expiresAt, KEPT_AFTER_EXPIRY)),
    }),
  );
}
