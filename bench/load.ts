import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { State } from '../local/state.ts';

/**
 * Requests a second over HTTP against `npm start`, by 1 to 64 clients that ask again as soon as they
 * are answered. The local stack runs each function in a process of its own on this machine's cores,
 * so the figures tell about this machine; how they grow with the clients tells about the product.
 * What a booking causes behind the API, mails mostly, runs on the same cores meanwhile, and runs dry
 * before the next line.
 *
 *     npm run bench:load [-- <seconds for each line, default 10>]
 */
const [seconds = 10] = process.argv.slice(2).map(Number);
const CLIENTS = [1, 4, 16, 64];
const ROOT = join(import.meta.dirname, '..');

type Call = { method: string; path: string; body?: unknown };
type Line = { name: string; next: (nth: number) => Call; expected: number };

const localDir = await mkdtemp(join(tmpdir(), 'just-driving-load-'));
const child = spawn(process.execPath, ['local/start.ts', '--fresh'], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0', LOCAL_DIR: localDir },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (/^ready /m.test(chunk.toString())) resolve();
    });
    child.once('close', () => reject(new Error('the stack did not start')));
  });
  const state = JSON.parse(await readFile(join(localDir, 'state.json'), 'utf8')) as State;
  await report(state);
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  await rm(localDir, { recursive: true, force: true });
}

async function report({ api, control, school, users }: State): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = sender(new URL(api), agent);
  const admin = users.find(({ role }) => role === 'school_admin');
  const teacher = users.find(({ role }) => role === 'teacher');
  const { body } = await send({
    method: 'POST',
    path: '/sessions',
    body: { email: admin?.email, password: admin?.password },
  });
  const token = JSON.parse(body).accessToken as string;
  const S = `/schools/${school?.id}`;
  const types = JSON.parse((await send({ method: 'GET', path: `${S}/booking-types` }, token)).body);
  const theory = types.items.find(({ kind }: { kind: string }) => kind === 'theory').id;
  const lines: Line[] = [
    { name: 'GET /me', next: () => ({ method: 'GET', path: '/me' }), expected: 200 },
    {
      name: 'a week of the calendar',
      next: () => ({
        method: 'GET',
        path: `${S}/bookings?from=2026-11-23&to=2026-11-30&teacherId=${teacher?.personId}`,
      }),
      expected: 200,
    },
    {
      name: 'a booking, each at its own time',
      next: (nth) => ({
        method: 'POST',
        path: `${S}/bookings`,
        body: {
          bookingTypeId: theory,
          teacherId: teacher?.personId,
          startsAt: new Date(tomorrow() + nth * 300_000).toISOString(),
          minutes: 5,
          studentIds: [],
          override: { rules: ['outside_availability', 'closed_day', 'horizon'], reason: 'bench' },
        },
      }),
      expected: 201,
    },
  ];
  let nth = 0;
  console.log(
    '                                 clients   requests/s     p50 ms     p99 ms   others',
  );
  for (const line of lines) {
    await run(line, 4, 2); // warm
    for (const clients of CLIENTS) {
      await runDry(control);
      const { times, others } = await run(line, clients, seconds);
      times.sort((a, b) => a - b);
      const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
      const cells = [clients, (times.length / seconds).toFixed(0), at(0.5), at(0.99), others];
      console.log(line.name.padEnd(33) + cells.map((cell) => String(cell).padStart(9)).join('  '));
    }
  }
  agent.destroy();

  async function run({ next, expected }: Line, clients: number, forSeconds: number) {
    const times: number[] = [];
    let others = 0;
    const end = performance.now() + forSeconds * 1000;
    const client = async () => {
      while (performance.now() < end) {
        const began = performance.now();
        const { status } = await send(next(nth++), token);
        if (status === expected) times.push(performance.now() - began);
        else others += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return { times, others };
  }
}

/** Waits until nothing is under way behind the API; an answer of 504 says that more is to come. */
async function runDry(control: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const { status } = await fetch(`${control}/_local/idle`, { method: 'POST', body: '{}' });
    if (status === 200) return;
  }
  throw new Error('what the calls caused does not end');
}

/** Ten in the morning of the day after: each booking of the run begins five minutes after the last. */
function tomorrow(): number {
  return Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 10 * 3_600_000;
}

function sender({ hostname, port }: URL, agent: Agent) {
  return ({ method, path, body }: Call, token?: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const outgoing = request({ agent, hostname, port, method, path, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      });
      outgoing.on('error', reject);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
}
