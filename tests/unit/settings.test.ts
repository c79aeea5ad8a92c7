import { describe, expect, it } from 'vitest';
import { patchSettings } from '../../domain/schools/settings.ts';
import type { DomainError } from '../../domain/shared/errors.ts';

function refusedFields(patch: Record<string, unknown>) {
  try {
    return patchSettings({}, patch);
  } catch (error) {
    const { errors = [] } = (error as DomainError).details as { errors?: object[] };
    return errors;
  }
}

describe('a patch of settings', () => {
  it('gives a default back where it clears a setting, or a group of them', () => {
    const changes = { booking: { leadMinutes: 5, maxActive: 3 }, messages: { sms: false } };

    const next = patchSettings(changes, { booking: { leadMinutes: null }, messages: null });

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
