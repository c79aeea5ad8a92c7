import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { calendarEntry } from '../../domain/notifications/booking-data.ts';
import type { BookingFacts } from '../../domain/notifications/booking-facts.ts';
import { messageData } from '../../domain/notifications/message-data.ts';
import { howLong, whenLong, whenShort } from '../../domain/notifications/moments.ts';
import { BOOKING_MESSAGES, type BookingMessage } from '../../domain/notifications/notification.ts';
import type { CalendarEntry } from '../../domain/notifications/provider.ts';
import { renderEmail, renderSms } from '../../domain/notifications/render.ts';
import { countSegments } from '../../domain/notifications/segments.ts';
import { LANGUAGES, type Language } from '../../domain/schools/school.ts';
import { HOUR, instant } from '../../domain/shared/instant.ts';
import { buildMime } from '../../functions/shared/mime.ts';
import { aLesson } from '../support/booking-messages.ts';

const factsFor = (lesson: Partial<BookingFacts> = {}, language: Language = 'da') => ({
  language,
  schoolName: 'Nørrebro Køreskole',
  recipientName: 'Mette Jørgensen',
  portalUrl: 'https://portal.example',
  link: null,
  invoice: null,
  money: null,
  booking: aLesson(lesson),
  record: null,
  pause: null,
});
const mail = (kind: BookingMessage, lesson: Partial<BookingFacts> = {}, language?: Language) => {
  const facts = factsFor(lesson, language);
  return renderEmail(kind, facts.language, messageData(kind, facts));
};
const sms = (kind: BookingMessage, lesson: Partial<BookingFacts> = {}, language?: Language) => {
  const facts = factsFor(lesson, language);
  return renderSms(kind, facts.language, messageData(kind, facts));
};
const times = (startsAt: string, endsAt: string) => ({
  startsAt: instant(startsAt),
  endsAt: instant(endsAt),
});
const previously = times('2026-11-23T09:00:00.000Z', '2026-11-23T09:45:00.000Z');

describe('a message about a lesson', () => {
  test('in Danish', () => {
    const { subject, text, html } = mail('booking_moved', { previously });

    expect(subject).toBe('Ændret: Kørelektion tirs. 24. nov. kl. 10.00');
    expect(text).toContain('Hvornår: tirsdag den 24. november 2026 kl. 10.00-10.45\n');
    expect(text).toContain('Før: mandag den 23. november 2026 kl. 10.00-10.45\n');
    expect(text).toContain('Mødested: Nørrebro Station\nUnderviser: Åse Østergaard\n');
    expect(text).not.toContain('Elever');
    expect(html).toContain('tirsdag den 24. november 2026 kl. 10.00-10.45');
  });

  test('in English, without what there is not', () => {
    const { subject, text } = mail('booking_confirmed', { place: null, typeName: null }, 'en');

    expect(subject).toBe('Booked: Driving lesson Tue 24 Nov at 10:00');
    expect(text).toContain('When: Tuesday, 24 November 2026 at 10:00-10:45\nTeacher: Åse');
    expect(text).not.toMatch(/Where|Before/);
  });

  test('says how long it is until the lesson', () => {
    expect(mail('booking_reminder', { leftMs: 2 * HOUR }).text).toContain('om 2 timer.');
    expect(sms('booking_reminder', { leftMs: 24 * HOUR }, 'en')).toContain('in 24 hours');
    expect([HOUR, 40 * 60_000, 72 * HOUR].map((left) => howLong(left, 'da'))).toEqual([
      '1 time',
      '40 minutter',
      '3 dage',
    ]);
  });

  test('repeats no Liquid, HTML or line break of a place', () => {
    const { html, text, subject } = mail('booking_confirmed', {
      place: '{{ school }}\r\nBcc: x@y.example <b>',
      typeName: 'Kør\r\nSubject: x',
    });

    expect(text).toContain('Mødested: {{ school }} Bcc: x@y.example <b>\n');
    expect(html).toContain('&lt;b&gt;');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  const bySms = BOOKING_MESSAGES.filter((kind) => sms(kind) !== null);
  test.each(bySms.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
    '%s in %s is an SMS of two parts at most for ordinary names',
    (kind, language) => {
      const { encoding, segments } = countSegments(sms(kind, { previously }, language) ?? '');

      expect([encoding, segments]).toEqual(['GSM-7', expect.toSatisfy((parts) => parts <= 2)]);
    },
  );
});

describe('a time on the wall', () => {
  const copenhagen = { timeZone: 'Europe/Copenhagen', language: 'da' } as const;

  test.each([
    // Summer time begins: 01:30 is followed by 03:15, 45 minutes later.
    ['2027-03-28T00:30:00Z', '2027-03-28T01:15:00Z', 'søndag den 28. marts 2027 kl. 01.30-03.15'],
    // Summer time ends: 02:30 comes twice, and the clock says which is meant.
    [
      '2027-10-31T00:30:00Z',
      '2027-10-31T01:15:00Z',
      'søndag den 31. oktober 2027 kl. 02.30 CEST-02.15 CET',
    ],
    ['2027-10-31T02:30:00Z', '2027-10-31T03:15:00Z', 'søndag den 31. oktober 2027 kl. 03.30-04.15'],
    [
      '2026-11-23T22:30:00Z',
      '2026-11-23T23:15:00Z',
      'mandag den 23. november 2026 kl. 23.30 - tirsdag den 24. november 2026 kl. 00.15',
    ],
  ])('from %s to %s is %s', (startsAt, endsAt, expected) => {
    expect(whenLong(times(startsAt, endsAt), copenhagen)).toBe(expected);
  });

  test('is the school’s, not the server’s', () => {
    const newYork = { timeZone: 'America/New_York', language: 'en' } as const;

    expect(whenShort(times('2026-11-24T02:00:00Z', '2026-11-24T03:00:00Z'), newYork)).toBe(
      'Mon 23 Nov at 21:00',
    );
  });
});

describe('the calendar file of a mail', () => {
  const address = { recipientEmail: 'mette@mail.example', organizerEmail: 'kontor@skole.example' };
  const parsed = async (
    method: CalendarEntry['method'],
    lesson: Partial<BookingFacts> = {},
    language?: Language,
  ) => {
    const kind = method === 'CANCEL' ? 'booking_cancelled' : 'booking_confirmed';
    const facts = { ...factsFor(lesson, language), ...address, at: '2026-11-23T08:00:00.000Z' };
    const raw = await buildMime(
      {
        notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
        correlationId: 'req-1',
        from: { name: 'Nørrebro Køreskole' },
        replyTo: null,
        to: { name: 'Mette', address: 'mette@mail.example' },
        date: '2026-11-23T08:00:00.000Z',
        ...mail(kind, lesson, language),
        calendar: calendarEntry(facts, method),
      },
      'no-reply@just-driving.example',
    );
    const { attachments, text } = await simpleParser(raw);
    const file = attachments.find(({ filename }) => filename === 'booking.ics');
    return { raw: raw.toString(), attachments, text, file, lines: linesOf(file?.content) };
  };

  test('is an alternative part with its method, and a file', async () => {
    const { raw, file } = await parsed('REQUEST');

    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(raw).toContain('multipart/alternative');
    expect(file?.contentType).toBe('application/ics');
  });

  test('puts the lesson into the reader’s calendar', async () => {
    const { lines } = await parsed('REQUEST');

    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:bkg_01kat5n8xbe4vv6h7w7b1q2r3s@just-driving',
        'SEQUENCE:2',
        'DTSTAMP:20261123T080000Z',
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T094500Z',
        'SUMMARY:Køretime: Nørrebro Køreskole',
        'LOCATION:Nørrebro Station',
        'DESCRIPTION:Underviser: Åse Østergaard',
        'STATUS:CONFIRMED',
        'ORGANIZER;CN="Nørrebro Køreskole":mailto:kontor@skole.example',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      expect.stringMatching(/RSVP=FALSE;CN="Mette Jørgensen":mailto:mette@mail\.example$/i),
    ]);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
  });

  test('takes it away again, in the reader’s language', async () => {
    const { lines } = await parsed('CANCEL', { sequence: 3 }, 'en');

    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:bkg_01kat5n8xbe4vv6h7w7b1q2r3s@just-driving',
        'SEQUENCE:3',
        'STATUS:CANCELLED',
        'SUMMARY:Cancelled: Driving lesson: Nørrebro Køreskole',
      ]),
    );
  });

  test('is in UTC, so the night of the change is what it is', async () => {
    const night = times('2027-10-31T00:30:00Z', '2027-10-31T01:15:00Z');
    const { lines } = await parsed('REQUEST', { times: night });

    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART:20271031T003000Z', 'DTEND:20271031T011500Z']),
    );
  });

  test('keeps a strange place or name inside its own line', async () => {
    const { lines } = await parsed('REQUEST', {
      place: 'A; B, C\r\nATTENDEE:mailto:x@y.example',
      teacherName: 'Åse "Ås" \\ Øst\nX-EVIL:1',
    });

    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('X-EVIL'))).toBe(false);
    expect(lines).toContain('LOCATION:A\\; B\\, C ATTENDEE:mailto:x@y.example');
  });

  test('a mail without an entry has no attachment', async () => {
    const raw = await buildMime(
      {
        notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
        correlationId: 'req-1',
        ...{ from: { name: 'Skolen' }, replyTo: null, date: '2026-11-23T08:00:00.000Z' },
        to: { name: 'Mette', address: 'mette@mail.example' },
        ...mail('booking_reminder'),
      },
      'no-reply@just-driving.example',
    );

    expect((await simpleParser(raw)).attachments).toEqual([]);
  });
});

/** The lines of an iCalendar file, unfolded. */
function linesOf(content: Buffer | undefined): string[] {
  return (content ?? Buffer.alloc(0))
    .toString('utf8')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
}
