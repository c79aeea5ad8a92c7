import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadLettersOf } from '../../infra/dead-letters.ts';
import { Deployment, productOptions, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

const RUNBOOK = readFileSync(join(import.meta.dirname, '../../infra/RUNBOOK.md'), 'utf8');
const PREFIX = 'just-driving-dev-';

describe('dead letters of the product', () => {
  let deployment: Deployment;
  let names: string[];
  beforeAll(async () => {
    deployment = await Deployment.of(productOptions);
    names = deployment
      .all('AWS::SQS::Queue')
      .map(({ Properties }) => String(Properties.QueueName).replace(PREFIX, ''));
  });
  const dead = () => names.filter((name) => name.endsWith('-dlq'));

  it('have a row each in the runbook, and no row is about nothing', () => {
    const rows = [...RUNBOOK.matchAll(/^\| `([\w-]+-dlq)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(dead().sort());
  });

  it('exist for every queue, rule target, stream and schedule', () => {
    for (const queue of names.filter((name) => !name.endsWith('-dlq'))) {
      expect(dead()).toContain(`${queue}-dlq`);
    }
    for (const rule of deployment.all('AWS::Events::Rule')) {
      for (const target of rule.Properties.Targets) {
        expect(target.DeadLetterConfig?.Arn, rule.id).toBeDefined();
      }
    }
    for (const mapping of deployment.all('AWS::Lambda::EventSourceMapping')) {
      const isStream = mapping.Properties.StartingPosition !== undefined;
      const failures = mapping.Properties.DestinationConfig?.OnFailure.Destination;
      if (isStream) expect(failures, mapping.id).toBeDefined();
    }
  });

  it('go back to a queue that is there, or say why not', () => {
    const none: string[] = [];
    for (const name of dead()) {
      try {
        const { from, to } = deadLettersOf('dev', name);
        expect(from).toBe(`${PREFIX}${name}`);
        expect(names.map((one) => PREFIX + one)).toContain(to);
      } catch (error) {
        expect((error as Error).message).toMatch(/nothing to redrive; /);
        none.push(name);
      }
    }
    expect(none.sort()).toEqual(['relay-outbox-dlq', 'schedule-reconciliation-dlq', 'sweep-dlq']);
  });

  it.each([
    ['email', 'email-dlq', 'email'],
    ['sms-dlq', 'sms-dlq', 'sms'],
    ['just-driving-dev-email-dlq', 'email-dlq', 'email'],
    ['plan-notifications-rule-dlq', 'plan-notifications-rule-dlq', 'plan-notifications'],
    ['mail-reports-rule', 'mail-reports-rule-dlq', 'deliveries'],
  ])('%s is taken from %s to %s', (name, from, to) => {
    expect(deadLettersOf('dev', name)).toEqual({ from: PREFIX + from, to: PREFIX + to });
  });
});
