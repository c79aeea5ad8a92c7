import { readLessonToSign, type SignedModule } from '../learning/lesson-to-sign.ts';
import { readSchool } from '../schools/read-schools.ts';
import { DomainError } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import { hashToken } from '../shared/secrets.ts';
import type { Context } from '../store/context.ts';
import { readMembership } from './read-people.ts';
import { type TokenRow, tokenEntity } from './token.entity.ts';

/** What somebody with the link is shown: enough to know the lesson, nothing about the student. */
export type SigningPage = {
  schoolId: string;
  studentId: string;
  bookingId: string;
  school: { name: string };
  teacher: { name: string | null };
  kind: string;
  /** in the school's zone */
  date: string;
  timeZone: string;
  /** the actual times */
  startedAt: string;
  endedAt: string;
  minutes: number;
  modules: SignedModule[];
  expiresAt: string;
};

/**
 * What the link in a signature request leads to. Reading changes nothing: the link is used once its
 * lesson is signed, and signing needs the student's own session. Throws `link_invalid`, the same for
 * tokens that are unknown, used or expired.
 */
export async function openSigningLink(context: Context, token: string): Promise<SigningPage> {
  const { store } = context;
  const link = await store.get(tokenEntity, tokenEntity.get({ tokenHash: hashToken(token) }));
  if (!link || !isGood(link, context.now())) throw invalid();
  const { schoolId, personId: studentId, bookingId } = link;
  const [school, membership, found] = await Promise.all([
    readSchool(store, schoolId),
    readMembership(store, schoolId, studentId),
    readLessonToSign(store, schoolId, studentId, bookingId),
  ]);
  if (!found?.open || membership?.status !== 'active' || school.status === 'archived') {
    throw invalid();
  }
  const { lesson, date, minutes, modules } = found;
  const teacher = await readMembership(store, schoolId, lesson.taughtBy);
  return {
    schoolId,
    studentId,
    bookingId,
    school: { name: school.name },
    teacher: { name: teacher?.name ?? null },
    kind: lesson.kind,
    date,
    timeZone: school.timeZone,
    startedAt: lesson.startedAt,
    endedAt: lesson.endedAt,
    minutes,
    modules,
    expiresAt: link.expiresAt,
  };
}

type SigningLink = TokenRow & { schoolId: string; bookingId: string };

function isGood(link: TokenRow, now: Instant): link is SigningLink {
  const { purpose, expiresAt, schoolId, bookingId } = link;
  return purpose === 'signing' && expiresAt > now && !!schoolId && !!bookingId;
}

function invalid(): DomainError {
  return new DomainError('link_invalid', 'This link is unknown, was used before, or has expired.');
}
