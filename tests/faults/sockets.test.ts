import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { apiOk } from '../flows/support/api.ts';
import { stack } from '../flows/support/stack.ts';

/** Sends bytes as they are, ends its side when told to, and gives what came back until the other side closed. */
function speak(bytes: string, { hangUp = true } = {}): Promise<string> {
  const { hostname, port } = new URL(stack().api);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(heard) : reject(error),
    );
    socket.write(bytes, 'latin1', () => {
      if (hangUp) socket.end();
    });
  });
}

const head = (...lines: string[]) =>
  ['POST /sessions HTTP/1.1', 'Host: api', 'Content-Type: application/json', ...lines, '', ''].join(
    '\r\n',
  );
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('bytes that are no request', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a chunk without a length', `${head('Transfer-Encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`, 400],
    [
      'a chunk longer than it says',
      `${head('Transfer-Encoding: chunked')}1\r\n{}\r\n0\r\n\r\n`,
      400,
    ],
    ['two lengths', `${head('Content-Length: 2', 'Content-Length: 3')}{}`, 400],
    ['a length and chunks', `${head('Content-Length: 2', 'Transfer-Encoding: chunked')}{}`, 400],
    [
      'a chunk whose length ends the world',
      `${head('Transfer-Encoding: chunked')}ffffffffffffffffff\r\n`,
      400,
    ],
    ['a length that is no number', `${head('Content-Length: two')}{}`, 400],
    ['a length below nothing', `${head('Content-Length: -2')}{}`, 400],
    ['a version that there is not', 'GET /health HTTP/9.9\r\nHost: api\r\n\r\n', 400],
    ['a path with a NUL in it', 'GET /hea\u0000lth HTTP/1.1\r\nHost: api\r\n\r\n', 400],
    ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
    [
      'headers of a little more than 10 kB',
      `${head(...Array(11).fill(`X: ${'x'.repeat(940)}`))}`,
      431,
    ],
    ['an address of 11 kB', `GET /health?${'x'.repeat(11_000)} HTTP/1.1\r\nHost: api\r\n\r\n`, 431],
    ['a header of 20 kB', `${head(`X-Long: ${'x'.repeat(20_000)}`)}`, 431],
    ['a header with a line break in it', `${head('X: a\rb')}{}`, 400],
  ])('%s', async (_, bytes, status) => {
    const answer = await speak(bytes);

    expect(statusOf(answer)).toBe(status);
    expect((await apiOk('GET', '/health')).status).toBe(200);
  });

  test('half a body, and then nothing: the caller is gone, the next one is answered', async () => {
    const answer = await speak(`${head('Content-Length: 100')}{"email":`);

    expect(statusOf(answer)).not.toBe(200);
    expect(statusOf(answer)).toBeLessThan(500);
    expect((await apiOk('GET', '/health')).status).toBe(200);
  });
});

test('thirty callers who never send the rest hold up nobody', async () => {
  const { hostname, port } = new URL(stack().api);
  const half = `${head('Content-Length: 100')}{"email":`;
  const idle = await Promise.all(
    Array.from({ length: 30 }, () => {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      return new Promise<typeof socket>((resolve) => {
        socket.write(half, () => resolve(socket));
      });
    }),
  );

  const answer = await apiOk('GET', '/health');
  for (const socket of idle) socket.destroy();

  expect(answer.status).toBe(200);
  expect((await apiOk('GET', '/health')).status).toBe(200);
});

test('a body in good chunks is read as one, and a second request on the same line is answered', async () => {
  const body = '{"email":"nobody@flows.example","password":"En-lang-adgangskode-7"}';
  const chunks = [body.slice(0, 5), body.slice(5)].map(
    (part) => `${part.length.toString(16)}\r\n${part}\r\n`,
  );
  const first = `${head('Transfer-Encoding: chunked')}${chunks.join('')}0\r\n\r\n`;
  const second = 'GET /health HTTP/1.1\r\nHost: api\r\nConnection: close\r\n\r\n';

  const answer = await speak(first + second, { hangUp: false });

  expect([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual([
    '401',
    '200',
  ]);
});

test('headers of 9 kB, which a browser with many cookies sends, are taken', async () => {
  const answer = await speak(
    `GET /health HTTP/1.1\r\nHost: api\r\nConnection: close\r\nCookie: ${'c'.repeat(9_000)}\r\n\r\n`,
    { hangUp: false },
  );

  expect(statusOf(answer)).toBe(200);
});
