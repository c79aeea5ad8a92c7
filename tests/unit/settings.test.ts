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

describe('a patch of settings', () => {
  it('gives a default back where it clears a setting, or a group of them', () => {
    const changes = { booking: { leadMinutes: 5, maxActive: 3 }, messages: { sms: false } };

    const clears = { booking: { leadMinutes: null }, messages: null };

    const next = patchSettings(changes, clears, 'DKK');

    expect(next).toEqual({ booking: { maxActive: 3 } });
  });

  it.each([
    [{ foo: null }, '/foo'],
    [{ booking: { leadMinuts: null } }, '/booking/leadMinuts'],
    [{ finance: { dunning: { fees: null } } }, '/finance/dunning/fees'],
    [{ toString: null }, '/toString'],
    [{ foo: 1 }, '/foo'],
    [{ booking: { leadMinuts: 1 } }, '/booking/leadMinuts'],
  ])('is refused for a field that no setting has, cleared or not: %j', (patch, path) => {
    expect(refusedFields(patch)).toMatchObject([{ path, code: 'unknown_field' }]);
  });

  it('names all that is wrong with it', () => {
    const fields = refusedFields({ booking: { leadMinutes: -1, leadMinuts: null }, foo: null });

    expect(fields).toMatchObject([
      { path: '/booking/leadMinutes', code: 'too_small' },
      { path: '/booking/leadMinuts', code: 'unknown_field' },
      { path: '/foo', code: 'unknown_field' },
    ]);
  });
});

function refusedFields(patch: Record<string, unknown>) {
  return refusal(() => patchSettings({}, patch, 'DKK')).details.errors;
}

function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
