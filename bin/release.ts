import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { parseStage } from '../infra/config.ts';
import { physicalName, RELEASE_OUTPUT } from '../infra/names.ts';
import { rollbackArguments, rolloutArguments } from './release/cdk-arguments.ts';
import { KeptReleases } from './release/kept.ts';

const USAGE = `usage:
  npm run release  -- <stage>                  builds this commit's assembly and keeps it
  npm run rollout  -- <stage> [--minutes 10]   deploys it, watched by the stage's alarms
  npm run rollback -- <stage> [<commit>]       deploys a kept one again, the last before by default

  --dry-run   says what would be run
  --force     goes back though queues, tables or secrets would be deleted or made anew`;

const ROOT = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '10' },
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
  });
  const [command, stageName, commit] = positionals;
  if (stageName === undefined) throw new Error(USAGE);
  const stage = parseStage(stageName);
  const kept = new KeptReleases(process.env.RELEASES_DIR ?? join(ROOT, '.build/releases'), stage);
  const deploy = (target: string, words: string[]) => {
    console.log(`cdk ${words.join(' ')}`);
    if (values['dry-run']) return;
    run('cdk', words);
    kept.deployed({ commit: target, at: new Date().toISOString() });
  };
  switch (command) {
    case 'build':
      build(kept, stage, head());
      return;
    case 'rollout': {
      const target = head();
      if (!kept.has(target)) build(kept, stage, target);
      const running = await runningOn(stage);
      const watch = running && { stage, ...running, minutes: Number(values.minutes) };
      // there are no alarms yet to watch a first deploy
      if (!watch) console.log(`the first deploy of ${stage}: no alarm watches it`);
      deploy(target, rolloutArguments(kept.assembly(target), watch));
      return;
    }
    case 'rollback': {
      const running = await runningOn(stage);
      if (!running) throw new Error(`nothing is deployed on ${stage}`);
      const target = commit ?? kept.before(running.release);
      if (!kept.has(target)) throw new Error(`the release ${target} is not kept here`);
      if (!values.force) refuseLosses(kept.losses(running.release, target), target);
      console.log(`${stage}: from ${running.release} back to ${target}`);
      deploy(target, rollbackArguments(kept.assembly(target)));
      return;
    }
    default:
      throw new Error(USAGE);
  }
}

/** Writes the assembly beside its place first: what is kept is whole, or not there. */
function build(kept: KeptReleases, stage: string, commit: string): void {
  const folder = kept.assembly(commit);
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  run(process.execPath, [join(ROOT, 'bin/app.ts')], {
    ...{ STAGE: stage, RELEASE: commit, CDK_OUTDIR: half },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  console.log(`kept ${folder}`);
}

/** The commit that is checked out. A release that no commit describes could never be built again. */
function head(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
  if (git('status', '--porcelain') !== '') throw new Error('commit your changes first');
  return git('rev-parse', '--short=12', 'HEAD');
}

type Running = { release: string; region: string; account: string };

/** What the stage says of itself: its release, and in whose account it is. Null: nothing is there. */
async function runningOn(stage: string): Promise<Running | null> {
  const StackName = physicalName(stage, 'overview');
  try {
    const { Stacks } = await new CloudFormationClient({}).send(
      new DescribeStacksCommand({ StackName }),
    );
    const { StackId = '', Outputs = [] } = Stacks?.[0] ?? {};
    const [, , , region = '', account = ''] = StackId.split(':');
    const release = Outputs.find(({ OutputKey }) => OutputKey === RELEASE_OUTPUT)?.OutputValue;
    return { release: release ?? 'unreleased', region, account };
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return null;
    throw error;
  }
}

function refuseLosses(lost: readonly string[], target: string): void {
  if (lost.length === 0) return;
  throw new Error(
    `going back to ${target} would lose:\n${lost.map((one) => `  ${one}`).join('\n')}\n` +
      'Empty what can be emptied, then --force; or repair forwards.',
  );
}

function run(command: string, words: readonly string[], more: Record<string, string> = {}): void {
  const env = { ...process.env, ...more };
  const { status } = spawnSync(command, words, { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
