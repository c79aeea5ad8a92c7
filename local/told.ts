import type { Base } from './base.ts';
import type { Engine } from './engine.ts';
import { endpointVariables } from './lambda/environment.ts';
import { LOCAL_CREDENTIALS } from './parts/constants.ts';
import { awsOf } from './provision.ts';
import { platformSecret } from './start-parts.ts';
import type { Seeded, SeedInput, State } from './state.ts';

/** The variables of the template that `npm start` answers with what this machine has. */
export function overridesFor({ standIns, stripeSettings, portal }: Base): Record<string, string> {
  return {
    TWILIO_API_URL: standIns.twilio.endpoint,
    STRIPE_API_URL: stripeSettings.apiUrl,
    PORTAL_URL: portal.endpoint,
    MESSAGE_ALLOW_LIST: '*',
    E_TEORI_API_URL: standIns.eTeori.endpoint,
    FINDKORESKOLE_API_URL: standIns.findkoreskole.endpoint,
    // Receivers on this machine, with a port of their own; what leaves is seen and disturbed on its way.
    WEBHOOK_ALLOW_LIST: '127.0.0.1:*,localhost:*',
    WEBHOOK_EGRESS_URL: standIns.webhooks.endpoint,
  };
}

/** What the seed writes its rows and users with. */
export function seedInputOf(base: Base, engine: Engine, { empty }: { empty: boolean }): SeedInput {
  const { model, environment } = engine;
  return {
    empty,
    now: () => base.clock.now(),
    ...awsOf(model, base.proxy.origin),
    credentials: LOCAL_CREDENTIALS,
    environment: {
      ...Object.assign({}, ...model.functions.map((fn) => environment(fn, 'seed'))),
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      ...endpointVariables(base.proxy.origin),
    },
    stripeAccount: base.real?.account ?? base.standIns.stripe.firstAccount(),
    api: base.gateway.origin,
    portal: base.portal.endpoint,
  };
}

/** What other programs are told of the running stack. */
export function stateOf(base: Base, engine: Engine, input: SeedInput, seeded: Seeded): State {
  const { gateway, standIns, stripeSettings } = base;
  return {
    process: process.pid,
    api: gateway.origin,
    docs: `${gateway.origin}/docs`,
    mail: standIns.mail.endpoint,
    control: base.control.endpoint,
    portal: base.portal.endpoint,
    aws: awsOf(engine.model, base.proxy.origin),
    secrets: {
      stripeWebhook: stripeSettings.webhookSecret,
      stripeConnectAccount: input.stripeAccount,
      twilioAuthToken: standIns.twilio.account.authToken,
      findkoreskole: platformSecret(standIns.secrets, 'findkoreskole'),
      eTeori: platformSecret(standIns.secrets, 'e-teori'),
    },
    ...seeded,
  };
}
