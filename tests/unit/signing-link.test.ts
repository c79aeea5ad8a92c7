import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { resend } from '../../domain/notifications/resend.ts';
import { membershipEntity } from '../../domain/people/membership.entity.ts';
import { openSigningLink } from '../../domain/people/open-signing-link.ts';
import { readMembership } from '../../domain/people/read-people.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { replace } from '../../domain/store/write.ts';
import { refusal } from '../support/booking-stage.ts';
import { CAR, FIRST_ROAD } from '../support/learning-stage.ts';
import { recordStage } from '../support/record-stage.ts';

/** A lesson whose teacher signed two modules, and the links that its student was sent. */
async function asked() {
  const all = await recordStage();
  const bookingId = await all.taught();
  await all.signs.teacher(bookingId, CAR);
  await all.signs.teacher(bookingId, FIRST_ROAD);
  await all.deliver();
  const tokenIn = (text = '') => /\/sign\/([\w-]+)/.exec(text)?.[1] ?? '';
  return {
    ...{ ...all, bookingId },
    byMail: tokenIn(all.mails[0]?.text),
    bySms: tokenIn(all.texts[0]?.body),
    open: (token: string) => openSigningLink(all.context, token),
    refused: (token: string) => refusal(openSigningLink(all.context, token)),
  };
}

const EVERYBODY = { kind: 'school' } as const;
const INVALID = { code: 'link_invalid' };

describe('the link in a signature request', () => {
  test('shows the lesson and its modules, by mail and by SMS, as often as it is opened', async () => {
    const all = await asked();
    const page = await all.open(all.byMail);

    expect(page).toMatchObject({
      ...{ bookingId: all.bookingId, studentId: all.student, date: '2026-12-01', minutes: 45 },
      startedAt: '2026-12-01T10:00:00.000Z',
      endedAt: '2026-12-01T10:45:00.000Z',
      teacher: { name: 'Teacher 0' },
      modules: [
        { moduleId: CAR, state: 'awaiting_student' },
        { moduleId: FIRST_ROAD, state: 'awaiting_student' },
      ],
    });
    expect(await all.open(all.byMail)).toEqual(page);
    expect(all.bySms).not.toBe(all.byMail);
    expect(await all.open(all.bySms)).toMatchObject({ modules: page.modules });
  });

  test('leads to the same lesson from a mail that staff sent once more', async () => {
    const all = await asked();
    const { schoolId } = all.school;
    const [row] = all.rows(
      ({ channel, kind }) => channel === 'email' && kind === 'signature_request',
    );
    const { id } = await resend(
      all.context,
      schoolId as SchoolId,
      EVERYBODY,
      `${row?.notificationId}`,
    );

    const page = await all.open(all.context.keys.linkToken(id));

    expect(page).toEqual(await all.open(all.byMail));
  });

  test('tells nothing of the student but their id', async () => {
    const all = await asked();

    expect(JSON.stringify(await all.open(all.byMail))).not.toMatch(/Student|@|\+45/);
  });

  test('is good until its lesson is signed, then like any unknown one', async () => {
    const all = await asked();
    await all.signs.student(all.bookingId, CAR);
    expect((await all.open(all.byMail)).modules.map(({ state }) => state)).toEqual([
      'signed',
      'awaiting_student',
    ]);
    await all.signs.student(all.bookingId, FIRST_ROAD);

    expect(await all.refused(all.byMail)).toMatchObject(INVALID);
    expect(await all.refused(all.byMail)).toEqual(await all.refused('unknown'));
  });

  test('stays good while the student objects instead of signing', async () => {
    const all = await asked();
    await all.dispute(all.bookingId, CAR);
    await all.signs.student(all.bookingId, FIRST_ROAD);

    expect((await all.open(all.byMail)).modules.map(({ state }) => state)).toEqual([
      'disputed',
      'signed',
    ]);
  });

  test('lives 30 days', async () => {
    const all = await asked();
    all.pass((30 * DAY) / 1_000 - 1);
    await all.open(all.byMail);
    all.pass(1);

    expect(await all.refused(all.byMail)).toEqual(await all.refused('unknown'));
  });

  test('ends with the membership', async () => {
    const all = await asked();
    const { schoolId } = all.school;
    const member = await readMembership(all.context.store, schoolId, all.student);
    if (!member) throw new Error('no member');
    const disabled = { ...member, status: 'disabled' as const, version: member.version + 1 };
    await all.context.store.transact(all.context, () => ({
      writes: [replace(membershipEntity, disabled)],
      result: null,
    }));

    expect(await all.refused(all.byMail)).toMatchObject(INVALID);
  });

  test('sets no password', async () => {
    const all = await asked();
    const { setPasswordByLink } = await import('../../domain/people/redeem-link.ts');
    const provider = { setPassword: () => expect.unreachable() } as never;
    const attempt = { token: all.byMail, password: 'En-lang-adgangskode-7' };

    expect(await refusal(setPasswordByLink(all.context, provider, attempt))).toMatchObject(INVALID);
  });

  test('10,000 guesses: none is right, and all are told the same', async () => {
    const all = await asked();
    const told = new Set<string>();
    for (let i = 0; i < 10_000; i += 1) {
      const { code, message } = await all.refused(randomBytes(32).toString('base64url'));
      told.add(`${code} ${message}`);
    }

    expect([...told]).toEqual([
      'link_invalid This link is unknown, was used before, or has expired.',
    ]);
  });
});
