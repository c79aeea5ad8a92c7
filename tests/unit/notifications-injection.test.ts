import { simpleParser } from 'mailparser';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { calendarEntry } from '../../domain/notifications/booking-data.ts';
import { cleanLine, greetingName } from '../../domain/notifications/clean-text.ts';
import { defaultTemplate } from '../../domain/notifications/default-templates.ts';
import { type MessageFacts, messageData } from '../../domain/notifications/message-data.ts';
import {
  isBookingMessage,
  NOTIFICATION_KINDS,
  type NotificationKind,
  OWN_KINDS,
} from '../../domain/notifications/notification.ts';
import { renderEmail, renderSms } from '../../domain/notifications/render.ts';
import { ownEmail } from '../../domain/notifications/render-own.ts';
import { sampleFacts } from '../../domain/notifications/sample-facts.ts';
import { LANGUAGES, type Language } from '../../domain/schools/school.ts';
import { buildMime } from '../../functions/shared/mime.ts';

/** What people type into forms, or would if they were up to something. */
const HOSTILE: Record<string, string> = {
  'a second header': 'Bcc: everybody@victim.example',
  'line breaks': 'Mette\r\nBcc: everybody@victim.example\r\n\r\n<b>Hello</b>',
  'a lone line feed': 'Mette\nCc: everybody@victim.example',
  'Unicode line breaks': 'Mette\u2028Bcc: everybody@victim.example\u0085X-Evil: y',
  'a script': '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
  'a closed table': '</td></tr></table></body><form action="https://evil.example"><input></form>',
  'an attribute': '" onmouseover="alert(1)" href="javascript:alert(1)',
  Liquid: '{{ 7 | times: 1111 }}{% raw %}{{ link }}{% endraw %}',
  'an endless loop': '{% for i in (1..1000000) %}x{% endfor %}',
  'turned writing': '\u202egnip.exe\u202c \u2066x\u2069 \u200f\u200b',
  'an address list': 'Mette <a@victim.example>, b@victim.example',
  'an encoded word': '=?utf-8?B?QmNjOiBhQHZpY3RpbS5leGFtcGxl?=',
  controls: 'Met\u0000te\u001b[31m\u007f',
  'a very long one': 'Mette '.repeat(2_000),
};

const FRAME = { schoolName: 'Nørrebro Køreskole', portalUrl: 'https://portal.example' };
/** Values that we made ourselves: ids, moments, amounts, the address of the page. */
const OURS =
  /Id$|At$|^(language|portalUrl|kind|purpose|page|url|status|currency|number|dueDate|lastTaughtOn|resumeBy|hash|timeZone|role|email)$/;

/** The facts with every text in them, at any depth, replaced; those that may be missing are there. */
function poisoned(kind: NotificationKind, language: Language, text: string): MessageFacts {
  const poison = (value: unknown, name: string): unknown => {
    if (OURS.test(name)) return value;
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((one) => poison(one, ''));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one, key)]));
  };
  const facts = sampleFacts(kind, { ...FRAME, language });
  if (facts.booking) facts.booking.studentNames = ['Ida Holm'];
  return poison(facts, '') as MessageFacts;
}

/** Tags and attribute names in order: what a text must not change. */
function shapeOf(html: string): string[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): string[] => [
    ...('tagName' in node
      ? [
          `${node.tagName} ${node.attrs
            .map(({ name }) => name)
            .sort()
            .join(' ')}`,
        ]
      : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}

function linksOf(html: string): string[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): string[] => [
    ...('attrs' in node
      ? node.attrs
          .filter(({ name }) => ['href', 'src', 'action'].includes(name))
          .map((a) => a.value)
      : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}

async function mailed(kind: NotificationKind, facts: MessageFacts) {
  const parts = renderEmail(kind, facts.language, messageData(kind, facts));
  const calendar =
    isBookingMessage(kind) &&
    calendarEntry(
      {
        ...facts,
        ...{ recipientEmail: 'mette@mail.example', organizerEmail: 'kontor@school.example' },
        at: '2026-11-23T08:00:00.000Z',
      },
      'REQUEST',
    );
  const raw = await buildMime(
    {
      notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
      correlationId: 'req-1',
      from: { name: cleanLine(facts.schoolName ?? '', 100) },
      replyTo: 'kontor@school.example',
      to: { name: greetingName(facts.recipientName), address: 'mette@mail.example' },
      date: '2026-11-23T08:00:00.000Z',
      ...parts,
      ...(calendar && { calendar }),
    },
    'no-reply@just-driving.example',
  );
  return { raw: raw.toString('utf8'), mail: await simpleParser(raw), ...parts };
}

const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  'x-correlation-id',
  'x-notification-id',
];

const all = NOTIFICATION_KINDS.flatMap((kind) =>
  LANGUAGES.map((language) => [kind, language] as const),
);

describe('whatever a name says, in every template', () => {
  test.each(all)('%s in %s keeps its headers, recipients and tags', async (kind, language) => {
    const calm = await mailed(kind, poisoned(kind, language, 'Anders And'));
    expect(shapeOf(calm.html).length).toBeGreaterThan(10);

    for (const [what, text] of Object.entries(HOSTILE)) {
      const { mail, html, subject, raw } = await mailed(kind, poisoned(kind, language, text));

      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      const names = [...head.matchAll(/^([^\s:]+):/gm)].map(([, name]) => name?.toLowerCase());
      expect([what, names.sort()]).toEqual([what, HEADERS]);
      const to = [mail.to].flat().flatMap((list) => list?.value.map(({ address }) => address));
      expect([what, to]).toEqual([what, ['mette@mail.example']]);
      expect([what, mail.from?.value.map(({ address }) => address)]).toEqual([
        what,
        ['no-reply@just-driving.example'],
      ]);
      expect([what, paragraphsAside(shapeOf(html))]).toEqual([
        what,
        paragraphsAside(shapeOf(calm.html)),
      ]);
      for (const link of linksOf(html)) expect([what, link]).toEqual([what, trusted(link)]);
      const shown = `${subject}${mail.text}${html}`;
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
      expect(shown.replace(/[\r\n]/g, '')).not.toMatch(/\p{Cc}/u);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(shown).not.toContain('7777');
    }
  });

  test.each(all)('%s in %s makes no second line of an SMS by itself', (kind, language) => {
    for (const text of Object.values(HOSTILE)) {
      const sms = renderSms(kind, language, messageData(kind, poisoned(kind, language, text)));
      // Staff may write several lines; nobody else's words make one.
      if (sms !== null && kind !== 'staff_message') expect(sms).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(sms ?? '').not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
    }
  });

  test.each(OWN_KINDS)('%s in a school’s own words is no different', (kind) => {
    const own = defaultTemplate(kind, 'da');
    const render = (text: string) => {
      const facts = poisoned(kind, 'da', text);
      const data = messageData(kind, facts);
      return ownEmail(own, renderEmail(kind, 'da', data), data, facts);
    };
    const calm = paragraphsAside(shapeOf(render('Anders And').html));

    for (const text of Object.values(HOSTILE)) {
      const { html, subject } = render(text);
      expect(paragraphsAside(shapeOf(html))).toEqual(calm);
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  test('the comparison is not blind', () => {
    const html = '<table><tr><td><p>Hej</p></td></tr></table>';
    expect(shapeOf(html.replace('Hej', '<i onclick="x">Hej</i>'))).not.toEqual(shapeOf(html));
    expect(linksOf('<a href="javascript:x">x</a>')).toEqual(['javascript:x']);
  });
});

/** What staff write may have lines and paragraphs, and a name may be left out of a greeting. */
function paragraphsAside(shape: string[]): string[] {
  return shape.filter((tag) => tag !== 'p style' && tag !== 'br ');
}

function trusted(link: string): string {
  return link.startsWith('https://portal.example') ? link : 'https://portal.example';
}
