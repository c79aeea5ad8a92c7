import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { cleanLine, greetingName } from '../../domain/notifications/clean-text.ts';
import { linkOf, linkUrl } from '../../domain/notifications/links.ts';
import { type MessageFacts, messageData } from '../../domain/notifications/message-data.ts';
import type { MoneyFacts } from '../../domain/notifications/money-facts.ts';
import {
  isBookingMessage,
  isMoneyMessage,
  isRecordMessage,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '../../domain/notifications/notification.ts';
import { renderEmail, renderSms } from '../../domain/notifications/render.ts';
import { countSegments, fitSms } from '../../domain/notifications/segments.ts';
import { LANGUAGES, type Language } from '../../domain/schools/school.ts';
import { buildMime } from '../../functions/shared/mime.ts';
import { aLesson } from '../support/booking-messages.ts';
import { type Cast, cast } from '../support/notifications.ts';
import { A_PAUSE, aSignedLesson } from '../support/record-messages.ts';

const PORTAL = 'https://portal.example';
/** What a message about money tells of an invoice: the second reminder, half paid. */
const moneyOf = ({ total, number, dueDate }: Cast['invoice']): MoneyFacts => ({
  ...{ currency: 'DKK', amount: total, number: String(number), rest: total / 2 },
  ...{ dueDate: dueDate ?? null, fee: 10_000, reminder: 2, credit: 1_000 },
});

const factsFor = (kind: NotificationKind, overrides: Partial<MessageFacts> = {}): MessageFacts => {
  const link = linkOf(kind);
  return {
    language: 'da',
    schoolName: 'Nørrebro Køreskole',
    recipientName: 'Mette Jørgensen',
    portalUrl: PORTAL,
    link: link && { kind: link, url: linkUrl(link, PORTAL, 'tok_en-1') },
    invoice: isMoneyMessage(kind) ? cast().invoice : null,
    money: isMoneyMessage(kind) ? moneyOf(overrides.invoice ?? cast().invoice) : null,
    booking: isBookingMessage(kind) ? aLesson() : null,
    record: isRecordMessage(kind) ? aSignedLesson() : null,
    pause: kind === 'pause_warning' ? A_PAUSE : null,
    staffMessage: { subject: null, body: 'Vi holder lukket.' },
    brokenTemplate: { key: 'booking_moved', language: 'da', part: 'html' },
    ...overrides,
  };
};

const render = (kind: NotificationKind, overrides: Partial<MessageFacts> = {}) => {
  const facts = factsFor(kind, overrides);
  return renderEmail(kind, facts.language, messageData(kind, facts));
};

/** The mail as a mail program would read it. */
async function mailed(
  kind: NotificationKind,
  overrides: Partial<MessageFacts> = {},
): Promise<ParsedMail> {
  const name = cleanLine(overrides.schoolName ?? 'Nørrebro Køreskole', 100);
  const raw = await buildMime(
    {
      notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
      correlationId: 'req-1',
      from: { name },
      replyTo: 'kontor@noerrebro.example',
      to: { name: greetingName(overrides.recipientName ?? 'Mette'), address: 'mette@mail.example' },
      date: '2026-11-23T08:00:00.000Z',
      ...render(kind, overrides),
    },
    'no-reply@just-driving.example',
  );
  return simpleParser(raw);
}

describe('every mail in every language', () => {
  const all = NOTIFICATION_KINDS.flatMap((kind) =>
    LANGUAGES.map((language) => [kind, language] as const),
  );

  test.each(all)(
    '%s in %s names the school, greets, and leaves no Liquid behind',
    (kind, language) => {
      const { subject, html, text } = render(kind, { language });

      for (const part of [html, text]) {
        expect(part).toContain(isMoneyMessage(kind) ? 'Lars Jørgensen' : 'Mette Jørgensen');
        expect(part).toContain('Nørrebro Køreskole');
        expect(part).not.toMatch(/\{\{|\{%|%\}|\}\}|undefined|\[object/);
      }
      expect(subject).not.toBe('');
      expect(html).toContain(`<html lang="${language}">`);
    },
  );

  test.each(all.filter(([kind]) => linkOf(kind)))(
    '%s in %s carries its link in both parts',
    (kind, language) => {
      const { html, text } = render(kind, { language });
      const url = `${PORTAL}/${linkOf(kind)?.page}${kind.startsWith('signature') ? '/' : '?token='}tok_en-1`;

      expect(html).toContain(`href="${url}"`);
      expect(text.split('\n')).toContain(url);
    },
  );
});

describe('what a reader sees', () => {
  test('an invoice mail in Danish', () => {
    const invoice = { ...cast().invoice, total: 123_450, invoiceId: 'inv_x', number: 42 };
    const { subject, text } = render('invoice_issued', { invoice });

    expect(subject).toBe('Faktura 42 fra Nørrebro Køreskole');
    expect(text).toContain('Beløb: 1.234,50 kr.');
    expect(text).toContain('Betales senest: 7. december 2026');
    expect(text).toContain(`${PORTAL}/invoices/inv_x`);
  });

  test('the same in English', () => {
    const invoice = { ...cast().invoice, total: 123_450 };
    const { text } = render('invoice_issued', { invoice, language: 'en' });

    expect(text).toContain('Amount: DKK 1,234.50');
    expect(text).toContain('Due: 7 December 2026');
  });

  test('a reset link lives an hour, a welcome link seven days', () => {
    expect(render('password_reset', { language: 'en', schoolName: null }).text).toContain(
      'works for one hour',
    );
    expect(render('welcome', { language: 'en' }).text).toContain('works for 7 days');
  });

  test('the platform writes under its own name', async () => {
    const mail = await mailed('password_reset', { schoolName: 'Just Driving' });

    expect(mail.from?.value).toEqual([
      { name: 'Just Driving', address: 'no-reply@just-driving.example' },
    ]);
    expect(mail.html).not.toContain('på vegne af');
  });

  test('a Danish school name comes out whole in From, subject and Reply-To', async () => {
    const mail = await mailed('welcome', { schoolName: 'Blåbærkøbing Køreskole' });

    expect(mail.from?.value[0]?.name).toBe('Blåbærkøbing Køreskole');
    expect(mail.subject).toBe('Velkommen til Blåbærkøbing Køreskole');
    expect(mail.replyTo?.value[0]?.address).toBe('kontor@noerrebro.example');
    expect(mail.headers.get('x-notification-id')).toBe('ntf_01kat5n8x0e4vv6h7w7b1q2r3s');
  });
});

describe('hostile names', () => {
  const HOSTILE = [
    ['Liquid', '{{ 7 | times: 7 }}{% raw %}{{ link }}'],
    ['an endless loop', '{% for i in (1..1000000) %}x{% endfor %}'],
    ['a script', '<script>alert(1)</script>"><img src=x onerror=alert(1)>'],
    ['an attribute', '" onmouseover="alert(1)'],
    ['line breaks', 'Mette\r\nBcc: everybody@victim.example\r\n\r\nHello'],
    ['a lone line feed', 'Mette\nBcc: everybody@victim.example'],
    ['Unicode line breaks', 'Mette\u2028Bcc: everybody@victim.example\u0085X: y'],
    ['an address list', 'Mette <a@victim.example>, b@victim.example'],
    ['an encoded word', '=?utf-8?B?QmNjOiBhQHZpY3RpbS5leGFtcGxl?='],
    ['turned writing', '\u202egnip.exe\u202c \u2066x\u2069 \u200f\u200b'],
    ['controls', 'Met\u0000te\u001b[31m\u007f'],
    ['a torn surrogate', 'Mette \ud83d'],
    ['a very long one', 'Mette '.repeat(2000)],
  ] as const;

  test.each(HOSTILE)('%s in the name of a person or a school does no harm', async (_, name) => {
    for (const kind of ['welcome', 'invoice_issued'] as const) {
      const invoice =
        kind === 'invoice_issued'
          ? { ...cast().invoice, buyer: { name, email: 'lars@mail.example' } }
          : null;
      const mail = await mailed(kind, { recipientName: name, schoolName: name, invoice });
      const html = String(mail.html);

      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.headers.has('cc')).toBe(false);
      expect(mail.headers.has('x')).toBe(false);
      expect([mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([
        'mette@mail.example',
      ]);
      expect(mail.from?.value).toHaveLength(1);
      expect(mail.from?.value[0]?.address).toBe('no-reply@just-driving.example');
      expect(html).not.toMatch(/<script|<img|<[^>]*\sonmouseover=|<[^>]*\sonerror=/i);
      const shown = `${mail.subject}${mail.text}${html}`;
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
      expect(shown.replace(/[\r\n]/g, '')).not.toMatch(/\p{Cc}/u);
      expect(shown.isWellFormed()).toBe(true);
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect([...(mail.subject ?? '')].length).toBeLessThanOrEqual(200);
      expect(html).toContain(kind === 'welcome' ? 'set-password?token=tok_en-1' : '/invoices/inv_');
    }
  });

  test('Liquid in a name is printed, not run', () => {
    const { subject, text } = render('welcome', { schoolName: '{{ 7 | times: 7 }}' });

    expect(subject).toBe('Velkommen til {{ 7 | times: 7 }}');
    expect(text).not.toContain('49');
  });

  test.each([
    ['Mette B. Jørgensen', 'Mette B. Jørgensen'],
    ["Seán O'Brien-Åse", "Seán O'Brien-Åse"],
    ['李小龙', '李小龙'],
    ['Win at https://evil.example', null],
    ['Free money evil.example', null],
    ['www.evil', null],
    ['a@b', null],
    ['', null],
    ['x'.repeat(61), null],
  ])('%s is greeted as %s', (name, greeting) => {
    expect(greetingName(name)).toBe(greeting);
  });

  test('an address that is no plain address is not mailed to', async () => {
    for (const address of [
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: x@y.example',
      'a',
      '<a@b.example>',
      'å@b.example',
    ]) {
      const message = {
        notificationId: 'ntf_1',
        correlationId: 'req-1',
        from: { name: 'x' },
        replyTo: null,
        date: '2026-11-23T08:00:00Z',
      };
      const parts = { subject: 's', html: 'h', text: 't', to: { name: null, address } };

      await expect(async () =>
        buildMime({ ...message, ...parts }, 'no-reply@a.example'),
      ).rejects.toThrow(/plain e-mail/);
    }
  });
});

describe('texts for SMS', () => {
  test.each(LANGUAGES)(
    'an invoice in %s fits three segments with the longest names, its link whole',
    (language: Language) => {
      const facts = factsFor('invoice_issued', {
        language,
        schoolName: cleanLine('Şükrü’s Köreskole '.repeat(9), 40),
      });
      const text =
        renderSms('invoice_issued', language, messageData('invoice_issued', facts)) ?? '';
      const fitted = fitSms(text, 3);

      expect(countSegments(fitted).segments).toBeLessThanOrEqual(3);
      expect(fitted).toMatch(/https:\/\/portal\.example\/invoices\/inv_[0-9a-z]{26}$/);
    },
  );

  test('a kind without an SMS text says so', () => {
    expect(renderSms('welcome', 'da', messageData('welcome', factsFor('welcome')))).toBeNull();
  });
});
