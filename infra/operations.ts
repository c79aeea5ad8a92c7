import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../functions/shared/operation.ts';
import type { Worker } from '../functions/shared/worker.ts';

/** What one area runs: its HTTP operations and its background functions. */
export type Area = { operations: readonly Operation[]; workers: readonly Worker[] };
export type Areas = Readonly<Record<string, Area>>;

/** A mistake in the source that synth refuses to deploy; its message is for a person to read alone. */
export class SynthError extends Error {
  override name = 'SynthError';
}

/** One function to build and deploy: an operation or a worker, where it lives. */
export type FunctionSource = { area: string; name: string; handlerFile: string };

/** Every function of every area, in the order of the route table. */
export function functionSources(areas: Areas, functionsDirectory: string): FunctionSource[] {
  return Object.entries(areas).flatMap(([area, { operations, workers }]) =>
    [...operations, ...workers].map(({ name }) => ({
      area,
      name,
      handlerFile: join(functionsDirectory, area, `${name}.ts`),
    })),
  );
}

const CONTRACT = '.contract.ts';
/** Folders of `functions/` that are no area. */
const SHARED = 'shared';

/**
 * Compares three statements of the same list: contracts on disk, handlers on disk, and what
 * `functions/routes.ts` collects.
 *
 * @throws SynthError with one line per file that lacks its counterpart
 */
export function checkAreas(areas: Areas, functionsDirectory: string): void {
  const problems: string[] = [];
  const folders = readdirSync(functionsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map((entry) => entry.name);

  for (const area of new Set([...folders, ...Object.keys(areas)])) {
    const folder = join(functionsDirectory, area);
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => file.endsWith('.ts'))
      : [];
    const contracts = files
      .filter((file) => file.endsWith(CONTRACT))
      .map((file) => file.slice(0, -CONTRACT.length));
    const handlers = files
      .filter((file) => !file.endsWith(CONTRACT))
      .map((file) => file.slice(0, -'.ts'.length));
    const collected = [...(areas[area]?.operations ?? []), ...(areas[area]?.workers ?? [])].map(
      ({ name }) => name,
    );
    const at = (name: string, ending: string) => `functions/${area}/${name}${ending}`;

    for (const name of contracts) {
      if (!handlers.includes(name)) {
        problems.push(`${at(name, CONTRACT)} has no handler: ${at(name, '.ts')} is missing`);
      }
      if (!collected.includes(name)) {
        problems.push(`${at(name, CONTRACT)} is not collected in functions/routes.ts`);
      }
    }
    for (const name of handlers) {
      if (!contracts.includes(name)) {
        problems.push(
          `${at(name, '.ts')} has no contract: ${at(name, CONTRACT)} is missing ` +
            `(a module that is no handler belongs in functions/shared or functions/${area}/lib)`,
        );
      }
    }
    for (const name of collected) {
      if (!contracts.includes(name)) {
        problems.push(
          `functions/routes.ts collects "${name}" in ${area}, but ${at(name, CONTRACT)} is missing`,
        );
      }
    }
  }
  problems.push(...duplicates(areas), ...uncounted(areas));
  fail(problems);
}

/** Two functions of one name would fight over the name in the account; two of one route, over calls. */
function duplicates(areas: Areas): string[] {
  const problems: string[] = [];
  const names = new Map<string, string>();
  const routes = new Map<string, string>();
  for (const [area, { operations, workers }] of Object.entries(areas)) {
    for (const { name } of [...operations, ...workers]) {
      const other = names.get(name);
      if (other !== undefined)
        problems.push(`"${name}" names a function of ${other} and of ${area}`);
      names.set(name, area);
    }
    for (const operation of operations) {
      // API Gateway takes `/a/{x}` and `/a/{y}` for one route
      const route = routeKey(operation).replaceAll(/\{[^}]+\}/g, '{}');
      const other = routes.get(route);
      if (other !== undefined) {
        problems.push(`${routeKey(operation)} is the route of ${other} and of ${operation.name}`);
      }
      routes.set(route, operation.name);
    }
  }
  return problems;
}

/** A limit without its counter would let every request through. */
function uncounted(areas: Areas): string[] {
  return Object.values(areas)
    .flatMap(({ operations }) => operations)
    .filter(({ rateLimit, needs }) => rateLimit !== undefined && needs.rateLimits !== true)
    .map(({ name }) => `"${name}" has a rateLimit, but its needs lack rateLimits`);
}

/** API Gateway's name of a route: `POST /schools/{schoolId}/students`. */
export function routeKey({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/**
 * Compares the routes without an authorizer to the list of those that may be.
 *
 * @throws SynthError naming every route on one side only
 */
export function checkPublicRoutes(areas: Areas, allowed: readonly string[]): void {
  const open = Object.values(areas)
    .flatMap(({ operations }) => operations)
    .filter(({ who }) => who === 'public')
    .map(routeKey);
  fail([
    ...open
      .filter((route) => !allowed.includes(route))
      .map(
        (route) => `${route} is public in its contract but not listed in infra/public-routes.ts`,
      ),
    ...allowed
      .filter((route) => !open.includes(route))
      .map((route) => `${route} is listed in infra/public-routes.ts but no public contract has it`),
  ]);
}

function fail(problems: readonly string[]): void {
  if (problems.length > 0) throw new SynthError(problems.join('\n'));
}
