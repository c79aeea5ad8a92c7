import { beforeAll, describe, expect, test } from 'vitest';
import { api, apiOk } from './support/api.ts';
import { enrol, newSchool, type School } from './support/people.ts';
import { expectProblem } from './support/problems.ts';

let school: School;
let foreign: School;
let token: string;

beforeAll(async () => {
  [school, foreign] = await Promise.all([newSchool(), newSchool()]);
  token = school.admin.token;
  for (const where of [school, foreign]) {
    for (let nth = 0; nth < 2; nth += 1) await enrol(where, { name: `Elev ${nth}` });
  }
});

describe('a cursor', () => {
  test('that was tampered with, or given out for another list, is a 422', async () => {
    const page = await apiOk('GET', `${school.path}/students?limit=1`, { token });
    const others = await apiOk('GET', `${foreign.path}/students?limit=1`, {
      token: foreign.admin.token,
    });
    const cursor: string = page.body.nextCursor;
    const [body = '', code = ''] = cursor.split('.');
    const swapped = Buffer.from(
      Buffer.from(body, 'base64url').toString().replaceAll(school.id, foreign.id),
    );
    const bad = [
      'x',
      `${cursor}x`,
      `${cursor}.x`,
      `.${code}`,
      `${body}.`,
      `${swapped.toString('base64url')}.${code}`,
      others.body.nextCursor,
    ];

    for (const one of bad) {
      const path = `${school.path}/students?limit=1&cursor=${encodeURIComponent(one)}`;
      const answer = await api('GET', path, { token });
      expectProblem(answer, 422, 'invalid');
      expect(answer.body.errors[0].path).toBe('/cursor');
    }
  });

  test('goes on only with the filters that it was given out for', async () => {
    const page = await apiOk('GET', `${school.path}/students?limit=1`, { token });
    const { id } = page.body.items[0];
    const query = `limit=1&cursor=${encodeURIComponent(page.body.nextCursor)}`;

    const filtered = await api('GET', `${school.path}/students?status=active&${query}`, { token });
    const ledger = await api('GET', `${school.path}/students/${id}/ledger?${query}`, { token });
    const same = await api('GET', `${school.path}/students?${query}`, { token });

    expect([filtered.status, ledger.status, same.status]).toEqual([422, 422, 200]);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=many',
    'limit=',
    'status=gone',
    'teacherId=1',
    'colour=red',
    'q=',
  ])('or a query with %s is a 422 that names it', async (query) => {
    const answer = await api('GET', `${school.path}/students?${query}`, { token });

    expectProblem(answer, 422, 'invalid');
    expect(answer.body.errors[0].path).toBe(`/${query.split('=')[0]}`);
  });
});
