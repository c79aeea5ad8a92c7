/**
 * Physical names. Explicit, so that a person, an alarm and the local runner find a function by its
 * operation; `decisions/0002-explicit-names.md` says what that costs.
 */
export const PRODUCT = 'just-driving';

/** Namespace and names of the metrics of our own that alarms watch; `functions/shared/metrics.ts` and `money-metrics.ts` publish them. */
export const METRIC_NAMESPACE = 'JustDriving';
export const OUTBOX_AGE_METRIC = 'OutboxOldestSeconds';
export const MONEY_ATTENTION_METRIC = 'MoneyAttention';
export const PLATFORM_PAUSE_METRIC = 'PlatformPausedSeconds';
export const QUARANTINE_METRIC = 'QuarantinedDeliveries';

/** Output of the overview stack: the commit that is deployed. */
export const RELEASE_OUTPUT = 'Release';

/** Lambda, IAM and EventBridge all refuse a name longer than this. */
const LONGEST_NAME = 64;

/** `just-driving-<stage>-<name>`: a function's, queue's, rule's or stack's name in its account. */
export function physicalName(stage: string, name: string): string {
  const full = `${PRODUCT}-${stage}-${name}`;
  if (full.length > LONGEST_NAME) {
    throw new Error(`the name ${full} has ${full.length} characters, AWS allows ${LONGEST_NAME}`);
  }
  return full;
}

/** `register-student` -> `RegisterStudent`: a construct id in CloudFormation's alphabet. */
export function constructId(name: string): string {
  return name.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}
