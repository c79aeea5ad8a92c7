import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { constructId, physicalName } from '../names.ts';

/** What can be wrong. Each kind is an article of `infra/RUNBOOK.md`; a test compares the two lists. */
export const ALARM_KINDS = [
  'dead-letters',
  'queue-age',
  'function-errors',
  'function-throttles',
  'stream-age',
  'outbox-age',
  'api-5xx',
  'money-attention',
  'platform-paused',
  'quarantine',
] as const;
type AlarmKind = (typeof ALARM_KINDS)[number];

type AlarmProps = {
  stage: string;
  topic: ITopic;
  kind: AlarmKind;
  /** what it is about: a queue, an area */
  subject: string;
  metric: IMetric;
  /** the alarm goes off when the metric is above this, in the metric's own unit */
  above: number;
  /** periods in a row; default 1 */
  periods?: number;
  /** whether silence is a failure too; default no */
  silenceAlarms?: boolean;
};

/** An alarm that pages through the topic and names its runbook article. */
export function addAlarm(scope: Construct, props: AlarmProps): Alarm {
  const { kind, subject, stage } = props;
  const alarm = new Alarm(scope, constructId(`${subject}-${kind}-alarm`), {
    alarmName: physicalName(stage, `${subject}-${kind}`),
    alarmDescription: `infra/RUNBOOK.md#${kind}`,
    metric: props.metric,
    threshold: props.above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: props.periods ?? 1,
    treatMissingData: props.silenceAlarms
      ? TreatMissingData.BREACHING
      : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(props.topic));
  return alarm;
}
