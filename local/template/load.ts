import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemblyHash } from '../../infra/build/bundle.ts';
import type { Progress } from '../progress.ts';
import { cachedAssembly, loadStacks } from './assembly.ts';
import type { StackTemplate } from './types.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The stacks of an assembly: the one given, or that of the product's sources, which are synthesized
 * when they have changed since.
 */
export async function loadTemplate(
  given: string | undefined,
  progress: Progress,
): Promise<StackTemplate[]> {
  if (given !== undefined) return loadStacks(given);
  const assembly = await cachedAssembly({
    hash: assemblyHash('dev'),
    cacheDir: join(ROOT, '.local', 'assembly'),
    synthesize: (outdir) => progress('synthesizing (sources have changed)', runSynth(outdir)),
  });
  return loadStacks(assembly);
}

/** The complaint of a synth that fails is its own; it is passed on as it stands. */
function runSynth(outdir: string): Promise<void> {
  const script = fileURLToPath(new URL('./synth.ts', import.meta.url));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, outdir], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`synth failed\n${complaint.trim()}`));
    });
  });
}
