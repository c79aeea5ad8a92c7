import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSignedBy, sign } from '../../domain/integrations/signature.ts';

const SECRET = 'a-secret-of-some-length';
const NOW = 1_795_420_800;
const BODY = '{"schoolRef":"nordby"}';

describe('a signature', () => {
  it('is what the contract says, spelled out', () => {
    const code = createHmac('sha256', SECRET).update(`${NOW}.${BODY}`).digest('hex');

    expect(sign([SECRET], BODY, NOW)).toBe(`t=${NOW},v1=${code}`);
  });

  it.each([
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
  ])('made %i seconds away is taken: %s', (seconds, taken) => {
    expect(isSignedBy([SECRET], sign([SECRET], BODY, NOW + seconds), BODY, NOW)).toBe(taken);
  });

  it('is taken by either secret while one is rotated, on either side', () => {
    const both = sign(['new-secret', 'old-secret'], BODY, NOW);

    expect(isSignedBy(['old-secret'], both, BODY, NOW)).toBe(true);
    expect(isSignedBy(['new-secret'], both, BODY, NOW)).toBe(true);
    expect(
      isSignedBy(['new-secret', 'old-secret'], sign(['old-secret'], BODY, NOW), BODY, NOW),
    ).toBe(true);
    expect(isSignedBy(['third-secret'], both, BODY, NOW)).toBe(false);
  });

  const good = sign([SECRET], BODY, NOW);
  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['no time', good.replace(/^t=\d+,/, '')],
    ['two times', `t=${NOW},${good}`],
    ['another time', good.replace(String(NOW), String(NOW + 1))],
    ['a time that is no number', good.replace(String(NOW), 'now')],
    ['an upper-case code', good.toUpperCase()],
    ['a cut code', good.slice(0, -2)],
    ['another scheme', good.replace('v1', 'v0')],
    ['a very long header', `${good},${'v1=0,'.repeat(400)}`],
  ])('that is %s is refused', (_, header) => {
    expect(isSignedBy([SECRET], header, BODY, NOW)).toBe(false);
  });

  it('fits no other body, secret or bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (body, other, header) => {
        const signed = sign([SECRET], body, NOW);

        expect(isSignedBy([SECRET], signed, Buffer.from(body), NOW)).toBe(true);
        expect(isSignedBy([SECRET], signed, other, NOW)).toBe(body === other);
        expect(isSignedBy([`${SECRET}${other}x`], signed, body, NOW)).toBe(false);
        expect(isSignedBy([SECRET], header, body, NOW)).toBe(false);
      }),
    );
  });
});
