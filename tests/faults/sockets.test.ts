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

test('headers of 9 kB, which a browser with many cookies sends, are taken', async () => {
  const answer = await speak(
    `GET /health HTTP/1.1\r\nHost: api\r\nConnection: close\r\nCookie: ${'c'.repeat(9_000)}\r\n\r\n`,
    { hangUp: false },
  );

  expect(statusOf(answer)).toBe(200);
});
