import { join } from 'node:path';
import type { Base } from '../base.ts';
import { type Engine, startEngine } from '../engine.ts';
import { LOCAL_ACCOUNT_ID } from '../parts/constants.ts';
import { secretArn } from '../parts/secrets.ts';
import { userPoolClientId, userPoolId } from '../parts/user-pools.ts';
import { describeWith } from '../template/resources.ts';
import type { StackTemplate } from '../template/types.ts';
import { ACCOUNT_TYPES } from './account-types.ts';
import type { Buckets } from './buckets.ts';
import { unpacked } from './bundles.ts';
import type { Ground } from './cloudformation/operations.ts';

export type LocalGround = Ground & {
  /** what runs at present; null when nothing does */
  engine(): Engine | null;
  /** the same again, with fresh processes */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Carries stacks out on this machine: one engine for all of them, started anew when they change. */
export function groundOn(
  base: Base,
  buckets: Buckets,
  options: {
    /** told when other stacks run than before */
    onRun(engine: Engine): void;
    onFailure(line: string): void;
  },
): LocalGround {
  const { proxy, gateway, dataDir } = base;
  let engine: Engine | null = null;
  let running: readonly StackTemplate[] = [];

  const start = async (stacks: readonly StackTemplate[]) => {
    await engine?.stop({ kindly: true });
    engine = null;
    engine = await startEngine({ base, stacks, overrides: {}, onFailure: options.onFailure });
    running = stacks;
    engine.run();
    options.onRun(engine);
  };

  return {
    describe: describeWith(
      {
        queueUrl: (name) => `${proxy.origin}/${LOCAL_ACCOUNT_ID}/${name}`,
        apiEndpoint: () => gateway.origin,
        ...{ userPoolId, userPoolClientId },
        secretArn: ({ Name }) => secretArn(Name),
      },
      ACCOUNT_TYPES,
    ),
    bundle: (bucket, key) => unpacked(buckets, join(dataDir, 'bundles'), bucket, key),
    async run(stacks) {
      const isSame =
        stacks.length === running.length && stacks.every((stack) => running.includes(stack));
      if (engine === null ? stacks.length > 0 : !isSame) await start(stacks);
    },
    made(type, physicalId) {
      if (type === 'AWS::S3::Bucket') buckets.make(physicalId);
    },
    removed(type, physicalId) {
      if (type === 'AWS::S3::Bucket') buckets.remove(physicalId);
      if (type === 'AWS::SQS::Queue') {
        base.standIns.queues.deleteQueue(physicalId.split('/').at(-1) ?? '');
      }
    },
    engine: () => engine,
    restart: () => start(running),
    stop: async () => {
      await engine?.stop();
    },
  };
}
