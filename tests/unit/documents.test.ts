import { describe, expect, test } from 'vitest';
import { newId } from '../../domain/shared/new-id.ts';
import { file, toHttp } from '../../functions/shared/answer.ts';
import { drawingOf } from '../../functions/shared/documents/drawing.ts';
import { escapeHtml, html } from '../../functions/shared/documents/html.ts';
import { openSheet } from '../../functions/shared/documents/pdf.ts';
import { recordHtml } from '../../functions/shared/documents/record-html.ts';
import { recordPdf } from '../../functions/shared/documents/record-pdf.ts';
import { recordView } from '../../functions/shared/documents/record-view.ts';
import { sampleRecord } from '../support/sample-record.ts';

const HOSTILE = '<script>alert("x")</script>\'&';

describe('HTML out of parts', () => {
  test('escapes text, leaves markup, and prints nothing for nothing', () => {
    const item = html`<li>${HOSTILE}</li>`;

    expect(html`<ul title="${HOSTILE}">${[item, null, false, undefined]}</ul>${3}`.markup).toBe(
      '<ul title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;"><li>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;</li></ul>3',
    );
  });

  test('drops control characters and mends broken letters', () => {
    expect(escapeHtml('a\u0000\u001b\u0085b\n\ud800')).toBe('ab\n\ufffd');
  });
});

describe('a printed sheet', () => {
  const sheet = () =>
    openSheet({
      ...{ title: 'Prøve', author: 'En skole', language: 'da', footer: 'Fod' },
      createdAt: new Date('2026-11-23T08:00:00Z'),
    });
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

  test('breaks a text that is longer than a page, and blocks that do not fit', async () => {
    const { put, text, stack, finish } = sheet();
    put(text('Æblegrød på køreskolen. '.repeat(500)));
    put(stack([text('a'), text('b')]));

    const pdf = await finish();

    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pages(pdf)).toBe(3);
  });

  test('keeps a block together: the second of two that fill more than half a page is on the next', async () => {
    const { put, text, stack, space, finish } = sheet();
    for (const word of ['one', 'two']) put(stack([text(word), space(400)]));

    expect(pages(await finish())).toBe(2);
  });

  test('takes letters that it has no glyph for', async () => {
    const { put, text, finish } = sheet();
    put(text('مرحبا 你好 🙂 \u202etxt'));

    expect(pages(await finish())).toBe(1);
  });
});

describe('a drawn signature', () => {
  test('fits its box, whatever coordinates the screen had', () => {
    expect(
      drawingOf([
        [
          [-100, 50],
          [100, 90],
        ],
        [],
        [[0, 70]],
      ]),
    ).toEqual({
      strokes: [
        [
          [8, 8],
          [208, 48],
        ],
        [[108, 28]],
      ],
      ...{ width: 216, height: 56 },
    });
    expect(
      drawingOf([
        [
          [0.1, 0.5],
          [0.9, 0.6],
        ],
      ]),
    ).toMatchObject({ width: 0.864, height: 0.164 });
  });

  test('of one dot has a size, of nothing is none', () => {
    expect(drawingOf([[[7, 7]]])).toEqual({ strokes: [[[0.5, 0.5]]], width: 1, height: 1 });
    expect(drawingOf([[]])).toBeNull();
  });
});

describe('a record as HTML', () => {
  const record = sampleRecord();
  record.signed({ personal: { name: HOSTILE, text: HOSTILE } });
  record.add({ kind: 'dispute', role: 'student', personal: { text: 'Vi var der ikke.' } });
  record.add({ kind: 'correction', change: { status: 'no_show', covered: false } });
  record.signed({ bookingId: newId('bkg') });
  const page = recordHtml(recordView(record.document(), 'da'));

  test('holds everything that an inspector asks for', () => {
    for (const said of [
      'Nørrebro Køreskole, Jagtvej 1, 2200 København N',
      'Sofie Æbeltoft',
      '20. november 2026 · Vejkørsel',
      '10.00-10.45 (45 minutter)',
      'Modul: Vejkryds (afsnit 6)',
      'Underviserens underskrift',
      'Elevens underskrift',
      '2026-11-23 09:00:00 +01:00',
      '2026-11-23T08:00:00.000Z',
      'Vi var der ikke.',
      'Fremmøde: udeblevet',
      'Modulet: ikke gennemgået',
      'Alle poster er på deres plads og uændrede.',
      ...record.document().entries.map(({ hash }) => hash),
    ]) {
      expect(page).toContain(said);
    }
    expect(page).toMatch(/<path d="M [\d.]+ [\d.]+( L [\d.]+ [\d.]+){3}"\/>/);
  });

  test('lets nobody bring markup into it, and fetches nothing', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/https?:|src=|url\(|@import/);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src');
  });

  test('says so where the record is broken', () => {
    const document = record.document();
    const { firstBrokenEntry: _, ...verification } = document.verification;
    const firstBrokenEntry = { sequence: 2, id: null, problem: 'altered' as const };
    const broken = {
      ...document,
      verification: { ...verification, valid: false, firstBrokenEntry },
    };

    expect(recordHtml(recordView(broken, 'en'))).toContain(
      'BROKEN at entry 2: its content was altered.',
    );
  });

  test('prints what cannot be read, and what was erased, as that', () => {
    const document = record.document();
    const [first, second] = document.entries;
    if (!first || !second) throw new Error('no entries');
    first.content = 'not json';
    second.personal = null;
    const view = recordView(document, 'en');

    expect(view.log.lines[0]?.[0]).toBe('Entry 1: This entry cannot be read.');
    expect(recordHtml(view)).toContain('(erased)');
  });
});

describe('what a module of a lesson has come to', () => {
  const state = (write: (record: ReturnType<typeof sampleRecord>) => void) => {
    const record = sampleRecord();
    record.add({});
    write(record);
    return recordView(record.document(), 'en').lessons[0]?.modules[0]?.state;
  };
  const student = { kind: 'student_signature', role: 'student' } as const;
  const idOf = ({ content }: { content: string }) => JSON.parse(content).signatureId;

  test('awaits, is signed, objected to, corrected, or does not count', () => {
    expect(state(() => {})).toBe("awaits the student's signature");
    expect(state((record) => record.add(student))).toBe('signed by both');
    expect(state((record) => record.add({ kind: 'dispute', role: 'student' }))).toBe(
      'objection unanswered',
    );
    expect(state((record) => record.add({ kind: 'correction', change: { covered: false } }))).toBe(
      'correction unanswered',
    );
  });

  test.each([
    ['dispute', 'dispute_rejected', {}, 'signed by both'],
    ['dispute', 'dispute_accepted', {}, 'does not count'],
    ['correction', 'correction_accepted', { covered: false }, 'does not count'],
    ['correction', 'correction_accepted', { covered: true }, 'signed by both'],
  ] as const)(
    'after a %s that was answered by %s with %o: %s',
    (kind, answer, change, expected) => {
      const told = state((record) => {
        record.add(student);
        record.add({ kind: answer, change, answers: idOf(record.add({ kind, change })) });
      });

      expect(told).toBe(expected);
    },
  );
});

describe('a record as PDF', () => {
  test('is one small file in either language', async () => {
    const record = sampleRecord();
    record.signed();
    const document = record.document();
    for (const language of ['da', 'en'] as const) {
      const pdf = await recordPdf(recordView(document, language), 'En skole', new Date(0));

      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
      expect(pdf.length).toBeLessThan(60_000);
    }
  });
});

describe('a file as an answer', () => {
  test('a PDF travels in base64, text as it is', () => {
    const pdf = file({
      contentType: 'application/pdf',
      fileName: 'a.pdf',
      body: Buffer.from('%PDF'),
    });
    const page = file({ contentType: 'text/html', fileName: 'a.html', body: '<p>æ</p>' });

    expect(toHttp(pdf)).toMatchObject({ isBase64Encoded: true, body: 'JVBERg==' });
    expect(toHttp(page)).toMatchObject({ body: '<p>æ</p>' });
    expect(toHttp(page)).not.toHaveProperty('isBase64Encoded');
    expect(toHttp(page).headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'inline; filename="a.html"',
    });
  });
});
