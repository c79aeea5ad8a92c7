import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Operation } from '../../functions/shared/operation.ts';
import { routeKey } from '../operations.ts';
import type { Platform } from '../platform.ts';
import { AreaFunction } from './area-function.ts';

type ApiFunctionProps = { platform: Platform; operation: Operation; bundle: string };

const DEFAULT_TIMEOUT_SECONDS = 10;

/**
 * One operation: its function, its integration, its route and the API's permission to call it on
 * exactly that route. Every route carries the JWT authorizer unless its contract says `public`.
 */
export class ApiFunction extends Construct {
  readonly function: AreaFunction;

  constructor(scope: Construct, id: string, { platform, operation, bundle }: ApiFunctionProps) {
    super(scope, id);
    this.function = new AreaFunction(this, 'Handler', {
      platform,
      definition: operation,
      bundle,
      defaultTimeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
    });
    const { lambda } = this.function;
    const integration = new CfnIntegration(this, 'Integration', {
      apiId: platform.api.id,
      integrationType: 'AWS_PROXY',
      integrationUri: lambda.functionArn,
      payloadFormatVersion: '2.0',
    });
    const authorization =
      operation.who === 'public'
        ? { authorizationType: 'NONE' }
        : { authorizationType: 'JWT', authorizerId: platform.api.authorizerId };
    new CfnRoute(this, 'Route', {
      apiId: platform.api.id,
      routeKey: routeKey(operation),
      target: `integrations/${integration.ref}`,
      ...authorization,
    });
    new CfnPermission(this, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionArn,
      principal: 'apigateway.amazonaws.com',
      // <api>/<stage>/<method>/<path>, path parameters as wildcards
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: platform.api.id,
        resourceName: `*/${operation.method}${operation.path.replaceAll(/\{[^}]+\}/g, '*')}`,
      }),
    });
  }
}
