import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBase } from './base.ts';
import { startEngine } from './engine.ts';
import { timed } from './progress.ts';
import { putProviderSecrets } from './provision.ts';
import { seedOnce } from './seeding.ts';
import { type State, writeState } from './state.ts';
import { type Stop, stopper } from './stops.ts';
import { loadTemplate } from './template/load.ts';
import { overridesFor, seedInputOf, stateOf } from './told.ts';

export type StackOptions = {
  /** the API's; the other addresses follow it where they are free. 0: any free ports */
  port?: number;
  /** where data, logs and `state.json` lie; default `.local` of the repository */
  localDir?: string;
  /** forget what an earlier run left */
  fresh?: boolean;
  /** keep rows and queues in memory: faster, and gone with the process */
  inMemory?: boolean;
  /** how many times its timeout a function has, on a machine that does much else; default once */
  timeFactor?: number;
  /** seed a platform administrator only */
  empty?: boolean;
  /** a folder synthesized already, instead of the product's sources */
  assembly?: string;
  /** told of each slow step; silent by default */
  progress?: (line: string) => void;
};

export type Stack = {
  state: State;
  /** what went wrong in functions, one line each */
  failures: string[];
  stop(): Promise<void>;
};

const DEFAULT_DIR = fileURLToPath(new URL('../.local', import.meta.url));

/**
 * Brings the synthesized template up on this machine. Everything started is stopped again when a
 * step fails, and by `stop`.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const localDir = resolve(options.localDir ?? DEFAULT_DIR);
  const stops: Stop[] = [];
  const stop = stopper(localDir, stops);
  try {
    return { ...(await start({ ...options, localDir }, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: StackOptions & { localDir: string },
  stops: Stop[],
): Promise<Omit<Stack, 'stop'>> {
  const { localDir } = options;
  const progress = timed(options.progress ?? (() => {}));
  const base = await startBase(
    {
      port: options.port ?? 3000,
      localDir,
      fresh: options.fresh ?? false,
      inMemory: options.inMemory ?? false,
      timeFactor: options.timeFactor ?? 1,
      progress,
      meanwhile: () => progress('template', loadTemplate(options.assembly, progress)),
    },
    stops,
  );
  const engine = await startEngine({
    base,
    stacks: base.meanwhile,
    overrides: overridesFor(base),
    onFailure: (line) => options.progress?.(`  ! ${line}`),
  });
  stops.push(() => engine.stop());
  putProviderSecrets(engine.model.secrets, base.keysOfProviders);

  const input = seedInputOf(base, engine, { empty: options.empty ?? false });
  const { endpoint } = base.standIns.dynamodb;
  const seeded = await progress('seed', seedOnce(base.dataDir, endpoint, input));
  engine.run();
  const state = stateOf(base, engine, input, seeded);
  writeState(localDir, state);
  return { state, failures: base.failures };
}
