import { defineConfig } from 'vitest/config';

/** After each file that drives the stack: its rows hold every invariant, its logs name nobody. */
const SOUND_AND_SILENT = ['tests/flows/support/after-each-file.ts'];

/**
 * The tests by what they need: nothing, DynamoDB Local, a synthesized template, the whole stack.
 * Run one kind with `vitest run --project unit`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Nothing here waits for anything but the processor: a busy machine is no failure. What
          // computes for minutes says so itself, with a limit that only ends what hangs.
          testTimeout: 300_000,
          // One module graph for all files of a worker: a second instead of eight.
          isolate: false,
          // Nothing but computing: every core takes part, and a larger nursery saves a tenth.
          maxWorkers: '100%',
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // The SDK is loaded once a worker; tables are apart by worker and purpose.
          isolate: false,
          globalSetup: ['tests/support/dynamo-global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'infra',
          include: ['tests/infra/**/*.test.ts'],
          // The CDK takes seconds to load: once a worker.
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'flows',
          include: ['tests/flows/**/*.test.ts'],
          globalSetup: ['tests/flows/support/global-setup.ts'],
          setupFiles: SOUND_AND_SILENT,
          // Each file drives the whole stack: two at once would only slow each other down. One worker
          // loads the SDK once for all of them; what a file does to the stack ends with it all the same.
          fileParallelism: false,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          // By `npm run fuzz`: as long as one likes, so not a part of `npm test`.
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          globalSetup: ['tests/flows/support/global-setup.ts'],
          setupFiles: SOUND_AND_SILENT,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          // By `npm run test:deploy`: the CDK's own command line, so not a part of `npm test`.
          name: 'deploy',
          include: ['tests/deploy/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          // A stack of their own: what they break must not trouble the flows.
          globalSetup: ['tests/flows/support/global-setup.ts'],
          setupFiles: SOUND_AND_SILENT,
          fileParallelism: false,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
