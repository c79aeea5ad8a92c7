import { readFile } from 'node:fs/promises';
import type { Loader, Plugin } from 'esbuild';

/**
 * Parts of packages that no function reaches, left out of every bundle. Each row says what may not be
 * called any more; calling it anyway throws a sentence that says so. `tests/infra/bundle.test.ts` holds
 * the sizes, and compares what is left with the whole packages.
 */
type Trim = {
  /** the files, by the end of their path */
  files: RegExp;
  /** which of them stay whole */
  kept?: RegExp;
  /** what the bundle gets instead of a file of that source */
  trimmed(source: string, path: string): string | Promise<string>;
  loader?: Loader;
};

/** Methods of ElectroDB's entities behind `go`, `match` and `find`, and behind scans and batches. */
const SENDING = [
  ...['go', '_exec', 'executeOperation', 'executeQuery', 'executeBulkGet', 'executeBulkWrite'],
  ...['hydrate', 'applyBulkGetResponseFormatting', 'formatBulkWriteResponse'],
  ...['match', 'find', '_findBestIndexKeyMatch', '_makeScanParam'],
  ...['_batchGetParams', '_batchWriteParams', '_createNewBatchGetOrderMaintainer'],
];

/** Stands for an `AttributeOperationProxy` of ElectroDB's until one of its methods is called. */
const PROXY_WHEN_CALLED = `
class ProxyWhenCalled {
  constructor(options) { this.options = options; }
  get real() { return (this.made ??= new AttributeOperationProxy(this.options)); }
  invokeCallback(...given) { return this.real.invokeCallback(...given); }
  performOperation(...given) { return this.real.performOperation(...given); }
  fromObject(...given) { return this.real.fromObject(...given); }
  fromArray(...given) { return this.real.fromArray(...given); }
}
`;

const TRIMS: readonly Trim[] = [
  {
    // One entity a module: nobody joins them in a Service, and the store makes the transactions.
    files: /electrodb\/src\/(service|transaction)\.js$/,
    trimmed: () => 'module.exports = {};',
  },
  {
    // Entities have no client: the store sends.
    files: /electrodb\/src\/client\.js$/,
    trimmed: () => `
      const { EntityIdentifiers } = require('./types');
      const normalizeConfig = ({ identifiers, ...config } = {}) => ({
        ...config,
        identifiers: {
          entity: identifiers?.entity || EntityIdentifiers.entity,
          version: identifiers?.version || EntityIdentifiers.version,
        },
      });
      module.exports = { normalizeConfig, normalizeClient: (client) => client };`,
  },
  {
    // What asks the table by itself, or reads what the store never asks for.
    files: /electrodb\/src\/entity\.js$/,
    trimmed: (source) => SENDING.reduce(withoutMethod, source),
  },
  {
    // Every call of an entity would make a proxy of all attributes, twenty getters, for updates that
    // never come: rows are replaced whole. Made when it is called, it costs nothing.
    files: /electrodb\/src\/clauses\.js$/,
    trimmed: (source) =>
      replaced(
        source,
        /updateProxy: new AttributeOperationProxy\(/,
        'updateProxy: new ProxyWhenCalled(',
      ) + PROXY_WHEN_CALLED,
  },
  {
    // JSON schemas are made of the contracts at build time: /openapi.json is a committed file.
    files: /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/,
    trimmed: refusing('a JSON schema is made at build time'),
  },
  {
    // No operation of the services called here streams events.
    files: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    trimmed: () => 'export {};',
  },
  {
    // Discovery of endpoints is for Timestream; its cache brings two packages.
    files: /@aws-sdk\/endpoint-cache\/dist-es\/EndpointCache\.js$/,
    trimmed: () => 'export class EndpointCache {}',
  },
  {
    // The only reader wants the version.
    files: /@aws-sdk\/[\w-]+\/package\.json$/,
    trimmed: (source) => JSON.stringify({ version: JSON.parse(source).version }),
    loader: 'json',
  },
  {
    // Node always has its own SHA-256.
    files: /@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    trimmed: refusing('Node hashes by itself'),
  },
  {
    // `retryMode` is never "adaptive".
    files:
      /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/(AdaptiveRetryStrategy|DefaultRateLimiter)\.js$/,
    trimmed: refusing('retries are not adaptive'),
  },
  {
    // The same code, written for an engine that has classes.
    files: /libphonenumber-js\/es6\/.*\.js$/,
    trimmed: (_, path) => readFile(path.replace(/\bes6\b/, 'es6-modern'), 'utf8'),
  },
  {
    // Numbers are read and written as E.164; how a country prints them is half of the metadata.
    files: /libphonenumber-js\/metadata\.min\.json\.js$/,
    trimmed: withoutFormats,
  },
  {
    // What of Stripe is called: `functions/shared/stripe-provider.ts`.
    files: /stripe\/esm\/resources\/.*\.js$/,
    kept: /resources\/((Accounts|AccountLinks|Disputes|PaymentIntents|Refunds)|Checkout\/(index|Sessions))\.js$/,
    trimmed: (source) =>
      exportsOf(source)
        .map((name) => `export class ${name} {}`)
        .join('\n'),
  },
  {
    files: /stripe\/esm\/StripeEventNotificationHandler\.js$/,
    trimmed: refusing('events arrive by queue'),
  },
  {
    // Signatures are checked by `functions/shared/stripe-signature.ts`.
    files: /stripe\/esm\/Webhooks\.js$/,
    trimmed: () => 'export const createWebhooks = () => ({});',
  },
  {
    // Of Twilio, messages are sent and looked up, over a client of ours (`functions/shared/twilio-http.ts`).
    files:
      /twilio\/lib\/(base\/RequestClient|(credential_provider|jwt|twiml|webhooks)\/.*|rest\/.*)\.js$/,
    kept: /twilio\/lib\/rest\/(Twilio|ApiBase|Api|api\/V2010|api\/v2010\/account(\/message(\/.*)?)?)\.js$/,
    trimmed: () => 'module.exports = {};',
  },
];

/** Leaves out of packages what no function reaches. */
export function trimmedPackages(): Plugin {
  return {
    name: 'trimmed-packages',
    setup(build) {
      for (const { files, kept, trimmed, loader = 'js' } of TRIMS) {
        build.onLoad({ filter: files }, async ({ path }) =>
          kept?.test(path)
            ? undefined
            : { contents: await trimmed(await readFile(path, 'utf8'), path), loader },
        );
      }
    },
  };
}

/** Stops the build when a new version of the package looks different. */
function replaced(source: string, before: RegExp, after: string): string {
  if (!before.test(source)) throw new Error(`${before} is not there any more`);
  return source.replace(before, after);
}

/** The package is formatted: a method of a class ends at the brace that is indented as it is. */
function withoutMethod(source: string, name: string): string {
  return replaced(
    source,
    new RegExp(`^ {2}((?:async )?${name})\\([\\s\\S]*?\\n {2}\\}$`, 'm'),
    "  $1() { throw new Error('left out of the bundle: the store sends'); }",
  );
}

function exportsOf(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:const|(?:async )?function|class) ([\w$]+)/gm)];
  return declared.map(([, name]) => name as string);
}

/** Every name that the file exports, as a function that throws when it is called or constructed. */
function refusing(reason: string): Trim['trimmed'] {
  const message = JSON.stringify(`left out of the bundle: ${reason}`);
  return (source) =>
    [
      `function leftOut() { throw new Error(${message}); }`,
      ...exportsOf(source).map((name) => `export { leftOut as ${name} };`),
    ].join('\n');
}

/** Column of a country's row in which the library keeps how numbers are printed. */
const FORMATS = 4;

type PhoneMetadata = {
  countries: Record<string, unknown[]>;
  nonGeographic: Record<string, unknown[]>;
};

function withoutFormats(source: string): string {
  const json = source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1);
  const metadata = JSON.parse(json) as PhoneMetadata;
  for (const rows of [metadata.countries, metadata.nonGeographic]) {
    for (const row of Object.values(rows)) if (row.length > FORMATS) row[FORMATS] = 0;
  }
  return `export default ${JSON.stringify(metadata)};`;
}
