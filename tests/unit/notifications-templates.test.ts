import { describe, expect, test } from 'vitest';
import { htmlFlaw } from '../../domain/notifications/check-html.ts';
import { previewTemplate, templateErrors } from '../../domain/notifications/check-template.ts';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { defaultTemplate } from '../../domain/notifications/default-templates.ts';
import { NOTIFICATION_KINDS, OWN_KINDS } from '../../domain/notifications/notification.ts';
import { flawOf } from '../../domain/notifications/own-liquid.ts';
import { readTemplate, saveTemplate } from '../../domain/notifications/school-templates.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import type { TemplateFrame } from '../../domain/notifications/template-frame.ts';
import type { OwnTemplate } from '../../domain/notifications/templates/template.ts';
import { staffEntity } from '../../domain/people/membership.entity.ts';
import { LANGUAGES } from '../../domain/schools/school.ts';
import { create } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { welcomed } from '../support/notification-stage.ts';
import { memoryEmail } from '../support/notifications.ts';

const frame = (overrides: Partial<TemplateFrame> = {}): TemplateFrame => ({
  key: 'booking_moved',
  language: 'da',
  schoolName: 'Nørrebro Køreskole',
  portalUrl: 'https://portal.example',
  smsSegmentsMax: 3,
  ...overrides,
});

function flaws(own: OwnTemplate, of: Partial<TemplateFrame> = {}) {
  return templateErrors(frame(of), own);
}

describe('a school’s text is tried before it is kept', () => {
  test.each([
    [{ html: '<p>Hej</p>\n<p>{{ nam }}</p>' }, '/html', 'unknown_variable', 2, 7],
    [{ text: 'Hej {% if name %}' }, '/text', 'template_syntax', 1, 5],
    [{ subject: '{{ lesson | nope }}' }, '/subject', 'template_syntax', 1, 1],
    [{ subject: '{{ lesson' }, '/subject', 'template_syntax', 1, 1],
    [{ html: 'x\n\n  <script>x</script>' }, '/html', 'html_not_allowed', 3, 3],
    [{ text: "{% include 'x' %}" }, '/text', 'template_syntax', 1, 1],
    [{ text: '{% echo name %}' }, '/text', 'template_syntax', 1, 1],
    [{ html: '<p>{{ name | raw }}</p>' }, '/html', 'template_syntax', 1, 4],
  ])('%o', (own, path, code, line, column) => {
    expect(flaws(own)).toMatchObject([{ path, code, line, column }]);
  });

  test.each([
    [{ html: '<p>Vælg</p>' }, { key: 'welcome' as const }, '/html', 'missing_link'],
    [{ sms: 'Hej' }, { key: 'welcome' as const }, '/sms', 'no_sms'],
    [{ sms: 'å'.repeat(460) }, {}, '/sms', 'too_many_segments'],
    [{ sms: 'å'.repeat(161) }, { smsSegmentsMax: 1 }, '/sms', 'too_many_segments'],
    [{ sms: '🚗'.repeat(36) }, { smsSegmentsMax: 1 }, '/sms', 'too_many_segments'],
    [{ text: '{% for i in (1..100000000) %}x{% endfor %}' }, {}, '/text', 'template_syntax'],
  ])('%o of %o: %s is %s', (own, of, path, code) => {
    expect(flaws(own, of)).toMatchObject([{ path, code }]);
  });

  test.each([
    [{ sms: 'å'.repeat(160) }, { smsSegmentsMax: 1 }],
    [{ sms: 'å'.normalize('NFD').repeat(160) }, { smsSegmentsMax: 1 }],
    [{ sms: '🚗'.repeat(35) }, { smsSegmentsMax: 1 }],
    [{ html: '<p style="color: red">{{ lesson }}</p><a href="{{ link }}">Se</a>' }, {}],
    [{ text: '{% if place %}{{ place | upcase }}{% endif %}{% comment %}x{% endcomment %}' }, {}],
  ])('%o is taken', (own, of) => {
    expect(flaws(own, of)).toEqual([]);
  });

  test('every default may be kept as a school’s own, in every language', () => {
    for (const key of OWN_KINDS) {
      for (const language of LANGUAGES) {
        expect([key, flaws(defaultTemplate(key, language), { key, language })]).toEqual([key, []]);
      }
    }
    expect(OWN_KINDS.length).toBeLessThan(NOTIFICATION_KINDS.length);
  });

  test('all parts that are wrong are named at once', () => {
    expect(flaws({ html: '{{ a }}', text: '{{ b }}' }).map(({ path }) => path)).toEqual([
      '/html',
      '/text',
    ]);
  });

  test('a preview counts the SMS and escapes what it puts in', () => {
    const own = { sms: '{{ school }}: {{ lesson }}', html: '<p>{{ school }}</p>' };
    const preview = previewTemplate(frame({ schoolName: 'Å & <b>' }), own);

    expect(preview.sms).toEqual({
      ...{ text: 'Å & <b>: Kørelektion', encoding: 'GSM-7', segments: 1 },
    });
    expect(preview.html).toContain('<p>Å &amp; &lt;b&gt;</p>');
  });
});

describe('HTML that mails may not have', () => {
  test.each([
    '<script>x</script>',
    '<SCRIPT src="https://x.example">',
    '<p onclick="x">',
    '<a href="javascript:alert(1)">',
    '<a href="java&#115;cript:alert(1)">',
    '<a href="&#x6a;avascript:x">',
    '<a href=javascript:x>',
    '<a href="{{ name }}">',
    '<a href="https://x.example/{{ name }}">',
    '<p {% if name %}class="a"{% endif %}>',
    '<p style="background: url(https://x.example)">',
    '<p style="width: expression(x)">',
    '<img src="http://x.example/a.png">',
    '<img src="data:image/png;base64,x">',
    '<iframe src="https://x.example">',
    '<form action="https://x.example">',
    '<meta http-equiv="refresh">',
    '<style>p{}</style>',
    '<!-- x -->',
    '<{{ name }}>',
    'a < b',
    '<p title="x>y" onclick="z">',
    '<svg onload="x">',
    '<base href="https://x.example">',
    '{% raw %}<script>{% endraw %}',
  ])('%s', (html) => {
    expect(htmlFlaw(html)).toMatchObject({ line: 1 });
  });

  test.each([
    '<p>5 &lt; 6</p>',
    '<a href="{{ link }}">x</a>',
    "<a href='{{link}}' title='x'>x</a>",
    '<a href="https://skole.example/a?b=c&amp;d=e">x</a>',
    '<a href="mailto:kontor@skole.example">x</a>',
    '<img src="https://skole.example/logo.png" alt="x" width="120">',
    '<table role="presentation"><tr><td style="padding: 1px">{{ lesson }}</td></tr></table>',
    '{% if place %}<p>{{ place | append: "<b>" }}</p>{% endif %}<br/>',
    '',
  ])('and what they may: %s', (html) => {
    expect(htmlFlaw(html)).toBeNull();
  });

  test('a text of forty thousand characters is judged at once', () => {
    const began = performance.now();
    for (const text of [
      '<a '.repeat(13_000),
      `<a ${' '.repeat(40_000)}`,
      `<a ${'x '.repeat(20_000)}`,
    ]) {
      expect(htmlFlaw(text)).not.toBeNull();
      flawOf(text, []);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('a text that breaks later', () => {
  const OWN = { key: 'welcome', language: 'da' } as const;

  test('lets the default go out, is noted once, and its administrators are told', async () => {
    const all = await welcomed({
      membership: { roles: ['student', 'school_admin'], status: 'active' },
    });
    const { schoolId, personId, context } = all;
    await context.store.transact(context, () => ({
      writes: [create(staffEntity.create({ schoolId, personId }))],
      result: null,
    }));
    // As if a variable had been there when it was saved.
    await saveTemplate(context, { schoolId, ...OWN }, { text: '{{ gone }} {{ link }}' });
    const email = memoryEmail();
    await sendByEmail(context, all.message, email.provider, all.options);

    expect(email.mails[0]?.text).toContain('set-password?token=');
    expect(await readTemplate(context, { schoolId, ...OWN })).toMatchObject({
      broken: { part: 'text', problem: 'does_not_render' },
    });
    const events = all.world.rowsOf('outbox').map(({ event }) => event as EventEnvelope);
    expect(events).toMatchObject([{ name: 'TemplateBroke', data: { adminIds: [personId] } }]);
    const [row] = await tellAbout(context, events[0] as EventEnvelope, all.queues);
    const notice = { owner: row?.owner ?? '', notificationId: row?.notificationId ?? '' };
    await sendByEmail(context, notice, email.provider, all.options);
    expect(email.mails[1]?.subject).toBe('Jeres tekst til welcome virker ikke');
  });

  test('is tried no more until it is saved anew', async () => {
    const all = await welcomed();
    const { schoolId, context } = all;
    await saveTemplate(context, { schoolId, ...OWN }, { subject: '{{ gone }}' });
    const email = memoryEmail();
    await sendByEmail(context, all.message, email.provider, all.options);
    await saveTemplate(context, { schoolId, ...OWN }, { subject: 'Hej {{ name }}' });
    const saved = await readTemplate(context, { schoolId, ...OWN });

    expect(email.mails[0]?.subject).toBe('Velkommen til Nørrebro Køreskole');
    expect(saved).toMatchObject({ version: 3 });
    expect(saved).not.toHaveProperty('broken');
  });
});
