import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway } from '../../local/gateway/gateway.ts';
import { Throttle } from '../../local/gateway/throttle.ts';
import { type LambdaHost, startLambdaHost } from '../../local/lambda/host.ts';
import { ControlClock } from '../../local/parts/clock.ts';
import type { FunctionModel } from '../../local/template/model.ts';

const HANDLERS = `
  export const quick = async () => ({ statusCode: 200, body: 'quick' });
  export const stuck = () => new Promise((resolve) => setTimeout(resolve, 60_000));
`;
/** Many more than may run at once. */
const QUICK = Array.from({ length: 15 }, (_, nth) => `quick-${nth}`);

let folder = '';
let host: LambdaHost;
let gateway: Gateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'just-driving-functions-'));
  await writeFile(join(folder, 'index.mjs'), HANDLERS);
  const clock = new ControlClock();
  const functions = [...QUICK, 'stuck'].map((name) => toy(name));
  host = await startLambdaHost({
    functions,
    clock,
    logsDir: join(folder, 'logs'),
    environment: ({ handler }) => ({
      PATH: process.env.PATH ?? '',
      _HANDLER: handler,
      LAMBDA_TASK_ROOT: folder,
    }),
    maxChildren: 2,
  });
  gateway = new Gateway();
  await gateway.listen(0);
  gateway.open({
    routes: functions.map(({ name }) => ({
      key: `GET /${name}`,
      functionName: name,
      authorizer: null,
    })),
    cors: undefined,
    throttle: new Throttle(1_000, 1_000),
    stage: '$default',
    apiId: 'toy',
    clock,
    invoke: host.invoke,
  });
});
afterAll(async () => {
  await gateway.stop();
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

function toy(name: string): FunctionModel {
  return {
    name,
    shortName: name,
    arn: `arn:aws:lambda:eu-north-1:000000000000:function:${name}`,
    handler: name === 'stuck' ? 'index.stuck' : 'index.quick',
    codeDir: folder,
    timeoutMs: name === 'stuck' ? 500 : 10_000,
    memoryMb: 256,
    environment: {},
  } as FunctionModel;
}

const get = async (path: string) => {
  const response = await fetch(`${gateway.origin}/${path}`);
  return { status: response.status, text: await response.text() };
};

describe('functions on this machine', () => {
  it('that outlive their timeout are ended, and the gateway answers 500', async () => {
    expect(await get('stuck')).toEqual({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
    expect(host.active()).toBe(0);
  });

  // Each child that came up was ended for an older call before it was given any work.
  it('all get their turn when many more are called at once than may run', async () => {
    const answers = await Promise.all([...QUICK, ...QUICK].map(get));

    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['quick']));
    expect(host.children().length).toBeLessThanOrEqual(2);
  });
});
