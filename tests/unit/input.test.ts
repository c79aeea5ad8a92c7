import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DomainError, type FieldError } from '../../domain/shared/errors.ts';
import { readBound } from '../../domain/shared/time.ts';
import { notes } from '../../functions/shared/booking-bodies.ts';
import { readBody, readQuery } from '../../functions/shared/input.ts';
import { date, line, paging } from '../../functions/shared/schemas.ts';

const BODY = z.strictObject({
  name: line(20),
  tags: z.array(line(20)).optional(),
  notes: notes.optional(),
});

const withBody = (body: string) =>
  ({ headers: { 'content-type': 'application/json' }, body }) as unknown as APIGatewayProxyEventV2;
const withQuery = (queryStringParameters: Record<string, string>) =>
  ({ queryStringParameters }) as unknown as APIGatewayProxyEventV2;

function errorsOf(act: () => unknown): FieldError[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return (error.details?.errors as FieldError[]) ?? [];
    throw error;
  }
  throw new Error('it was not refused');
}

describe('text that is half a surrogate pair', () => {
  it.each([
    ['high', String.raw`{"name":"Ida \ud83d"}`, '/name'],
    ['low', String.raw`{"name":"\ude00 Ida"}`, '/name'],
    ['in the wrong order', String.raw`{"name":"\ude00\ud83d"}`, '/name'],
    ['in a list', String.raw`{"name":"Ida","tags":["a","\ud83d"]}`, '/tags/1'],
    ['in notes', String.raw`{"name":"Ida","notes":"a\n\ud83d"}`, '/notes'],
    ['in the name of a field', String.raw`{"name":"Ida","\ud83d":1}`, ''],
  ])('is refused by its path: %s', (_, body, path) => {
    expect(errorsOf(() => readBody(BODY, withBody(body)))).toMatchObject([
      { path, code: 'ill_formed_text' },
    ]);
  });

  it('is not a whole pair, which is taken', () => {
    const body = String.raw`{"name":"Ida \ud83d\ude00"}`;

    expect(readBody(BODY, withBody(body))).toEqual({ name: 'Ida 😀' });
  });

  it('is looked for in a body nested deeper than any stack, too', () => {
    const deep = `${'['.repeat(3_000)}"\\ud83d"${']'.repeat(3_000)}`;

    expect(() => readBody(BODY, withBody(deep))).toThrow(DomainError);
  });
});

describe('a query that makes no sense', () => {
  it.each(['abc', '0', '101', '1.5', ''])('is told what a limit is, for %o', (limit) => {
    const [error] = errorsOf(() => readQuery(z.strictObject(paging), withQuery({ limit })));

    expect(error).toMatchObject({
      path: '/limit',
      message: '/limit: must be a whole number from 1 to 100',
    });
  });

  it.each(['zzz', '', '2026-13-01', '2026-11-22T25:00', 'tomorrow'])(
    'is told what a moment is, for %o',
    (from) => {
      const [error] = errorsOf(() => readBound(from, 'Europe/Copenhagen', '/from', 'from'));

      expect(error).toMatchObject({ path: '/from', code: 'invalid_time' });
      expect(error?.message).toContain('must be a date');
    },
  );
});

describe('a date', () => {
  it.each(['2028-02-29', '1900-01-01', '2200-12-31'])('may be %s', (text) => {
    expect(date.safeParse(text).success).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '9999-99-99', '2201-01-01', '0000-01-01'])(
    'is not %s: it does not exist, or nothing can be added to it',
    (text) => {
      expect(date.safeParse(text).success).toBe(false);
    },
  );
});
