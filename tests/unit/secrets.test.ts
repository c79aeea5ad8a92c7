import { describe, expect, it } from 'vitest';
import { deriveKeys, hashToken, sameText } from '../../domain/shared/secrets.ts';

const ROOT = 'r'.repeat(64);

describe('the keys of a deployment', () => {
  it('give the same text the same code, and each purpose another', () => {
    const [keys, again] = [deriveKeys(ROOT), deriveKeys(ROOT)];
    const codes = [keys.email('x'), keys.rate('x'), keys.linkToken('x'), keys.cursor('x')];

    expect([again.email('x'), again.rate('x'), again.linkToken('x'), again.cursor('x')]).toEqual(
      codes,
    );
    expect(new Set(codes).size).toBe(4);
  });

  it('are pinned: rows and mailed links made long ago must still be found', () => {
    const keys = deriveKeys(ROOT);

    expect(keys.email('anna@example.dk')).toBe('Ek8OSKPtRf8rtja0B17w9HZAUIje_U4KJdxffzBN3pQ');
    expect(keys.linkToken('ntf_01kat5n8x0e4vv6h7w7b1q2r3s')).toBe(
      'MKZA9bZDP38LB_xDagN0Lrib0ZkM3jNfbUBdW_NgeaA',
    );
  });

  it('make codes of 256 bits that are safe in a URL and in a row key', () => {
    expect(deriveKeys(ROOT).linkToken('ntf')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('differ between deployments, and need a long root', () => {
    expect(deriveKeys('s'.repeat(64)).email('x')).not.toBe(deriveKeys(ROOT).email('x'));
    expect(() => deriveKeys('short')).toThrow('32 characters');
  });
});

describe('a stored token', () => {
  it('is the SHA-256 of the token', () => {
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('comparing secret texts', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'abcd', false],
    ['', '', true],
    ['é', 'é', true],
    ['é', 'e', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(sameText(a, b)).toBe(expected);
  });
});
