import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../domain/shared/errors.ts';
import { api } from './support/api.ts';

test('GET /health says that the API answers', async () => {
  expect(await api('GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('GET /errors lists every code with its status and meaning', async () => {
  const { status, body } = await api('GET', '/errors');

  const codes = body.items.map(({ code }: { code: string }) => code);
  expect(status).toBe(200);
  expect(codes).toEqual(expect.arrayContaining([...ERROR_CODES]));
  expect(codes).toContain('internal');
  expect(new Set(codes).size).toBe(codes.length);
  for (const item of body.items) {
    expect(item).toMatchObject({ status: expect.any(Number), title: expect.any(String) });
    expect(item.meaning.length).toBeGreaterThan(10);
  }
});

test('GET /docs and /openapi.json describe the API without a host from outside', async () => {
  const docs = await api('GET', '/docs');
  const openapi = await api('GET', '/openapi.json');

  expect([docs.status, openapi.status]).toEqual([200, 200]);
  expect(docs.headers.get('content-type')).toMatch(/^text\/html/);
  expect(docs.text).not.toMatch(/(src|href)="https?:/);
  expect(openapi.body.paths['/schools/{schoolId}/registrations'].post).toBeDefined();
});
