import { describe, expect, test } from 'vitest';
import { linkOf, linkUrl } from '../../domain/notifications/links.ts';
import { messageData } from '../../domain/notifications/message-data.ts';
import {
  type NotificationKind,
  RECORD_MESSAGES,
  type RecordMessage,
} from '../../domain/notifications/notification.ts';
import type { RecordFacts } from '../../domain/notifications/record-facts.ts';
import { renderEmail, renderSms } from '../../domain/notifications/render.ts';
import { countSegments, fitSms } from '../../domain/notifications/segments.ts';
import { LANGUAGES, type Language } from '../../domain/schools/school.ts';
import { A_PAUSE, aSignedLesson } from '../support/record-messages.ts';

const PORTAL = 'https://portal.example';
/** As long as a real one: 32 bytes in base64url. */
const TOKEN = 'x'.repeat(43);

const factsFor = (
  kind: NotificationKind,
  lesson: Partial<RecordFacts> = {},
  language: Language = 'da',
) => {
  const link = linkOf(kind);
  return {
    language,
    schoolName: 'Nørrebro Køreskole',
    recipientName: 'Mette Jørgensen',
    portalUrl: PORTAL,
    link: link && { kind: link, url: linkUrl(link, PORTAL, TOKEN) },
    invoice: null,
    money: null,
    booking: null,
    record: aSignedLesson(lesson),
    pause: A_PAUSE,
  };
};
const mail = (kind: NotificationKind, lesson: Partial<RecordFacts> = {}, language?: Language) => {
  const facts = factsFor(kind, lesson, language);
  return renderEmail(kind, facts.language, messageData(kind, facts));
};
const sms = (kind: NotificationKind, lesson: Partial<RecordFacts> = {}, language?: Language) => {
  const facts = factsFor(kind, lesson, language);
  return renderSms(kind, facts.language, messageData(kind, facts));
};

describe('a request to sign', () => {
  test('in Danish tells lesson, modules, teacher and where to sign', () => {
    const { subject, text } = mail('signature_request');

    expect(subject).toBe('Underskriv: Kørelektion tirs. 24. nov. kl. 10.00');
    expect(text).toContain('Hvornår: tirsdag den 24. november 2026 kl. 10.00-10.45\n');
    expect(text).toContain('Moduler: Vejkryds, Parkering\nUnderviser: Åse Østergaard\n');
    expect(text).toContain(`\n${PORTAL}/sign/${TOKEN}\n`);
    expect(text).toContain('Linket virker i 30 dage.');
    expect(text).not.toContain('Elev:');
  });

  test.each(LANGUAGES)('fits one SMS in %s, its link whole at the end', (language) => {
    const text = fitSms(sms('signature_request', {}, language) ?? '', 3);

    expect(text.endsWith(`${PORTAL}/sign/${TOKEN}`)).toBe(true);
    expect(countSegments(text)).toEqual({ encoding: 'GSM-7', segments: 1 });
  });

  test('keeps the link whole where names are long and in other letters', () => {
    const typeName = 'Ж'.repeat(60);
    const text = fitSms(sms('signature_request', { typeName }) ?? '', 3);

    expect(text.endsWith(`${PORTAL}/sign/${TOKEN}`)).toBe(true);
  });
});

describe('every message about a record', () => {
  const all = RECORD_MESSAGES.flatMap((kind) =>
    LANGUAGES.map((language) => [kind, language] as const),
  );

  test.each(all)('%s in %s carries the head of the chain, in both parts', (kind, language) => {
    const { html, text } = mail(kind, {}, language);

    expect(text).toContain(`: ${'ab'.repeat(32)}\n`);
    expect(html).toContain('ab'.repeat(32));
  });

  test('names the student to the teacher, and not the teacher to themselves', () => {
    const { text } = mail('signature_receipt', { role: 'teacher' });

    expect(text).toContain('Elev: Mette Jørgensen\n');
    expect(text).not.toContain('Underviser:');
  });

  test('escapes what came from outside', () => {
    const { html } = mail('signature_request', { modules: ['<b>x</b>'], teacherName: '{{ 7 }}' });

    expect(html).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(html).toContain('{{ 7 }}');
  });

  test.each<RecordMessage>(['signature_receipt', 'dispute_raised', 'correction_raised'])(
    '%s is no SMS',
    (kind) => {
      expect(sms(kind)).toBeNull();
    },
  );
});

test('a pause warning tells both dates in words', () => {
  expect(mail('pause_warning').text).toContain(
    'Du har ikke haft undervisning siden 12. april 2026. Din undervisning skal genoptages senest 11. juli 2026',
  );
  expect(sms('pause_warning', {}, 'en')).toBe(
    'Nørrebro Køreskole: You have not been taught since 12 April 2026. Your lessons must be resumed by 11 July 2026.',
  );
});
