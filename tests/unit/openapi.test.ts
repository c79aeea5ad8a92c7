import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handler as getDocs } from '../../functions/meta/get-docs.ts';
import { handler as getOpenapi } from '../../functions/meta/get-openapi.ts';
import { areas } from '../../functions/routes.ts';
import { codesOf } from '../../functions/shared/openapi/codes.ts';
import { describeApi } from '../../functions/shared/openapi/document.ts';
import type { Operation } from '../../functions/shared/operation.ts';

const repository = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, repository), 'utf8');
const committed = JSON.parse(read('functions/shared/openapi/openapi.json'));
const operations: Operation[] = Object.values(areas).flatMap((area) => [...area.operations]);
const described = ({ path, method }: Operation) => committed.paths[path]?.[method.toLowerCase()];

describe('the OpenAPI document', () => {
  it('is the one that today’s contracts give: after a change run `npm run openapi`', () => {
    const { version } = JSON.parse(read('package.json'));

    expect(committed).toEqual(JSON.parse(JSON.stringify(describeApi(areas, version))));
  });

  it('tells every operation, each under a name of its own', () => {
    const names = operations.map((operation) => described(operation)?.operationId);

    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(operations.length);
  });

  it('asks for a token exactly where the contract does', () => {
    for (const operation of operations) {
      const open = operation.who === 'public';
      expect(described(operation).security, operation.name).toEqual(open ? [] : undefined);
    }
    expect(committed.security).toEqual([{ accessToken: [] }]);
  });

  it('names the roles of an operation and how much each sees', () => {
    const { description } = committed.paths['/schools/{schoolId}/students'].get;

    expect(description).toContain('teachers (what they teach and students assigned to them)');
    expect(description).toContain('platform administrators');
  });

  it('lists the refusals of an operation under their status', () => {
    const { responses } = committed.paths['/schools/{schoolId}/students'].post;

    expect(responses['409'].description).toContain('`already_enrolled`');
    expect(responses['422'].description).toContain('`idempotency_key_reused`');
    expect(Object.keys(responses['409'].content)).toEqual(['application/problem+json']);
  });

  it('names every path parameter that its path has', () => {
    for (const operation of operations) {
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told = (described(operation).parameters ?? [])
        .filter((parameter: { in: string }) => parameter.in === 'path')
        .map((parameter: { name: string }) => parameter.name);
      expect(told.sort(), operation.name).toEqual(inPath.sort());
    }
  });

  it('points only at schemas that it has', () => {
    const references = [
      ...JSON.stringify(committed).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g),
    ];

    expect(references.length).toBeGreaterThan(0);
    for (const [, name] of references)
      expect(committed.components.schemas).toHaveProperty(name ?? '');
  });

  it('takes no unknown field, and lets answers grow', () => {
    const { Registration, Student } = committed.components.schemas;

    expect(Registration.additionalProperties).toBe(false);
    expect(Student).not.toHaveProperty('additionalProperties');
  });
});

describe('codes that follow from the shape of an operation', () => {
  const operation: Operation = {
    name: 'read-thing',
    method: 'GET',
    path: '/things',
    summary: 'Reads things',
    who: 'public',
    response: { status: 200 },
    needs: {},
  };

  it('are none for one that reads nothing and asks nobody', () => {
    expect(codesOf(operation)).toEqual([]);
  });

  it('are those of the token, the role and the suspended school for a write inside a school', () => {
    const codes = codesOf({
      ...operation,
      method: 'DELETE',
      path: '/schools/{schoolId}/things',
      who: { school_admin: 'school' },
      needs: { table: 'write' },
    });

    expect(codes).toEqual([
      'invalid_token',
      'forbidden',
      'membership_disabled',
      'school_suspended',
      'busy',
    ]);
  });
});

describe('GET /openapi.json', () => {
  it('serves the committed document, well under what a function may answer', async () => {
    const { body = '', headers } = await getOpenapi();

    expect(headers?.['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual(committed);
    expect(body.length).toBeLessThan(600_000);
  });
});

describe('GET /docs', () => {
  it('is one page with every operation on it', async () => {
    const { body = '', headers } = await getDocs();

    expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
    for (const operation of operations) {
      expect(body).toContain(`id="${described(operation).operationId}"`);
    }
  });

  it('uses no outside host and no script', async () => {
    const { body = '' } = await getDocs();

    expect(body).not.toMatch(/\b(src|href)\s*=\s*"(https?:)?\/\//);
    expect(body).not.toMatch(/<(script|link|img|iframe)\b|@import|url\(/);
  });

  it('shows the text of a contract as text', async () => {
    const { body = '' } = await getDocs();

    expect(body).toContain('<code>{ &quot;amount&quot;: 54995');
    expect(body).not.toContain('undefined');
  });
});
