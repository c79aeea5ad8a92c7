import { afterAll, expect, it } from 'vitest';
import { STAGE } from '../../infra/cost/assumptions.ts';
import { Deployment, productOptions, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

it('the cost table counts what the template has', async () => {
  const deployment = await Deployment.of(productOptions);
  const metrics = deployment
    .all('AWS::CloudWatch::Alarm')
    .flatMap(({ Properties }) => Properties.Metrics ?? [{ MetricStat: {} }])
    .filter(({ MetricStat }) => MetricStat !== undefined);
  const working = deployment
    .all('AWS::SQS::Queue')
    .filter(({ Properties }) => !Properties.QueueName.endsWith('-dlq'));

  expect(STAGE).toMatchObject({
    functions: deployment.all('AWS::Lambda::Function').length,
    workingQueues: working.length,
    alarmMetrics: metrics.length,
    dashboards: deployment.all('AWS::CloudWatch::Dashboard').length,
    secrets: deployment.all('AWS::SecretsManager::Secret').length,
  });
});
