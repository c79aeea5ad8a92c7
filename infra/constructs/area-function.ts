import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  PolicyDocument,
  type PolicyStatement,
  Role,
  ServicePrincipal,
  PolicyStatement as Statement,
} from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENV } from '../../functions/shared/environment.ts';
import type { Needs } from '../../functions/shared/operation.ts';
import { METRIC_NAMESPACE, PRODUCT, physicalName } from '../names.ts';
import type { Platform } from '../platform.ts';
import { grantsFor } from './grants.ts';

/** What a contract says about the function itself, whatever wakes it. */
type FunctionDefinition = {
  name: string;
  summary: string;
  needs: Needs;
  memory?: number;
  timeoutSeconds?: number;
};

type AreaFunctionProps = {
  platform: Platform;
  definition: FunctionDefinition;
  /** folder with the bundle, `index.mjs` exporting `handler` */
  bundle: string;
  defaultTimeoutSeconds: number;
};

const DEFAULT_MEMORY_MB = 512;
export const DEFAULT_WORKER_TIMEOUT_SECONDS = 30;

/**
 * A Lambda function with a role, a policy and a log group of its own: nothing is shared between
 * two functions but the managed policy that lets them be traced.
 */
export class AreaFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly timeoutSeconds: number;
  private readonly policy: PolicyDocument;

  constructor(scope: Construct, id: string, props: AreaFunctionProps) {
    super(scope, id);
    const { platform, definition } = props;
    const functionName = physicalName(platform.stage, definition.name);
    this.timeoutSeconds = definition.timeoutSeconds ?? props.defaultTimeoutSeconds;

    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: platform.config.logRetention,
      removalPolicy: platform.config.retainLogs ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const grant = grantsFor(this, definition.needs, platform);
    // The policy lies inside the role, so a function, an event source mapping or a rule that
    // depends on the role cannot be created before its permissions.
    this.policy = new PolicyDocument({
      statements: [
        new Statement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        ...grant.statements,
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${functionName} may do`,
      inlinePolicies: { needs: this.policy },
      managedPolicies: [platform.tracing],
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      description: definition.summary,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      // maps are for the developer's machine: they would double what Lambda loads
      code: Code.fromAsset(props.bundle, { exclude: ['*.map'] }),
      memorySize: definition.memory ?? DEFAULT_MEMORY_MB,
      timeout: Duration.seconds(this.timeoutSeconds),
      // CDK would otherwise write its own statements, X-Ray's on every role among them
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      tracing: Tracing.ACTIVE,
      environment: {
        [ENV.stage]: platform.stage,
        POWERTOOLS_SERVICE_NAME: `${PRODUCT}-${platform.stage}`,
        POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
        ...grant.environment,
      },
    });
  }

  /** Adds what an event source needs beyond the contract: reading its own queue, its own stream. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    const statement: PolicyStatement = new Statement({
      actions: [...actions],
      resources: [...resources],
    });
    this.policy.addStatements(statement);
  }
}
