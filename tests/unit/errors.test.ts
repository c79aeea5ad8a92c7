import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError, ERROR_CODES, invalidField } from '../../domain/shared/errors.ts';
import { handler as listErrors } from '../../functions/meta/list-errors.ts';
import { FIELD_CODES } from '../../functions/shared/field-codes.ts';
import { problem } from '../../functions/shared/problem.ts';
import { PROBLEMS } from '../../functions/shared/problem-table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The product's source as one text, without the tables that these tests hold to it. */
const source = globSync(['domain/**/*.ts', 'functions/**/*.ts'], { cwd: ROOT })
  .filter((file) => !/(problem-table|field-codes)\.ts$/.test(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

function found(...patterns: RegExp[]): Set<string> {
  return new Set(patterns.flatMap((p) => [...source.matchAll(p)].map((match) => match[1] ?? '')));
}

/** Codes of zod's own issues that a JSON body can meet; `unrecognized_keys` becomes `unknown_field`. */
const ZOD_CODES = [
  'invalid_type',
  'invalid_value',
  'invalid_format',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'not_multiple_of',
  'too_small',
  'too_big',
  'custom',
];

describe('problem codes', () => {
  const thrown = found(/new DomainError\(\s*'(\w+)'/g);

  it.each(ERROR_CODES)('%s has a status that is a refusal, a title and a meaning', (code) => {
    const { status, title, meaning } = PROBLEMS[code];

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect([title, meaning]).not.toContain('');
  });

  it('are the same in the table and in the domain', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...ERROR_CODES].sort());
  });

  it('are alive: each is thrown somewhere, and nothing else is', () => {
    expect([...thrown].sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('field codes', () => {
  it('are documented: each that the source gives, and no other', () => {
    const given = found(
      /invalidField\(\s*[^,]+,\s*'(\w+)'/g,
      /refuse\(\s*[^,]+,\s*'(\w+)'/g,
      /params: \{ code: '(\w+)'/g,
      /path[^\n]*,\s*code: '(\w+)'/g,
      /missing \? '(\w+)'/g,
      /flaw\(\s*'(\w+)'/g,
    );

    expect([...new Set([...given, ...ZOD_CODES])].sort()).toEqual(Object.keys(FIELD_CODES).sort());
  });

  it('are published with the problem codes by GET /errors', async () => {
    const { statusCode, body } = await listErrors();

    const { items, fields } = JSON.parse(body ?? '');
    expect(statusCode).toBe(200);
    expect(items).toContainEqual({ code: 'not_found', ...PROBLEMS.not_found });
    expect(fields).toContainEqual({ code: 'invalid_phone', meaning: FIELD_CODES.invalid_phone });
  });
});

describe('a refusal as a problem document', () => {
  it('carries the code, the sentence, the wrong fields and the request', () => {
    const answer = problem(
      invalidField('/phone', 'invalid_phone', 'must be a phone number'),
      'req-1',
    );

    expect(answer.statusCode).toBe(422);
    expect(answer.headers?.['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body ?? '')).toEqual({
      type: '/errors#invalid',
      title: 'Invalid input',
      status: 422,
      detail: 'must be a phone number',
      instance: 'req-1',
      code: 'invalid',
      errors: [{ path: '/phone', code: 'invalid_phone', message: 'must be a phone number' }],
    });
  });

  it('says when to come back in Retry-After, not in the body', () => {
    const answer = problem(new DomainError('busy', 'Try again.', { retryAfter: 2 }), 'req-1');

    expect(answer.headers?.['retry-after']).toBe('2');
    expect(JSON.parse(answer.body ?? '')).not.toHaveProperty('retryAfter');
  });
});
