import type { ControlClock } from '../parts/clock.ts';
import type { Model, Resolved } from '../template/model.ts';
import { TemplateError } from '../template/types.ts';
import { JwtAuthorizer } from './authorizer.ts';
import type { CorsConfiguration } from './cors.ts';
import type { GatewayOptions, GatewayRoute } from './gateway.ts';
import { Throttle } from './throttle.ts';

/** The local user pool in the place of the AWS address that the template's authorizer names. */
export type Issuer = { issuer: string; jwksUri: string };

/** Locally the stage's throttle is never under this, whatever the stage says. */
const LEAST_RATE = 1_000;

/** Reads the API of the template: what each route calls and who may. */
export function readGateway(
  model: Model,
  clock: ControlClock,
  issuerOfPool: (userPoolId: string) => Issuer,
): Omit<GatewayOptions, 'invoke'> {
  if (model.api === null) throw new TemplateError('the template has no HTTP API');
  const { api, stages, routes, integrations, authorizers } = model.api;
  const byRef = (list: Resolved[]) => new Map(list.map((item) => [item.attributes.Ref, item]));
  const integrationOf = byRef(integrations);
  const verifiers = new Map(
    authorizers.map((authorizer) => [
      authorizer.attributes.Ref,
      toAuthorizer(authorizer, clock, issuerOfPool),
    ]),
  );
  const stage = stages[0]?.properties as
    | { StageName?: string; DefaultRouteSettings?: Record<string, number> }
    | undefined;
  const settings = stage?.DefaultRouteSettings;
  return {
    routes: routes.map((route) => toRoute(route, integrationOf, verifiers)),
    cors: api.properties.CorsConfiguration as CorsConfiguration | undefined,
    throttle: new Throttle(
      Math.max(settings?.ThrottlingRateLimit ?? 0, LEAST_RATE),
      Math.max(settings?.ThrottlingBurstLimit ?? 0, LEAST_RATE),
    ),
    stage: stage?.StageName ?? '$default',
    apiId: api.attributes.Ref ?? '',
    clock,
  };
}

function toRoute(
  route: Resolved,
  integrationOf: Map<string | undefined, Resolved>,
  verifiers: Map<string | undefined, JwtAuthorizer>,
): GatewayRoute {
  const place = `${route.stackName}/${route.logicalId}`;
  const properties = route.properties as Record<string, string | undefined>;
  const integration = integrationOf.get(properties.Target?.replace('integrations/', ''));
  const uri = integration?.properties.IntegrationUri;
  if (integration?.properties.IntegrationType !== 'AWS_PROXY' || typeof uri !== 'string') {
    throw new TemplateError(`${place}: the local runner knows Lambda proxy integrations only`);
  }
  const type = properties.AuthorizationType ?? 'NONE';
  const authorizer = type === 'JWT' ? verifiers.get(properties.AuthorizerId) : null;
  if (authorizer === undefined || (type !== 'JWT' && type !== 'NONE')) {
    throw new TemplateError(`${place}: authorization ${type} is not known to the local runner`);
  }
  return { key: properties.RouteKey ?? '$default', functionName: uri, authorizer };
}

function toAuthorizer(
  authorizer: Resolved,
  clock: ControlClock,
  issuerOfPool: (userPoolId: string) => Issuer,
): JwtAuthorizer {
  const { Issuer: address = '', Audience: audience = [] } = (authorizer.properties
    .JwtConfiguration ?? {}) as { Issuer?: string; Audience?: string[] };
  const userPoolId = address.split('/').at(-1) ?? '';
  return new JwtAuthorizer({ ...issuerOfPool(userPoolId), audience, now: () => clock.now() });
}
