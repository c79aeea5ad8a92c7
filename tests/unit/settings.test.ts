import { describe, expect, it } from 'vitest';
import { patchSettings, settingsWith } from '../../domain/schools/settings.ts';
import { DomainError } from '../../domain/shared/errors.ts';

describe('money in the settings of a school', () => {
  it('is in its own currency until it is changed', () => {
    const { finance } = settingsWith({}, 'SEK');

    expect(finance.dunning.fee).toEqual({ amount: 10_000, currency: 'SEK' });
    expect(finance.settlement.fee).toEqual({ amount: 0, currency: 'SEK' });
  });

  // A fee in EUR was taken by a school that charges in DKK.
  it.each(['dunning', 'settlement'])('is in no other currency: the fee of %s', (part) => {
    const patch = { finance: { [part]: { fee: { currency: 'EUR' } } } };

    expect(refusal(() => patchSettings({}, patch, 'DKK'))).toMatchObject({
      code: 'invalid',
      details: { errors: [{ path: `/finance/${part}/fee/currency`, code: 'wrong_currency' }] },
    });
  });

  it('may change in the currency of the school', () => {
    const patch = { finance: { dunning: { fee: { amount: 5_000, currency: 'NOK' } } } };

    expect(patchSettings({}, patch, 'NOK')).toEqual(patch);
  });
});

function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
