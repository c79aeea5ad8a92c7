import { readFileSync } from 'node:fs';
import type { Stage, StageConfig } from './config.ts';

/**
 * What one deploy says instead of its stage: where its portal and the providers answer, and who is
 * really written to.
 */
export type StageFile = Partial<
  Pick<
    StageConfig,
    'portalUrl' | 'publicApiUrl' | 'messageAllowList' | 'twilioApiUrl' | 'platformUrls'
  >
> & { stripe?: Pick<StageConfig['stripe'], 'apiUrl'>; webhooks?: StageConfig['webhooks'] };

const isUrl = (value: unknown) => typeof value === 'string' && URL.canParse(value);
const isListOfStrings = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Every key there may be, by its path, and what it must be. */
const KEYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  portalUrl: isUrl,
  publicApiUrl: isUrl,
  messageAllowList: isListOfStrings,
  twilioApiUrl: isUrl,
  'stripe.apiUrl': isUrl,
  'platformUrls.e-teori': isUrl,
  'platformUrls.findkoreskole': isUrl,
  'webhooks.allowList': isListOfStrings,
  'webhooks.egressUrl': isUrl,
};

/**
 * The stage's configuration with what the file says instead (`cdk deploy -c config=<file>`), such as
 * where stand-ins for Stripe and Twilio answer. A key it does not know, or a value of another kind,
 * stops synth; production is configured in `config.ts` alone, where it is reviewed.
 */
export function withStageFile(stage: Stage, config: StageConfig, path: string): StageConfig {
  if (stage === 'production') {
    throw new Error(`${path}: production is configured in infra/config.ts alone`);
  }
  const file = JSON.parse(readFileSync(path, 'utf8')) as StageFile;
  for (const [key, value] of flat(file)) {
    if (KEYS[key] === undefined) throw new Error(`${path}: ${key} is not a key of a stage file`);
    if (!KEYS[key](value)) throw new Error(`${path}: ${key} cannot be ${JSON.stringify(value)}`);
  }
  return {
    ...config,
    ...file,
    stripe: { ...config.stripe, ...file.stripe },
    platformUrls: { ...config.platformUrls, ...file.platformUrls },
    webhooks: { ...config.webhooks, ...file.webhooks },
  };
}

/** `{ stripe: { apiUrl } }` as `stripe.apiUrl`. */
function flat(object: object, prefix = ''): [string, unknown][] {
  return Object.entries(object).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value, `${prefix}${name}.`)
      : [[prefix + name, value]],
  );
}
