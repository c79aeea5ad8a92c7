import { ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { afterAll, describe, expect, it } from 'vitest';
import { losses } from '../../infra/released/losses.ts';
import released from '../../infra/released/production.json' with { type: 'json' };
import { statefulOf } from '../../infra/released/stateful.ts';
import { build, productOptions, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

describe('an upgrade from the last release', () => {
  it('replaces and removes nothing that holds something', async () => {
    const next = statefulOf(await build({ ...productOptions, stage: 'production' }));

    expect(losses(released, next)).toEqual([]);
  });

  it('would be stopped by another table name, and by a queue that is gone', () => {
    const changed = structuredClone(released) as unknown as Record<
      string,
      { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> }
    >;
    const table = Object.values(changed.Data?.Resources ?? {}).find(
      ({ Type }) => Type === 'AWS::DynamoDB::Table',
    );
    if (table) table.Properties.TableName = 'another';
    const queues = Object.keys(changed.Messaging?.Resources ?? {});
    delete changed.Messaging?.Resources[queues[0] ?? ''];

    const lost = losses(released, changed);

    expect(lost).toHaveLength(2);
    expect(lost.join()).toContain(ResourceImpact.WILL_REPLACE);
  });
});
