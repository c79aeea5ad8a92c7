import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSegments, fitSms } from '../../domain/notifications/segments.ts';

describe('segments of an SMS', () => {
  test.each([
    ['', 'GSM-7', 0],
    ['Hej Mette', 'GSM-7', 1],
    ['æøåÆØÅ', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    [`${'æøå'.repeat(53)}æ`, 'GSM-7', 1],
    ['æøå'.repeat(54), 'GSM-7', 2],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    // € takes two places: 80 are 160, the 81st does not fit
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    // 152 + 2: a two-place character does not straddle the edge at 153
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
    ['ş'.repeat(70), 'UCS-2', 1],
    ['ş'.repeat(71), 'UCS-2', 2],
    // 35 emoji are 70 code units
    ['🚗'.repeat(35), 'UCS-2', 1],
    ['🚗'.repeat(36), 'UCS-2', 2],
    // 33 emoji are 66 of 67 units; the 34th begins the next message rather than being torn
    ['🚗'.repeat(67), 'UCS-2', 3],
  ] as const)('%j is %s, %i', (text, encoding, segments) => {
    expect(countSegments(text)).toEqual({ encoding, segments });
  });

  test('a decomposed å would double the price; fitted, it is composed and GSM-7', () => {
    const decomposed = 'a\u030aben'.normalize('NFD');

    expect(countSegments(decomposed).encoding).toBe('UCS-2');
    expect(countSegments(fitSms(decomposed, 3))).toEqual({ encoding: 'GSM-7', segments: 1 });
  });

  test('curly quotes and dashes become plain ones', () => {
    expect(fitSms('“Nordby” – din køreskole…', 3)).toBe('"Nordby" - din køreskole...');
  });

  test('whatever comes, what is sent fits, is a beginning of the text and whole characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.integer({ min: 1, max: 4 }),
        (text, max) => {
          const fitted = fitSms(text, max);

          expect(countSegments(fitted).segments).toBeLessThanOrEqual(max);
          expect(fitted.isWellFormed() || !text.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a text that fits is not cut', () => {
    const text = 'Faktura 7 på 500,00 kr., betales senest 7. december 2026.';

    expect(fitSms(text, 1)).toBe(text);
  });
});
