import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnAuthorizer,
  CorsHttpMethod,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { addAlarm } from '../constructs/alarm.ts';
import { physicalName } from '../names.ts';
import type { Platform } from '../platform.ts';

/** What the API stack is given: everything of the platform but itself. */
type ApiProps = Omit<Platform, 'api' | 'queues' | 'configurationSet' | 'bus' | 'tracing'>;

/**
 * The HTTP API without its routes: authorizer, CORS, stage with throttle and access log. Routes
 * live with their functions, so this stack stays small and deploys before every area.
 */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly authorizer: CfnAuthorizer;

  constructor(scope: Construct, props: ApiProps) {
    const { stage, config } = props;
    super(scope, 'Api', {
      stackName: physicalName(stage, 'api'),
      description: 'Just Driving: HTTP API and its authorizer',
    });
    this.api = new HttpApi(this, 'Http', {
      apiName: physicalName(stage, 'api'),
      description: `Just Driving, ${stage}`,
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...config.corsOrigins],
        allowMethods: [CorsHttpMethod.ANY],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
        // the id to tell support: it finds the request in every log
        exposeHeaders: ['etag', 'location', 'retry-after', 'apigw-requestid'],
        maxAge: Duration.hours(1),
      },
    });
    this.authorizer = new CfnAuthorizer(this, 'Tokens', {
      apiId: this.api.apiId,
      name: 'access-tokens',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: `https://cognito-idp.${this.region}.amazonaws.com/${props.userPool.userPoolId}`,
        // access tokens carry the client in `client_id`, which the authorizer accepts for `aud`
        audience: [props.userPoolClient.userPoolClientId],
      },
    });
    const stageOfApi = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.rate, burstLimit: config.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.addAccessLog(props)),
        format: ACCESS_LOG_FORMAT,
      },
    });
    addAlarm(this, {
      stage,
      topic: props.alarms,
      kind: 'api-5xx',
      subject: 'api',
      metric: stageOfApi.metricServerError({ period: Duration.minutes(5) }),
      above: 0,
    });
  }

  private addAccessLog({ stage, config }: ApiProps): LogGroup {
    return new LogGroup(this, 'AccessLog', {
      // under this prefix the delivery service needs no resource policy of its own
      logGroupName: `/aws/vendedlogs/${physicalName(stage, 'api')}`,
      retention: config.logRetention,
      removalPolicy: config.retainLogs ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

/**
 * No address, no user agent, no query string: they are personal data. The route as it is declared,
 * not the path as it was asked: some paths end in a token.
 */
const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
    integrationStatus: '$context.integrationStatus',
    integrationLatency: '$context.integrationLatency',
    errorType: '$context.error.responseType',
    responseLength: '$context.responseLength',
  }),
);
