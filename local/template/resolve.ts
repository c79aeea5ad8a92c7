import { type Resource, type StackTemplate, type Template, TemplateError } from './types.ts';

/** What CloudFormation knows of a resource once it exists: `Ref` and the attributes of `Fn::GetAtt`. */
export type Attributes = { Ref: string } & Record<string, string>;

/** Tells the attributes of one resource; may resolve the resource's own properties on the way. */
export type DescribeResource = (
  resource: Resource,
  place: { stackName: string; logicalId: string },
  resolve: (value: unknown) => unknown,
) => Attributes;

export type ResolverOptions = {
  stacks: readonly StackTemplate[];
  region: string;
  account: string;
  describe: DescribeResource;
};

const INTRINSICS = new Set([
  'Fn::GetAtt',
  'Fn::Join',
  'Fn::Sub',
  'Fn::Select',
  'Fn::Split',
  'Fn::ImportValue',
  'Fn::If',
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
]);

/** Stands for `AWS::NoValue`: the property or list element that holds it disappears. */
const NOTHING = Symbol('AWS::NoValue');

/**
 * Resolves the intrinsic functions of synthesized templates against resources that exist on this
 * machine. The list of functions is closed: another one stops the start with a line naming it.
 */
export class Resolver {
  readonly #stacks: ReadonlyMap<string, Template>;
  readonly #given: ReadonlyMap<string, StackTemplate>;
  readonly #pseudo: Record<string, string>;
  readonly #describe: DescribeResource;
  readonly #described = new Map<string, Attributes>();

  constructor(options: ResolverOptions) {
    this.#stacks = new Map(options.stacks.map((stack) => [stack.stackName, stack.template]));
    this.#given = new Map(options.stacks.map((stack) => [stack.stackName, stack]));
    this.#describe = options.describe;
    this.#pseudo = {
      'AWS::Region': options.region,
      'AWS::AccountId': options.account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
    };
    for (const [stackName, template] of this.#stacks) assertKnownIntrinsics(template, stackName);
  }

  /** A value of this stack's template with every function in it carried out. */
  resolve(stackName: string, value: unknown): unknown {
    const resolved = this.#value(stackName, value);
    return resolved === NOTHING ? undefined : resolved;
  }

  /** `Ref` and attributes of a resource. */
  attributes(stackName: string, logicalId: string): Attributes {
    const key = `${stackName}/${logicalId}`;
    const known = this.#described.get(key);
    if (known !== undefined) return known;
    const resource = this.#template(stackName).Resources[logicalId];
    if (resource === undefined) throw new TemplateError(`${key}: no such resource`);
    const attributes = this.#describe(resource, { stackName, logicalId }, (value) =>
      this.resolve(stackName, value),
    );
    this.#described.set(key, attributes);
    return attributes;
  }

  /** Whether a condition of the stack holds; a resource without one always exists. */
  condition(stackName: string, name: string | undefined): boolean {
    if (name === undefined) return true;
    const expression = this.#template(stackName).Conditions?.[name];
    if (expression === undefined) throw new TemplateError(`${stackName}: no condition ${name}`);
    return this.#truth(stackName, expression);
  }

  #template(stackName: string): Template {
    const template = this.#stacks.get(stackName);
    if (template === undefined) throw new TemplateError(`no stack ${stackName}`);
    return template;
  }

  #value(stack: string, value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.#value(stack, item)).filter((item) => item !== NOTHING);
    }
    if (typeof value === 'string' && value.includes('{{resolve:')) {
      throw new TemplateError(`${stack}: dynamic reference ${value} is not known to the runner`);
    }
    if (!isRecord(value)) return value;
    const keys = Object.keys(value);
    const name = keys[0];
    if (keys.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.#call(stack, name, value[name]);
    }
    const entries = keys.map((key) => [key, this.#value(stack, value[key])] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== NOTHING));
  }

  #call(stack: string, name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.#reference(stack, String(argument));
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = Array.isArray(argument)
          ? [String(argument[0]), String(this.#value(stack, argument[1]))]
          : splitOnce(String(argument), '.');
        return this.#attribute(stack, logicalId, attribute);
      }
      case 'Fn::Join': {
        const [separator, list] = argument as [string, unknown];
        return (this.#value(stack, list) as unknown[]).map(String).join(separator);
      }
      case 'Fn::Sub':
        return this.#substitute(stack, argument);
      case 'Fn::Select': {
        const [index, list] = this.#value(stack, argument) as [unknown, unknown[]];
        const item = list[Number(index)];
        if (item === undefined) throw new TemplateError(`${stack}: Fn::Select ${index} of nothing`);
        return item;
      }
      case 'Fn::Split': {
        const [separator, text] = this.#value(stack, argument) as [string, string];
        return text.split(separator);
      }
      case 'Fn::ImportValue':
        return this.#imported(String(this.#value(stack, argument)));
      case 'Fn::If': {
        const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
        return this.#value(stack, this.condition(stack, condition) ? whenTrue : whenFalse);
      }
      default:
        return this.#truth(stack, { [name]: argument });
    }
  }

  #reference(stack: string, name: string): unknown {
    if (name === 'AWS::NoValue') return NOTHING;
    if (name === 'AWS::StackName') return stack;
    if (name === 'AWS::StackId') {
      const id = this.#given.get(stack)?.stackId;
      if (id !== undefined) return id;
      return `arn:aws:cloudformation:${this.#pseudo['AWS::Region']}:${this.#pseudo['AWS::AccountId']}:stack/${stack}/local`;
    }
    const pseudo = this.#pseudo[name];
    if (pseudo !== undefined) return pseudo;
    const given = this.#given.get(stack)?.parameters?.[name];
    if (given !== undefined) return given;
    const parameter = this.#template(stack).Parameters?.[name];
    if (parameter !== undefined) {
      if (parameter.Default === undefined) {
        throw new TemplateError(`${stack}: parameter ${name} has no default`);
      }
      return parameter.Default;
    }
    return this.attributes(stack, name).Ref;
  }

  #attribute(stack: string, logicalId: string, attribute: string): string {
    const value = this.attributes(stack, logicalId)[attribute];
    if (value === undefined) {
      const type = this.#template(stack).Resources[logicalId]?.Type;
      throw new TemplateError(
        `${stack}/${logicalId}: attribute ${attribute} of ${type} is unknown`,
      );
    }
    return value;
  }

  #substitute(stack: string, argument: unknown): string {
    const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      if (name in own) return String(this.#value(stack, own[name]));
      if (!name.includes('.')) return String(this.#reference(stack, name));
      return this.#attribute(stack, ...splitOnce(name, '.'));
    });
  }

  #imported(exportName: string): unknown {
    for (const [stackName, template] of this.#stacks) {
      for (const output of Object.values(template.Outputs ?? {})) {
        if (output.Export === undefined) continue;
        if (this.#value(stackName, output.Export.Name) === exportName) {
          return this.#value(stackName, output.Value);
        }
      }
    }
    throw new TemplateError(`no stack exports ${exportName}`);
  }

  #truth(stack: string, expression: unknown): boolean {
    if (!isRecord(expression)) throw new TemplateError(`${stack}: odd condition`);
    const [name, argument] = Object.entries(expression)[0] ?? ['', undefined];
    const operands = argument as unknown[];
    switch (name) {
      case 'Condition':
        return this.condition(stack, String(argument));
      case 'Fn::Equals': {
        const [left, right] = this.#value(stack, operands) as [unknown, unknown];
        return String(left) === String(right);
      }
      case 'Fn::And':
        return operands.every((operand) => this.#truth(stack, operand));
      case 'Fn::Or':
        return operands.some((operand) => this.#truth(stack, operand));
      case 'Fn::Not':
        return !this.#truth(stack, operands[0]);
      default:
        throw new TemplateError(`${stack}: ${name} is not known to the runner`);
    }
  }
}

/** Looks at the whole template, also at what the runner never resolves (IAM), so that the list stays closed. */
export function assertKnownIntrinsics(value: unknown, place: string): void {
  if (Array.isArray(value)) {
    for (const item of value) assertKnownIntrinsics(item, place);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key.startsWith('Fn::') && !INTRINSICS.has(key) && Object.keys(value).length === 1) {
        throw new TemplateError(`${place}: ${key} is not an intrinsic the local runner knows`);
      }
      // The validation rules of a template (`Rules`) have functions of their own and bind nothing here.
      if (key !== 'Rules') assertKnownIntrinsics(item, place);
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `a.b.c` at the first dot: `a`, `b.c`. */
function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, 'Ref'] : [text.slice(0, at), text.slice(at + 1)];
}
