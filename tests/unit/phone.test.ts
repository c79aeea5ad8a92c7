import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizePhone } from '../../domain/shared/phone.ts';
import { TEST_SEED } from '../support/random.ts';

describe('a phone number', () => {
  it.each([
    ['20 12 34 56', 'DK', '+4520123456'],
    ['20123456', 'DK', '+4520123456'],
    ['20-12-34-56', 'DK', '+4520123456'],
    ['+45 20 12 34 56', 'DK', '+4520123456'],
    ['0045 20123456', 'DK', '+4520123456'],
    ['(+45) 20123456', 'DK', '+4520123456'],
    [' 20 12 34 56 ', 'DK', '+4520123456'],
    ['２０１２３４５６', 'DK', '+4520123456'],
    ['20\u00a012\u00a034\u00a056', 'DK', '+4520123456'],
    ['+49 1512 3456789', 'DK', '+4915123456789'],
    ['+46 70 123 45 67', 'DK', '+46701234567'],
    ['070-123 45 67', 'SE', '+46701234567'],
    ['+45 20 12 34 56', 'SE', '+4520123456'],
  ])('%s in %s is %s', (raw, country, expected) => {
    expect(normalizePhone(raw, country)).toBe(expected);
  });

  it.each([
    ['', 'DK'],
    ['1234567', 'DK'],
    ['201234567', 'DK'],
    ['not a number', 'DK'],
    ['call 20 12 34 56', 'DK'],
    ['20123456<script>', 'DK'],
    ['+4520123456\r\n+4520123457', 'DK'],
    ['+999 12345678', 'DK'],
    ['+45 112', 'DK'],
    ['00000000', 'DK'],
    ['20123456', 'ZZ'],
    ['20123456', ''],
  ])('%j in %j is refused', (raw, country) => {
    expect(normalizePhone(raw, country)).toBeNull();
  });

  it('reads an international number in a country it does not know', () => {
    expect(normalizePhone('+45 20 12 34 56', 'ZZ')).toBe('+4520123456');
  });

  it('is E.164 and stays as it is when it is read again, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[+0-9 ()-]{0,20}$/),
          fc.integer({ min: 20_000_000, max: 61_999_999 }).map(String),
        ),
        fc.constantFrom('DK', 'SE', 'DE'),
        (raw, country) => {
          const kept = normalizePhone(raw, country);
          if (kept === null) return;
          expect(kept).toMatch(/^\+[1-9]\d{4,14}$/);
          expect(normalizePhone(kept, country)).toBe(kept);
        },
      ),
      { numRuns: 1_000, seed: TEST_SEED },
    );
  });
});
