import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { ACKNOWLEDGEMENTS, resourcesOf } from '../../infra/acknowledgements.ts';
import { STAGES } from '../../infra/config.ts';
import { build, fixtureOptions, productOptions, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

const PACKS: readonly (new () => NagPack)[] = [AwsSolutionsChecks, ServerlessChecks];

/** `AwsSolutions-SQS3 at Messaging/Email/DeadLetters/Resource`, for every finding of both packs. */
async function findings(options: Parameters<typeof build>[0]): Promise<string[]> {
  const app = await build(options);
  return PACKS.flatMap((Pack) => new Pack().validateScope(app).violations).flatMap(
    ({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
}

describe.each([
  { subject: 'the product', options: productOptions },
  { subject: 'the fixture', options: fixtureOptions },
])('cdk-nag on $subject', ({ options }) => {
  it.each(STAGES)('finds nothing that is not acknowledged (%s)', async (stage) => {
    expect(await findings({ ...options, stage })).toEqual([]);
  });

  // cdk-nag takes a mistyped acknowledgement without a word
  it('finds everything that is acknowledged, on every resource it is acknowledged for', async () => {
    const bare = { ...options, stage: 'production', acknowledge: false };
    const found = new Set(await findings(bare));
    const app = await build(bare);
    for (const acknowledgement of ACKNOWLEDGEMENTS) {
      const resources = resourcesOf(app, acknowledgement);
      expect(resources.length, acknowledgement.id).toBeGreaterThan(0);
      for (const { node } of resources) {
        expect(found).toContain(`${acknowledgement.id} at ${node.path}`);
      }
    }
  });
});

it('is answered with a reason each, and no finding twice', async () => {
  const app = await build({ ...productOptions, stage: 'production', acknowledge: false });
  const answered = ACKNOWLEDGEMENTS.flatMap((acknowledgement) =>
    resourcesOf(app, acknowledgement).map(({ node }) => `${acknowledgement.id} at ${node.path}`),
  );
  expect(answered).toHaveLength(new Set(answered).size);
  for (const { id, reason } of ACKNOWLEDGEMENTS) {
    expect(reason.split(' ').length, id).toBeGreaterThan(7);
  }
});

it('stops a synth whose findings are not acknowledged', async () => {
  const app = await build({ ...fixtureOptions, validate: true, acknowledge: false });
  expect(() => app.synth()).toThrow('AwsSolutions-COG1');
});

it('passes the validator of the library and both packs as gates', async () => {
  const app = await build({ ...fixtureOptions, validate: true });
  expect(() => app.synth()).not.toThrow();
});
