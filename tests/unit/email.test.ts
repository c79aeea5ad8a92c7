import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeEmail } from '../../domain/shared/email.ts';
import { TEST_SEED } from '../support/random.ts';

describe('an e-mail address', () => {
  it.each([
    ['anna@example.dk', 'anna@example.dk'],
    ['  Anna.Berg@Example.DK ', 'anna.berg@example.dk'],
    ["o'neil+school@mail.example.org", "o'neil+school@mail.example.org"],
    ['post@rødgrød.dk', 'post@xn--rdgrd-vuad.dk'],
    ['post@XN--RDGRD-VUAD.dk', 'post@xn--rdgrd-vuad.dk'],
    [`${'a'.repeat(64)}@example.dk`, `${'a'.repeat(64)}@example.dk`],
  ])('%s is kept as %s', (raw, expected) => {
    expect(normalizeEmail(raw)).toBe(expected);
  });

  it.each([
    '',
    'anna',
    '@example.dk',
    'anna@',
    'anna@example',
    'anna@@example.dk',
    'anna@berg@example.dk',
    'an na@example.dk',
    'anna@exa mple.dk',
    'anna@example.dk\r\nBcc: other@example.dk',
    'anna\r\n@example.dk',
    'anna\0@example.dk',
    '"anna berg"@example.dk',
    'Anna <anna@example.dk>',
    'anna@[127.0.0.1]',
    'anna@127.0.0.1',
    'anna@0x7f.1',
    'anna@example.dk:25',
    'anna@example.dk/path',
    'anna@-example.dk',
    'anna@example..dk',
    'anna@example.dk.',
    '.anna@example.dk',
    'anna.@example.dk',
    'an..na@example.dk',
    'ånna@example.dk',
    'anna,berg@example.dk',
    'anna@example.dk,berg@example.dk',
    `${'a'.repeat(65)}@example.dk`,
    `a@${'b'.repeat(64)}.dk`,
    `a@${'b.'.repeat(130)}dk`,
  ])('%j is refused', (raw) => {
    expect(normalizeEmail(raw)).toBeNull();
  });

  it('is at most 254 characters in the form that is kept', () => {
    const label = `${'ø'.repeat(10)}æåé.`;

    expect(normalizeEmail(`a@${label.repeat(8)}dk`)).toHaveLength(172);
    expect(normalizeEmail(`a@${label.repeat(16)}dk`)).toBeNull();
  });

  it('stays as it is when it is kept again, and never holds what could end a header', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^[^@]{1,20}@[^@]{1,20}\.dk$/),
        ),
        (raw) => {
          const kept = normalizeEmail(raw);
          if (kept === null) return;
          expect(normalizeEmail(kept)).toBe(kept);
          expect(kept).toMatch(/^[!-~]{3,254}$/);
          expect(kept.split('@')).toHaveLength(2);
        },
      ),
      { numRuns: 2_000, seed: TEST_SEED },
    );
  });
});
