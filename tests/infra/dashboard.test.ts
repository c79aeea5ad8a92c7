import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTIFICATION_STATUSES } from '../../domain/notifications/notification.ts';
import { CATALOGUE } from '../../events/catalogue.ts';
import { METRIC_NAMESPACE } from '../../infra/names.ts';
import { MESSAGE_STATUSES } from '../../infra/stacks/dashboard.ts';
import { Deployment, productOptions, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

type Shown = { namespace: string; name: string; dimensions: Record<string, string> };

/** `[namespace, metric, key, value, ..., options]`, as a dashboard's body has it. */
function shown(body: string): Shown[] {
  const { widgets } = JSON.parse(body) as {
    widgets: { properties: { metrics?: unknown[][] } }[];
  };
  return widgets
    .flatMap(({ properties }) => properties.metrics ?? [])
    .map((entry) => {
      const [namespace, name, ...rest] = entry.filter((part) => typeof part === 'string');
      const pairs = rest.flatMap((key, i) => (i % 2 === 0 ? [[key, rest[i + 1]]] : []));
      return { namespace, name, dimensions: Object.fromEntries(pairs) } as Shown;
    });
}

describe('the dashboard', () => {
  let deployment: Deployment;
  let metrics: Shown[];
  let own: string[];
  beforeAll(async () => {
    deployment = await Deployment.of(productOptions);
    const [dashboard, ...others] = deployment.all('AWS::CloudWatch::Dashboard');
    expect(others).toEqual([]);
    expect(dashboard?.Properties.DashboardName).toBe('just-driving-dev-overview');
    const { DashboardBody } = dashboard?.Properties ?? {};
    // the id of the API is another stack's to know
    const parts =
      typeof DashboardBody === 'string' ? [DashboardBody] : DashboardBody['Fn::Join'][1];
    metrics = shown(
      parts.map((part: unknown) => (typeof part === 'string' ? part : 'api')).join(''),
    );
    own = metrics.filter(({ namespace }) => namespace === METRIC_NAMESPACE).map(({ name }) => name);
  });
  const named = (namespace: string, metric: string, dimension: string) =>
    metrics
      .filter((one) => one.namespace === namespace && one.name === metric)
      .map(({ dimensions }) => dimensions[dimension] as string)
      .sort();
  const names = (type: string, property: string) =>
    deployment.all(type).map(({ Properties }) => Properties[property] as string);

  it('shows registrations, bookings, signatures, payments and messages by status', () => {
    expect(own).toEqual(
      expect.arrayContaining([
        'RegistrationReceived',
        'BookingConfirmed',
        'TeacherSigned',
        'StudentSigned',
        'PaymentReceived',
        ...MESSAGE_STATUSES.flatMap((status) => [`email.${status}`, `sms.${status}`]),
      ]),
    );
  });

  it('shows of ours only what is told: events of the catalogue, messages, what has an alarm', () => {
    const events = CATALOGUE.map(({ name }) => name as string);
    const alarmed = names('AWS::CloudWatch::Alarm', 'MetricName');
    const strange = own.filter(
      (name) => !(events.includes(name) || alarmed.includes(name) || /^(email|sms)\./.test(name)),
    );
    expect(strange).toEqual([]);
    // queued is where a message begins: nobody has done anything yet
    expect([...MESSAGE_STATUSES, 'queued'].sort()).toEqual([...NOTIFICATION_STATUSES].sort());
  });

  it.each(['Errors', 'Throttles', 'Duration'])('shows the %s of every function', (metric) => {
    expect(named('AWS/Lambda', metric, 'FunctionName')).toEqual(
      names('AWS::Lambda::Function', 'FunctionName').sort(),
    );
  });

  it('shows the age of every queue, every dead letter, the outbox and the stream', () => {
    const queues = names('AWS::SQS::Queue', 'QueueName').sort();
    const isDead = (name: string) => name.endsWith('-dlq');
    expect(named('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'QueueName')).toEqual(
      queues.filter((name) => !isDead(name)),
    );
    expect(named('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName')).toEqual(
      queues.filter(isDead),
    );
    expect(own).toContain('OutboxOldestSeconds');
    expect(named('AWS/Lambda', 'IteratorAge', 'FunctionName')).toHaveLength(1);
  });

  it('has no figure by school: each would be a metric of its own, on the bill, too', () => {
    const dimensions = new Set(
      metrics
        .filter(({ namespace }) => namespace === METRIC_NAMESPACE)
        .flatMap((one) => Object.keys(one.dimensions)),
    );
    expect([...dimensions]).toEqual(['service']);
  });
});
