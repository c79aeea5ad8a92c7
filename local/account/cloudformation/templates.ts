import type { StackTemplate, Template } from '../../template/types.ts';
import { valuesOf } from './parameters.ts';
import type { Deployed, StackRecord } from './record.ts';

/** A stack as the template engine reads it. */
export function toTemplate(stack: StackRecord, deployed: Deployed): StackTemplate {
  return {
    stackName: stack.name,
    stackId: stack.id,
    template: deployed.template,
    parameters: valuesOf(deployed.template, deployed.parameters),
    assets: new Map(),
  };
}

/** Every name that a template imports, wherever it stands; names are plain where the CDK writes them. */
export function importsOf(template: Template): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Fn::ImportValue' && typeof inner === 'string') found.add(inner);
      look(inner);
    }
  };
  look(template.Resources);
  look(template.Outputs);
  return found;
}
