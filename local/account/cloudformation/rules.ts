import type { Template } from '../../template/types.ts';
import { Refusal } from '../refusal.ts';

/**
 * Holds the parameters to the template's own rules, such as the CDK's that the account's bootstrap is
 * new enough.
 *
 * @throws Refusal with the sentence of the first assertion that does not hold
 */
export function assertRules(
  template: Template,
  parameters: Readonly<Record<string, unknown>>,
): void {
  for (const [name, { Assertions = [] }] of Object.entries(template.Rules ?? {})) {
    for (const { Assert, AssertDescription } of Assertions) {
      if (holds(Assert, parameters)) continue;
      throw new Refusal(
        'ValidationError',
        `Template error: Rule ${name} failed: ${AssertDescription ?? JSON.stringify(Assert)}`,
      );
    }
  }
}

function holds(expression: unknown, parameters: Readonly<Record<string, unknown>>): boolean {
  const value = (operand: unknown) => {
    const { Ref } = (operand ?? {}) as { Ref?: string };
    return Ref === undefined ? operand : parameters[Ref];
  };
  const [[name, argument] = ['', []]] = Object.entries(expression ?? {}) as [string, unknown[]][];
  switch (name) {
    case 'Fn::Contains':
      return (value(argument[0]) as unknown[]).map(String).includes(String(value(argument[1])));
    case 'Fn::Equals':
      return String(value(argument[0])) === String(value(argument[1]));
    case 'Fn::Not':
      return !holds(argument[0], parameters);
    case 'Fn::And':
      return argument.every((operand) => holds(operand, parameters));
    case 'Fn::Or':
      return argument.some((operand) => holds(operand, parameters));
    default:
      throw new Refusal('ValidationError', `Template error: ${name} in a rule is not known here`);
  }
}
