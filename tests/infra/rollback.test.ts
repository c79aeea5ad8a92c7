import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollbackArguments, rolloutArguments } from '../../bin/release/cdk-arguments.ts';
import { KeptReleases } from '../../bin/release/kept.ts';
import {
  build,
  Deployment,
  fixtureOptions,
  productOptions,
  removeScratch,
  scratchFolder,
} from './support/synth.ts';

afterAll(removeScratch);

const ROOT = join(import.meta.dirname, '../..');

describe('kept releases', () => {
  const root = scratchFolder();
  const kept = new KeptReleases(root, 'dev');
  beforeAll(async () => {
    const app = await build({ ...fixtureOptions, outdir: kept.assembly('first') });
    app.synth();
    cpSync(kept.assembly('first'), kept.assembly('second'), { recursive: true });
    for (const [i, commit] of ['first', 'second'].entries()) {
      kept.deployed({ commit, at: `2026-11-2${i}T08:00:00.000Z` });
    }
  });

  it('go back to the one that was there before, over repeated deploys too', () => {
    expect(kept.before('second')).toBe('first');
    kept.deployed({ commit: 'second', at: '2026-11-22T08:00:00.000Z' });
    expect(kept.before('second')).toBe('first');
    expect(() => kept.before('first')).toThrow('name the commit to go back to');
    expect(() => kept.before('never seen')).toThrow('name the commit to go back to');
  });

  it('are whole: the CDK CLI reads one where nothing of the source is', () => {
    const listed = execFileSync(
      join(ROOT, 'node_modules/.bin/cdk'),
      ['list', '--app', kept.assembly('first')],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );

    expect(listed.trim().split('\n')).toEqual(
      expect.arrayContaining(['Data (just-driving-dev-data)']),
    );
  }, 60_000);

  it('say what going back would lose: a queue that only the newer release has', () => {
    const file = join(kept.assembly('second'), 'Messaging.template.json');
    const template = JSON.parse(readFileSync(file, 'utf8'));
    const Properties = { QueueName: 'just-driving-dev-newest' };
    template.Resources.Newest = { Type: 'AWS::SQS::Queue', Properties };
    writeFileSync(file, JSON.stringify(template));

    expect(kept.losses('second', 'first')).toEqual(['Messaging/Newest WILL_DESTROY']);
    expect(kept.losses('first', 'second')).toEqual([]);
    expect(() => kept.losses('second', 'gone')).toThrow('the release gone is not kept here');
  });

  it('are not taken for kept before they are whole', () => {
    mkdirSync(`${kept.assembly('third')}.half`);
    expect(kept.has('third')).toBe(false);
    expect(kept.has('first')).toBe(true);
  });
});

describe('a deploy', () => {
  const watch = { stage: 'dev', region: 'eu-north-1', account: '123456789012', minutes: 10 };

  it('is watched by five alarms that there are', async () => {
    const words = rolloutArguments('kept/abc', watch);

    const alarms = words
      .filter((word) => word.startsWith('arn:'))
      .map((arn) => arn.split(':alarm:')[1]);
    const deployment = await Deployment.of(productOptions);
    const there = deployment
      .all('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties.AlarmName);
    expect(alarms).toHaveLength(5);
    expect(there).toEqual(expect.arrayContaining(alarms));
    expect(words).toEqual(expect.arrayContaining(['--monitoring-time-minutes', '10']));
  });

  it('goes back without the triggers that would stop it', () => {
    expect(rollbackArguments('kept/abc').slice(-2)).toEqual([
      '--rollback-trigger-alarm-arns',
      'none',
    ]);
    expect(rolloutArguments('kept/abc', null).join(' ')).not.toContain('alarm');
  });

  it('is known to the pinned CLI by just these words', () => {
    const help = execFileSync(join(ROOT, 'node_modules/.bin/cdk'), ['deploy', '--help'], {
      encoding: 'utf8',
    });
    const options = [...rolloutArguments('kept/abc', watch), ...rollbackArguments('kept/abc')];
    for (const option of options.filter((word) => word.startsWith('--'))) {
      expect(help).toContain(option);
    }
  }, 60_000);
});
