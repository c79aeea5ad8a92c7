import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, startAccount } from '../../local/account/account.ts';
import type { State } from '../../local/state.ts';

/**
 * The real deployment, by the real command line of the CDK, with nothing but the standard variables:
 * `npm run test:deploy`. Minutes, and so not a part of `npm test`. One test after another, each
 * on what the one before has left.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let localDir: string;
let account: Account;

beforeAll(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'just-driving-deploy-'));
  account = await startAccount({ port: 0, localDir, fresh: true, say: () => {} });
});
afterAll(async () => {
  await account?.stop();
  rmSync(localDir, { recursive: true, force: true });
});

/** Runs `cdk` with no variable of this machine but where programs are. */
async function cdk(...args: string[]): Promise<{ code: number; said: string }> {
  const child: ChildProcess = spawn(
    join(ROOT, 'node_modules/.bin/cdk'),
    args.includes('--app') ? args : [...args, '--output', assembly()],
    {
      cwd: ROOT,
      env: {
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
        HOME: localDir,
        AWS_ENDPOINT_URL: account.endpoint,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_REGION: 'eu-north-1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise<number>((done) =>
    child.once('close', (status) => done(status ?? 1)),
  );
  return { code, said };
}

const deploy = (...args: string[]) => cdk('deploy', '--require-approval', 'never', ...args);
const config = () => ['-c', `config=${account.stageFile}`];
const assembly = () => join(localDir, 'cdk.out');
/** What the last deploy has synthesized: the same again, without its seconds. */
const synthesized = () => ['--app', assembly()];
const readState = () => JSON.parse(readFileSync(join(localDir, 'state.json'), 'utf8')) as State;

async function post(url: string, body: unknown, token?: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('with nothing but the standard AWS_* variables', () => {
  it('the account is bootstrapped', async () => {
    const { code, said } = await cdk('bootstrap');

    expect(said).toContain('bootstrapped');
    expect(code).toBe(0);
  });

  it('all stacks deploy, and the API answers from what was uploaded', async () => {
    const { code, said } = await deploy('--all');

    expect(said).toContain('✅  Overview (just-driving-dev-overview)');
    expect(code).toBe(0);
    expect((await fetch(`${account.api}/health`)).status).toBe(200);
  });

  it('a second deploy finds nothing to do', async () => {
    const { code, said } = await deploy('--all', ...synthesized());

    expect(said.match(/\(no changes\)/g)).toHaveLength(said.match(/✅/g)?.length ?? -1);
    expect(code).toBe(0);
  });
});

describe('with a stage file', () => {
  it('the stacks are updated: messages now reach everybody, and the portal is here', async () => {
    const { code, said } = await deploy('--all', ...config());

    expect(said).toContain('UPDATE_COMPLETE');
    expect(code).toBe(0);
  });

  it('the deployment is seeded, and a school works with it', async () => {
    await post(`${account.control}/_local/seed`, {});
    const { school, users } = readState();
    const admin = users.find(({ role }) => role === 'school_admin');

    const registered = await post(`${account.api}/schools/${school?.id}/registrations`, {
      ...{ name: 'Ida Holm', email: 'ida@example.com', phone: '+4520123456', language: 'da' },
      ...{ birthDate: '2005-03-14', termsVersion: '1' },
      consents: [{ kind: 'terms', granted: true }],
    });
    await post(`${account.control}/_local/idle`, {});
    const mails = await fetch(`${account.control}/_local/mail?to=ida@example.com`);
    const { email, password } = admin ?? {};
    const session = await post(`${account.api}/sessions`, { email, password });

    expect(registered.status).toBe(202);
    expect(((await mails.json()) as unknown[]).length).toBe(1);
    expect(session.status).toBe(200);
  });
});

it('a stack that cannot be carried out is rolled back, and says why', async () => {
  const app = `node ${join(ROOT, 'tests/deploy/odd-app.ts')}`;
  const { code, said } = await deploy('Odd', '--app', app, '--output', join(localDir, 'odd.out'));

  expect(code).not.toBe(0);
  expect(said).toContain('AWS::Neptune::DBCluster is not a resource type');
  expect(said).toContain('ROLLBACK_COMPLETE');
});

it('destroyed, nothing answers any more, and what is retained is kept', async () => {
  const { code } = await cdk('destroy', '--all', '--force', ...synthesized());

  expect(code).toBe(0);
  expect((await fetch(`${account.api}/health`)).status).toBe(503);
  const again = await deploy('Data', ...synthesized());
  expect(again.code).not.toBe(0);
  expect(again.said).toContain("'just-driving-dev-data' already exists");
});
