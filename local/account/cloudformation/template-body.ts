import { parseDocument } from 'yaml';
import type { Template } from '../../template/types.ts';
import { Refusal } from '../refusal.ts';

/** Reads a template as it is sent: JSON, or YAML without the short forms (`!Ref`). */
export function readTemplate(body: string): Template {
  const template = body.trimStart().startsWith('{') ? readJson(body) : readYaml(body);
  const resources = (template as Partial<Template> | null)?.Resources;
  if (typeof resources !== 'object' || resources === null || Object.keys(resources).length === 0) {
    throw malformed('At least one Resources member must be defined.');
  }
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (typeof resource?.Type === 'string') continue;
    throw malformed(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`);
  }
  return template as Template;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw malformed(`JSON not well-formed. (${(error as Error).message})`);
  }
}

function readYaml(body: string): unknown {
  const document = parseDocument(body);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw malformed(`YAML not well-formed. (${problem.message})`);
  return document.toJS();
}

function malformed(what: string): Refusal {
  return new Refusal('ValidationError', `Template format error: ${what}`);
}
