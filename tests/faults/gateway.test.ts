import { afterEach, describe, expect, it } from 'vitest';
import { api } from '../flows/support/api.ts';
import { control } from '../flows/support/control.ts';
import { registrationForm } from '../flows/support/forms.ts';
import { signIn } from '../flows/support/people.ts';
import { rowsThatMatter } from '../flows/support/rows.ts';
import { seeded, stack } from '../flows/support/stack.ts';
import { crashing } from './support/crashing.ts';

afterEach(() => control.clearCrashes());

const PORTAL = 'http://localhost:5173';
const registrations = () => `/schools/${stack().school?.id}/registrations`;

describe('answers that the gateway makes itself', () => {
  it('an unknown route, or a method that a route does not have, is 404', async () => {
    for (const [method, path] of [
      ['GET', '/nothing/here'],
      ['DELETE', '/sessions'],
      ['GET', '/schools/'],
      ['POST', '/health'],
    ] as const) {
      const { status, text, headers } = await api(method, path);
      expect({ path, status, text }).toEqual({
        path,
        status: 404,
        text: '{"message":"Not Found"}',
      });
      expect(headers.get('content-type')).toBe('application/json');
    }
  });

  it('a body over 10 MB is 413, and reaches no function', async () => {
    const before = await rowsThatMatter();

    const { status, body } = await api('POST', registrations(), {
      raw: JSON.stringify(registrationForm({ name: 'x'.repeat(11 * 1024 * 1024) })),
    });

    expect({ status, body }).toEqual({
      status: 413,
      body: { message: 'Request Entity Too Large' },
    });
    expect(await rowsThatMatter()).toEqual(before);
  });

  it('a body over 256 KB is 413 too, but ours to refuse', async () => {
    const { status, headers, body } = await api('POST', registrations(), {
      raw: JSON.stringify(registrationForm({ name: 'x'.repeat(300 * 1024) })),
    });

    expect({ status, code: body.code }).toEqual({ status: 413, code: 'body_too_large' });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('a function that dies is 500, and the next request is answered', async () => {
    const token = await signIn(seeded('school_admin'));
    const path = `/schools/${stack().school?.id}`;
    const crash = {
      function: 'get-school',
      call: 'dynamodb:BatchGetItem',
      when: 'before',
    } as const;

    const died = await crashing(crash, () => api('GET', path, { token }));
    const next = await api('GET', path, { token });

    expect({ status: died.status, text: died.text }).toEqual({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
    expect(died.headers.get('content-type')).toBe('application/json');
    expect(next.status).toBe(200);
  });
});

describe('a browser on another origin', () => {
  const preflight = (origin: string) =>
    api('OPTIONS', registrations(), {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
      },
    });

  it('may call from the portal: a preflight is answered without a token or a function', async () => {
    const { status, headers, text } = await preflight(PORTAL);

    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(headers.get('access-control-allow-origin')).toBe(PORTAL);
    expect(headers.get('access-control-allow-methods')).toMatch(/\*|POST/);
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match']) {
      expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain(name);
    }
  });

  it('may read what it was answered, refusals included', async () => {
    for (const path of ['/health', '/me', '/nothing/here']) {
      const { headers } = await api('GET', path, { headers: { origin: PORTAL } });
      expect(headers.get('access-control-allow-origin')).toBe(PORTAL);
    }
  });

  it('may do neither from anywhere else', async () => {
    const { headers } = await preflight('https://elsewhere.example');

    expect(headers.get('access-control-allow-origin')).toBeNull();
    const { headers: answer } = await api('GET', '/health', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.get('access-control-allow-origin')).toBeNull();
  });
});
