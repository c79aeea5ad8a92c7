import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../local/parts/mail.ts';
import type { State } from '../../local/state.ts';
import { anyEmail, registrationForm } from '../flows/support/forms.ts';
import { scanLogs } from '../flows/support/log-scan.ts';
import { tokenIn } from '../flows/support/mail.ts';
import {
  allGone,
  ask,
  descendantsOf,
  hasState,
  launch,
  launched,
  NODE,
  order,
  stateIn,
} from './support/own-stack.ts';

const PASSWORD = 'Holder-en-genstart-7';
const STATE_KEYS = ['api', 'docs', 'mail', 'control', 'portal', 'aws', 'secrets', 'school'];

type Running = Awaited<ReturnType<typeof launched>>;

let dir = '';
let running: Running | undefined;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'just-driving-process-'));
});
afterAll(async () => {
  running?.process.kill('SIGTERM');
  await running?.ended;
  await rm(dir, { recursive: true, force: true });
});

const student = anyEmail('genstart');

async function mailsTo(state: State, email: string): Promise<Mail[]> {
  await order(state, 'POST', '/idle');
  const mails: Mail[] = await order(state, 'GET', '/mail');
  return mails.filter(({ to }) => to.includes(email));
}

function register(state: State, email: string) {
  const body = registrationForm({ email });
  return ask(state, 'POST', `/schools/${state.school?.id}/registrations`, { body });
}

function signIn(state: State, email: string, password: string) {
  return ask(state, 'POST', '/sessions', { body: { email, password } });
}

/** What `state.json` tells of the seed, which a restart must not change. */
const seedOf = ({ school, secondSchool, users, aws }: State) => ({
  ...{ school, secondSchool, users },
  aws: { ...aws, endpoints: null },
});

// One folder's life, told in order: each test goes on where the last one stopped.
describe('a stack started by npm', () => {
  let personId = '';

  it('is complete in state.json when it says ready, and answers', async () => {
    running = await launched(dir, [], { command: ['npm', 'start', '--'] });
    const { state, said } = running;

    expect(Object.keys(state)).toEqual(expect.arrayContaining([...STATE_KEYS, 'users']));
    expect(Object.keys(state.aws.endpoints)).toEqual(expect.arrayContaining(['dynamodb', 'sqs']));
    for (const origin of [state.api, state.mail, state.control, state.portal]) {
      expect(origin).toMatch(/^http:\/\/[\w.]+:\d+$/);
    }
    expect(said.out).toContain(`ready ${state.api}`);
    expect((await ask(state, 'GET', '/health')).status).toBe(200);
    for (const { email, password } of state.users) {
      expect((await signIn(state, email, password)).status).toBe(200);
    }

    await register(state, student);
    const [welcome] = await mailsTo(state, student);
    const token = tokenIn(welcome as Mail);
    const body = { token, password: PASSWORD };
    expect((await ask(state, 'POST', '/credentials', { body })).status).toBe(204);
    const session = await signIn(state, student, PASSWORD);
    ({ personId } = (await ask(state, 'GET', '/me', { token: session.body.accessToken })).body);
  });

  it('is not disturbed by a second one on its port, or in its folder', async () => {
    const { state } = running as Running;
    const before = stateIn(dir);
    const elsewhere = join(dir, 'elsewhere');

    const { port } = new URL(state.api);
    const samePort = launch(elsewhere, [], { environment: { PORT: port } });
    const sameFolder = launch(dir, ['--fresh']);

    expect(await samePort.ended).toBe(1);
    expect(samePort.said.err).toBe(`port ${port} is already in use (wanted for the API)\n`);
    expect(hasState(elsewhere)).toBe(false);
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said.err).toMatch(/^already running on .*\n$/);
    expect(stateIn(dir)).toEqual(before);
    expect((await signIn(state, student, PASSWORD)).status).toBe(200);
  });

  it('ends with all its processes on SIGTERM, and state.json goes', async () => {
    const { process: npm, ended } = running as Running;
    const children = descendantsOf(npm.pid as number);
    const commands = children.map(({ command }) => command).join('\n');
    expect(commands).toContain('DynamoDBLocal.jar');
    expect(commands).toContain('bootstrap.mjs');
    expect(commands).toContain('user-pools-process.ts');

    npm.kill('SIGTERM');
    await ended;

    await allGone(children);
    expect(hasState(dir)).toBe(false);
  });

  it('knows everything when it is started again', async () => {
    const before = seedOf((running as Running).state);

    running = await launched(dir, []);

    const { state } = running;
    expect(seedOf(state)).toEqual(before);
    const session = await signIn(state, student, PASSWORD);
    expect(session.status).toBe(200);
    const me = await ask(state, 'GET', '/me', { token: session.body.accessToken });
    expect(me.body).toMatchObject({ personId, email: student });
    expect(await mailsTo(state, student)).toHaveLength(2); // welcome and invoice, sent before
  });

  it('starts after SIGKILL, even with the JVM left over, and finishes what was under way', async () => {
    const { state, process: killed, ended } = running as Running;
    const waiting = anyEmail('undervejs');
    await order(state, 'POST', '/sources/relay-outbox', { enabled: false });
    expect((await register(state, waiting)).status).toBe(202);
    const children = descendantsOf(killed.pid as number);
    const isJvm = ({ command }: { command: string }) => command.includes('DynamoDBLocal.jar');
    const jvm = children.filter((one) => isJvm(one) && !one.command.includes('/bin/sh'));
    expect(jvm).toHaveLength(1);
    // The shell that would end the JVM with its parent goes first.
    for (const { pid, command } of children)
      if (/^\/bin\/sh/.test(command)) process.kill(pid, 'SIGKILL');

    killed.kill('SIGKILL');
    await ended;
    await allGone(children.filter((child) => !jvm.includes(child)));
    expect(hasState(dir)).toBe(true);
    expect(() => process.kill(jvm[0]?.pid as number, 0)).not.toThrow();

    running = await launched(dir, []);

    await allGone(jvm);
    expect(running.state.process).toBe(running.process.pid);
    expect(seedOf(running.state)).toEqual(seedOf(state));
    expect((await signIn(running.state, student, PASSWORD)).status).toBe(200);
    expect(await mailsTo(running.state, waiting)).toHaveLength(1);
  });

  it('has no word of anybody in its logs', () => {
    const { leaks, lines } = scanLogs(join(dir, 'logs'), {
      address: [student],
      password: [PASSWORD, ...(running as Running).state.users.map(({ password }) => password)],
      person: ['Ida Holm'],
    });

    expect(leaks).toEqual([]);
    expect(lines).toBeGreaterThan(0);
  });

  it('forgets with --fresh, and seeds only the platform administrator with --empty', async () => {
    running?.process.kill('SIGTERM');
    await running?.ended;

    running = await launched(dir, ['--fresh', '--empty']);

    const { state } = running;
    expect(state.users.map(({ role }) => role)).toEqual(['platform_admin']);
    expect([state.school, state.secondSchool]).toEqual([null, null]);
    expect(await order(state, 'GET', '/mail')).toEqual([]);
    expect((await signIn(state, student, PASSWORD)).status).toBe(401);
    const [admin] = state.users;
    const session = await signIn(state, admin?.email ?? '', admin?.password ?? '');
    const schools = await ask(state, 'GET', '/schools', { token: session.body.accessToken });
    expect(schools.body).toEqual({ items: [], nextCursor: null });
  });
});

describe('a machine that lacks something', () => {
  it('is told in one line that Java is missing', async () => {
    const folder = join(dir, 'nojava');

    const { said, ended } = launch(folder, [], { environment: { PATH: dirname(NODE) } });

    expect(await ended).toBe(1);
    expect(said.err).toMatch(/^Java 17 or newer is needed .*\n$/);
    expect(hasState(folder)).toBe(false);
  });

  it('is told in one line that PORT is no port', async () => {
    const { said, ended } = launch(join(dir, 'noport'), [], { environment: { PORT: 'http' } });

    expect(await ended).toBe(1);
    expect(said.err).toBe('PORT=http is not a port\n');
  });
});
