import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_CREDENTIALS } from '../local/parts/constants.ts';
import { type Stack, startStack } from '../local/stack.ts';
import { scanTable } from '../tests/support/auditor.ts';
import {
  type BenchStack,
  CASES,
  type CaseName,
  type Outcome,
  type ProviderDriver,
} from './providers/driver.ts';
import { driver as eTeori } from './providers/e-teori.ts';
import { driver as findkoreskole } from './providers/findkoreskole.ts';
import { driver as mail } from './providers/mail.ts';
import { driver as sms } from './providers/sms.ts';
import { driver as webhook } from './providers/webhook.ts';

/**
 * Every provider in every kind of trouble: what the stand-in received, what became of the message,
 * what lay among the dead letters, and what a redrive or two hours brought once all was well again.
 *
 *     npm run bench:providers -- [<provider> ...]
 *
 * On a stack of its own. Ends with 1 where the outcome is not the documented one.
 */
const DRIVERS: readonly ProviderDriver[] = [mail, sms, eTeori, findkoreskole, webhook];

type Fault = {
  mode: string;
  count: number | 'forever';
  retryAfter?: number;
  code?: string | number;
};
const FAULTS: Record<CaseName, (driver: ProviderDriver) => Fault | null> = {
  '500': () => ({ mode: '500', count: 'forever' }),
  '429 + Retry-After': () => ({ mode: '429', count: 2, retryAfter: 30 }),
  timeout: () => ({ mode: 'timeout', count: 1 }),
  'accept, then timeout': () => ({ mode: 'accept_then_timeout', count: 1 }),
  '400': () => ({ mode: '400', count: 1 }),
  'permanent code': ({ permanentCode: code }) =>
    code === null ? null : { mode: '400', count: 1, code },
};
/** Statuses that time alone brings on. */
const OPEN = ['pending', 'queued', 'held'];

const COLUMNS = [
  ...['provider', 'trouble', 'calls', 'status', 'dead', 'then', 'calls', 'received', 'status'],
];
const WIDTHS = [18, 22, 6, 18, 5, 9, 6, 9, 18];

const asked = process.argv.slice(2);
const drivers = DRIVERS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const localDir = await mkdtemp(join(tmpdir(), 'just-driving-providers-'));
const running = await startStack({ port: 0, localDir, fresh: true });
let wrong = 0;
try {
  const stack = benchStack(running);
  console.log(line(COLUMNS));
  for (const driver of drivers) {
    await driver.prepare(stack);
    for (const name of CASES) {
      const fault = FAULTS[name](driver);
      if (!fault) continue;
      const found = await runCase(stack, driver, fault);
      const expected = driver.expected?.[name];
      const differs = expected && JSON.stringify(expected) !== JSON.stringify(found);
      if (differs) wrong += 1;
      console.log(
        line([driver.name, name, ...cells(found)]) + (differs ? '  <- not as documented:' : ''),
      );
      if (differs) console.log(line(['', '', ...cells(expected)]));
    }
  }
} finally {
  await running.stop();
  await rm(localDir, { recursive: true, force: true });
}
console.log(wrong === 0 ? 'as documented' : `${wrong} not as documented`);
process.exit(wrong === 0 ? 0 : 1);

async function runCase(stack: BenchStack, driver: ProviderDriver, fault: Fault): Promise<Outcome> {
  const { provider, deadLetterQueue } = driver;
  const all = async () => (await stack.control('GET', `/requests?provider=${provider}`)).length;
  const dead = async () => {
    const queues = await stack.control('GET', '/queues');
    const own = queues.find(({ name }: { name: string }) => name.endsWith(`-${deadLetterQueue}`));
    return own?.deadLetter?.visible ?? 0;
  };
  const before = await all();
  await stack.control('POST', '/faults', { provider, ...fault });
  const reference = await driver.trigger(stack);
  await stack.control('POST', '/idle', {});
  const first = {
    calls: (await all()) - before,
    status: await driver.status(stack, reference),
    dead: await dead(),
  };

  await stack.control('POST', '/faults', { provider, mode: '500', count: 0 });
  let recovery: Outcome['recovery'] = '-';
  if (first.dead > 0) {
    recovery = 'redrive';
    await stack.control('POST', `/queues/${deadLetterQueue}/redrive`);
  } else if (OPEN.includes(first.status)) {
    recovery = 'time';
    const { now } = await stack.control('GET', '/clock');
    await stack.control('POST', '/clock', {
      now: new Date(Date.parse(now) + 7_200_000).toISOString(),
    });
  }
  await stack.control('POST', '/idle', {});
  return {
    ...first,
    recovery,
    callsAfter: (await all()) - before,
    received: await driver.received(stack, reference),
    statusAfter: await driver.status(stack, reference),
  };
}

function benchStack({ state }: Stack): BenchStack {
  const client = new DynamoDBClient({
    region: state.aws.region,
    endpoint: state.aws.endpoints.dynamodb as string,
    credentials: LOCAL_CREDENTIALS,
  });
  const ask = async (url: string, method: string, body: unknown, token?: string) => {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    state,
    control: (method, path, body) => ask(`${state.control}/_local${path}`, method, body),
    api: (method, path, { token, body } = {}) => ask(state.api + path, method, body, token),
    async signIn(role) {
      const user = state.users.find((one) => one.role === role);
      const credentials = { email: user?.email, password: user?.password };
      return (await ask(`${state.api}/sessions`, 'POST', credentials)).accessToken;
    },
    rows: () => scanTable(client, state.aws.table),
  };
}

function cells(found: Outcome): string[] {
  const { calls, status, dead, recovery, callsAfter, received, statusAfter } = found;
  return [calls, status, dead, recovery, callsAfter, received, statusAfter].map(String);
}

function line(texts: readonly string[]): string {
  return texts.map((text, column) => text.padEnd(WIDTHS[column] ?? 0)).join(' ');
}
