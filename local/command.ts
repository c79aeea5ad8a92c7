import { checkJava } from './parts/dynamodb.ts';

export type Started = {
  /** what is ready */
  ready: string;
  introduction: string;
  stop(): Promise<void>;
};

const NODE_MAJOR = 24;

/**
 * The frame of a command that starts something and stays: it ends well by a signal or with its parent,
 * and says in one line what a person can act on.
 */
export async function runCommand(command: {
  greeting: string;
  start(): Promise<Started>;
}): Promise<void> {
  try {
    await run(command);
  } catch (error) {
    // What a person can act on is one line; the rest is a fault of ours and keeps its trace.
    const known =
      error instanceof Error &&
      (!(error instanceof TypeError) ||
        String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS'));
    console.error(known ? error.message : error);
    process.exit(1);
  }
}

async function run({ greeting, start }: { greeting: string; start(): Promise<Started> }) {
  checkNode();
  await checkJava();
  const began = performance.now();
  console.log(greeting);

  let started: Started | null = null;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await started?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);

  // npm, killed outright, tells its children nothing: a changed parent is then the only sign.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void end(), 1_000).unref();

  // A fault of the runner's own must not end the stack under whoever works with it.
  process.on('unhandledRejection', (error) => console.error('local runner:', error));
  started = await start();
  if (ending) {
    await started.stop();
    process.exit(0);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`ready ${started.ready} after ${seconds} s`);
  console.log(started.introduction);
}

function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major !== NODE_MAJOR) {
    throw new Error(
      `Node.js ${NODE_MAJOR} is needed, this is ${process.versions.node}: run it by "npm start", which brings its own`,
    );
  }
}

/** The port that the variable `PORT` names, or the usual one. 0: any free one. */
export function portFromEnvironment(usual: number): number {
  const port = Number(process.env.PORT || usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${process.env.PORT} is not a port`);
  }
  return port;
}
