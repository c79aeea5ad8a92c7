import { beforeAll, expect, test } from 'vitest';
import { api } from './support/api.ts';
import { newStudent, register, type School, newFeeSchool } from './support/people.ts';
let school: School;
beforeAll(async () => { school = await newFeeSchool(); });
test('smoke', async () => {
  const a = await register(school);
  expect(a.status).toBe(202);
  const s = await newStudent(school);
  const m = await api('GET', '/me', { token: s.token });
  expect(m.status).toBe(200);
});
