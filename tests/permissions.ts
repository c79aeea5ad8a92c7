import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GrantedStatement, PermissionReport } from '../local/iam/permissions.ts';

/** Where the stacks of the test projects leave what their functions were granted and needed. */
const REPORTS = join(import.meta.dirname, '../.build/permissions');

/** The projects whose tests make functions call AWS. */
export const CALLING_PROJECTS = ['flows', 'faults'];

/**
 * What all tests together say of the template's policies: nothing was refused, so they suffice;
 * and which statements no test needed. Null when a report is missing.
 */
export function readPermissions(): { line: string; problems: string[]; idle: string[] } | null {
  const files = CALLING_PROJECTS.map((project) => join(REPORTS, `${project}.json`));
  if (!files.every(existsSync)) return null;
  const reports = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as PermissionReport);
  const statements = new Map<string, GrantedStatement>();
  for (const statement of reports.flatMap((report) => report.statements)) {
    const { function: fn, actions, resources, used } = statement;
    const key = [fn, ...actions, ...resources].join(' ');
    const known = statements.get(key)?.used ?? [];
    statements.set(key, { ...statement, used: [...new Set([...known, ...used])] });
  }
  const all = [...statements.values()];
  const idle = all.filter(({ used }) => used.length === 0);
  const denied = new Set(reports.flatMap((report) => report.denied));
  return {
    line: `${all.length} statements, ${idle.length} never needed, ${denied.size} calls refused`,
    problems: [...denied].map((call) => `refused: ${call}`),
    idle: idle.map(
      ({ function: fn, actions, resources }) =>
        `never needed: ${fn} ${actions.join(', ')} on ${resources.join(', ')}`,
    ),
  };
}
