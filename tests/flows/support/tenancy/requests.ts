import { areas } from '../../../../functions/routes.ts';
import type { Operation } from '../../../../functions/shared/operation.ts';
import { type Answer, api } from '../api.ts';
import { GOOD_BODIES, type Ids } from '../bodies.ts';
import type { School } from '../people.ts';
import type { Caller } from './cast.ts';
import { type Answered, HARMLESS } from './expected.ts';

export const operations: readonly Operation[] = Object.values(areas).flatMap(
  (area) => area.operations as readonly Operation[],
);

/** What a query cannot do without. */
const QUERIES: Readonly<Record<string, (ids: Ids) => string>> = {
  'list-free-slots': ({ span }) => `?${span}`,
  'export-finance': ({ days }) => `?${days}`,
  'get-finance-report': ({ days }) => `?${days}`,
};

/** These change a draft, or remove one. */
const ABOUT_DRAFTS = ['change-invoice', 'issue-invoice', 'remove-invoice'];

/** The ids of a set as one operation's path names them. */
export function idsFor({ name }: Operation, things: Ids): Ids {
  const { invoiceId = '', draftId = '' } = things;
  const drafts = ABOUT_DRAFTS.includes(name) && { invoiceId: draftId, issuedId: invoiceId };
  return { ...things, key: 'welcome', language: 'da', ...drafts };
}

export function pathOf(
  operation: Operation,
  school: Pick<School, 'id' | 'slug'>,
  ids: Ids,
): string {
  const names: Ids = { ...ids, schoolId: school.id, slug: school.slug };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`${operation.name}: say what {${name}} is`);
    return value;
  });
  return path + (QUERIES[operation.name]?.(ids) ?? '');
}

const ofStudents = { 'cancel-booking': () => ({ reason: 'Ny' }) };

/** Of those who may say less than an administrator: students cancel on nobody's behalf, teachers give no lesson away. */
const BODIES_OF: Partial<Record<Caller, Record<string, (ids: Ids) => unknown>>> = {
  student: ofStudents,
  invited: ofStudents,
  teacher: { 'change-booking': () => ({ notes: 'Ny' }) },
};

/** The things that an operation's good body names. */
export function namedInBody(operation: Operation, ids: Ids): string[] {
  const named = new Set<string>();
  const watched = new Proxy(ids, {
    get: (all, name: string) => {
      if (/Id$/.test(name) && name !== 'moduleId') named.add(name);
      return all[name];
    },
  });
  GOOD_BODIES[operation.name]?.(watched);
  return [...named];
}

/** A request that nothing is wrong with: who should be refused must be, or rows would change. */
export function goodRequest(operation: Operation, ids: Ids, caller?: Caller): unknown {
  const body = (BODIES_OF[caller ?? 'admin']?.[operation.name] ?? GOOD_BODIES[operation.name])?.(
    ids,
  );
  if (operation.body !== undefined && body === undefined) {
    throw new Error(`${operation.name}: say what a good body is`);
  }
  return body;
}

/** Of somebody who may do it: the same with a field that nobody knows, or about what cannot change. */
export function harmlessRequest(operation: Operation, ids: Ids): { ids: Ids; body: unknown } {
  if (operation.body === undefined) {
    return { ids: { ...ids, ...HARMLESS[operation.name]?.params?.(ids) }, body: undefined };
  }
  return { ids, body: { ...(goodRequest(operation, ids) as object), nobodyKnowsThis: true } };
}

export function send(
  { method }: Operation,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<Answer> {
  return api(method, path, { token, ...(body !== undefined && method !== 'GET' && { body }) });
}

/** Status and code, or the gateway's own message. */
export function saidBy({ status, body }: Answer): Answered {
  const why = status < 300 ? undefined : (body?.code ?? body?.message);
  return why === undefined ? [status] : [status, why];
}
