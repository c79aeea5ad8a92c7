import type { Base } from '../base.ts';
import { writeJson } from '../parts/json-file.ts';

/**
 * Writes what a deploy onto this endpoint says instead of its stage (`cdk deploy -c config=<file>`):
 * where this machine's stand-ins for Stripe, Twilio and the platforms answer. The same as `npm start`
 * gives its functions, but through the template.
 */
export function writeStageFile(path: string, { standIns, stripeSettings, portal }: Base): void {
  writeJson(path, {
    portalUrl: portal.endpoint,
    messageAllowList: ['*'],
    twilioApiUrl: standIns.twilio.endpoint,
    stripe: { apiUrl: stripeSettings.apiUrl },
    platformUrls: {
      'e-teori': standIns.eTeori.endpoint,
      findkoreskole: standIns.findkoreskole.endpoint,
    },
    webhooks: {
      allowList: ['127.0.0.1:*', 'localhost:*'],
      egressUrl: standIns.webhooks.endpoint,
    },
  });
}
