import type { Resource } from '../../template/types.ts';
import type { Change, Deployed, ResourceRecord } from './record.ts';

/**
 * What a deploy would do to each resource, by the templates and parameters alone: nothing is resolved,
 * so that a template nobody can carry out still shows what it wants.
 */
export function changesBetween(
  before: Deployed | null,
  wanted: Deployed,
  standing: readonly ResourceRecord[],
): Change[] {
  const old = before?.template.Resources ?? {};
  const moved = movedParameters(before, wanted);
  const physicalId = (logicalId: string) =>
    standing.find((resource) => resource.logicalId === logicalId)?.physicalId;
  const changes: Change[] = [];
  for (const [logicalId, resource] of Object.entries(wanted.template.Resources)) {
    const earlier = old[logicalId];
    const change = { logicalId, type: resource.Type };
    if (earlier === undefined) changes.push({ ...change, action: 'Add', replacement: false });
    else if (!isSame(earlier, resource) || mentions(resource, moved)) {
      const id = physicalId(logicalId);
      const replacement = isRenamed(earlier, resource);
      changes.push({ ...change, action: 'Modify', replacement, ...(id && { physicalId: id }) });
    }
  }
  for (const [logicalId, { Type }] of Object.entries(old)) {
    if (logicalId in wanted.template.Resources) continue;
    const id = physicalId(logicalId);
    const change = { logicalId, type: Type, replacement: false };
    changes.push({ ...change, action: 'Remove', ...(id && { physicalId: id }) });
  }
  return changes;
}

/** Whether a deploy would find nothing to do, outputs and tags included. */
export function isSameDeploy(before: Deployed | null, wanted: Deployed): boolean {
  if (before === null) return false;
  const said = ({ template, parameters, tags }: Deployed) => {
    const { Description: _, ...rest } = template;
    return JSON.stringify([rest, parameters, tags]);
  };
  return said(before) === said(wanted);
}

function movedParameters(before: Deployed | null, wanted: Deployed): string[] {
  return wanted.parameters
    .filter(({ key, value, resolved }) => {
      const earlier = before?.parameters.find((one) => one.key === key);
      return earlier !== undefined && (earlier.resolved ?? earlier.value) !== (resolved ?? value);
    })
    .map(({ key }) => key);
}

function mentions(resource: Resource, parameters: readonly string[]): boolean {
  const text = JSON.stringify(resource);
  return parameters.some((key) => text.includes(`"Ref":"${key}"`) || text.includes(`\${${key}}`));
}

function isSame(a: Resource, b: Resource): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Another type or another name of its own makes another resource. */
function isRenamed(a: Resource, b: Resource): boolean {
  const names = (resource: Resource) =>
    Object.entries(resource.Properties ?? {}).filter(([key]) => /^([A-Z]\w*)?Name$/.test(key));
  return a.Type !== b.Type || JSON.stringify(names(a)) !== JSON.stringify(names(b));
}
