import { expect } from 'vitest';
import type { Answer } from './api.ts';

/** A refusal as clients are promised it: problem+json with status, code, detail and the request's id. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status,
    detail: expect.any(String),
    instance: expect.any(String),
  });
}
