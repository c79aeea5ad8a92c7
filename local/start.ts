import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { portFromEnvironment, runCommand } from './command.ts';
import { startStack } from './stack.ts';
import type { State } from './state.ts';

/**
 * `npm start`: the whole stack on this machine.
 *
 * `--fresh` forgets what earlier runs left, `--empty` seeds only a platform administrator, `--memory`
 * keeps rows and queues in memory, for tests. `PORT` is the API's (0: any free one), `LOCAL_DIR` the folder for
 * data, logs and `state.json`, `TIME_FACTOR` how many times its timeout a function has.
 */
await runCommand({
  greeting: 'Starting Just Driving on this machine.',
  start: async () => {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean' },
        empty: { type: 'boolean' },
        memory: { type: 'boolean' },
      },
    });
    const { state, stop } = await startStack({
      port: portFromEnvironment(3000),
      empty: values.empty ?? false,
      // What an earlier run kept on disk would not fit rows that begin anew.
      fresh: values.fresh || values.memory || false,
      inMemory: values.memory ?? false,
      timeFactor: timeFactor(),
      progress: (line) => console.log(line),
      ...(process.env.LOCAL_DIR && { localDir: resolve(process.env.LOCAL_DIR) }),
      ...(process.env.LOCAL_ASSEMBLY && { assembly: resolve(process.env.LOCAL_ASSEMBLY) }),
    });
    return { stop, ready: state.api, introduction: introduction(state) };
  },
});

function timeFactor(): number {
  const factor = Number(process.env.TIME_FACTOR || 1);
  if (!(factor > 0)) throw new Error(`TIME_FACTOR=${process.env.TIME_FACTOR} is no number above 0`);
  return factor;
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
