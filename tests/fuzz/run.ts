import { spawn } from 'node:child_process';

/**
 * `npm run fuzz -- [<requests, default 10000>] [<seed, default 1>]`: as long as one likes, against a
 * stack of its own. Ends with 1 when an answer was not as documented.
 */
const [requests = '10000', seed = '1'] = process.argv.slice(2);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'fuzz'];
const child = spawn(process.execPath, [...vitest, 'tests/fuzz/fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed },
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
