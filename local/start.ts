import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkJava } from './parts/dynamodb.ts';
import { type Stack, startStack } from './stack.ts';
import type { State } from './state.ts';

/**
 * `npm start`: the whole stack on this machine.
 *
 * `--fresh` forgets what earlier runs left, `--empty` seeds only a platform administrator. `PORT`
 * is the API's (0: any free one), `LOCAL_DIR` the folder for data, logs and `state.json`.
 */
const NODE_MAJOR = 24;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, empty: { type: 'boolean' } },
  });
  checkNode();
  await checkJava();
  const began = performance.now();
  console.log('Starting Just Driving on this machine.');

  let stack: Stack | null = null;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await stack?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);

  // npm, killed outright, tells its children nothing: a changed parent is then the only sign.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void end(), 1_000).unref();

  // A fault of the runner's own must not end the stack under whoever works with it.
  process.on('unhandledRejection', (error) => console.error('local runner:', error));
  stack = await startStack({
    port: portFromEnvironment(),
    fresh: values.fresh ?? false,
    empty: values.empty ?? false,
    progress: (line) => console.log(line),
    ...(process.env.LOCAL_DIR && { localDir: resolve(process.env.LOCAL_DIR) }),
    ...(process.env.LOCAL_ASSEMBLY && { assembly: resolve(process.env.LOCAL_ASSEMBLY) }),
  });
  if (ending) {
    await stack.stop();
    process.exit(0);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`ready ${stack.state.api} after ${seconds} s`);
  console.log(introduction(stack.state));
}

function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major !== NODE_MAJOR) {
    throw new Error(
      `Node.js ${NODE_MAJOR} is needed, this is ${process.versions.node}: run it by "npm start", which brings its own`,
    );
  }
}

function portFromEnvironment(): number {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${process.env.PORT} is not a port`);
  }
  return port;
}

function introduction(state: State): string {
  const lines = [
    '',
    `  API            ${state.api}`,
    `  documentation  ${state.docs}`,
    `  mailbox        ${state.mail}`,
    `  portal pages   ${state.portal}`,
    `  control        ${state.control}/_local/...`,
  ];
  const admin = state.users.find((user) => user.role === 'school_admin');
  if (admin !== undefined) lines.push('', `  sign in as     ${admin.email} / ${admin.password}`);
  if (state.school !== null) {
    lines.push(
      '',
      '  Register a student, then look into the mailbox:',
      '',
      `  curl ${state.api}/schools/${state.school.id}/registrations \\`,
      "    -H 'content-type: application/json' \\",
      `    -d '${JSON.stringify({
        name: 'Ida Holm',
        email: 'ida@example.com',
        phone: '+4520123456',
        birthDate: '2005-03-14',
        language: 'da',
        termsVersion: '1',
        consents: [{ kind: 'terms', granted: true }],
      })}'`,
    );
  }
  return [...lines, ''].join('\n');
}

try {
  await main();
} catch (error) {
  // What a person can act on is one line; the rest is a fault of ours and keeps its trace.
  const known =
    error instanceof Error &&
    (!(error instanceof TypeError) ||
      String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS'));
  console.error(known ? error.message : error);
  process.exit(1);
}
