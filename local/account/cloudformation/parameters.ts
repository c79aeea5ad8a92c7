import type { Template } from '../../template/types.ts';
import { Refusal } from '../refusal.ts';
import type { ParameterRecord } from './record.ts';

const FROM_SSM = /^AWS::SSM::Parameter::Value</;
const LIST = /^(CommaDelimitedList|List<.*>|AWS::SSM::Parameter::Value<List<.*>>)$/;

/**
 * What the template's parameters are for this deploy: given, as before, or their default.
 *
 * @throws Refusal when one has no value, one is given that the template does not know, or Systems
 *   Manager has none of that name
 */
export function readParameters(
  template: Template,
  given: readonly Record<string, string>[],
  before: readonly ParameterRecord[],
  ssm: (name: string) => string | null,
): ParameterRecord[] {
  const declared = template.Parameters ?? {};
  const byKey = new Map(given.map((one) => [one.ParameterKey ?? '', one]));
  const unknown = [...byKey.keys()].filter((key) => !(key in declared));
  if (unknown.length > 0) {
    throw new Refusal(
      'ValidationError',
      `Parameters: [${unknown.join(', ')}] do not exist in the template`,
    );
  }
  return Object.entries(declared).map(([key, { Type, Default, NoEcho }]) => {
    const one = byKey.get(key);
    const value =
      one?.UsePreviousValue === 'true'
        ? before.find((earlier) => earlier.key === key)?.value
        : (one?.ParameterValue ?? (Default === undefined ? undefined : String(Default)));
    if (value === undefined) {
      throw new Refusal('ValidationError', `Parameters: [${key}] must have values`);
    }
    const hidden = String(NoEcho) === 'true';
    if (!FROM_SSM.test(Type)) return { key, value, hidden };
    const resolved = ssm(value);
    if (resolved === null) {
      throw new Refusal(
        'ValidationError',
        `Unable to fetch parameters [${value}] from parameter store for this account.`,
      );
    }
    return { key, value, resolved, hidden };
  });
}

/** As the template's functions see them: a list is a list. */
export function valuesOf(
  template: Template,
  parameters: readonly ParameterRecord[],
): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map(({ key, value, resolved }) => {
      const text = resolved ?? value;
      return [key, LIST.test(template.Parameters?.[key]?.Type ?? '') ? text.split(',') : text];
    }),
  );
}
