import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledgements.ts';
import { buildFunctions, bundleFolder, placeholderBundle, REPOSITORY } from './build/bundle.ts';
import { configFor, parseStage, type StageConfig } from './config.ts';
import { type Areas, checkAreas, checkPublicRoutes, functionSources } from './operations.ts';
import type { Platform } from './platform.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';
import { ApiStack } from './stacks/api.ts';
import { AreaStack } from './stacks/area.ts';
import { DataStack } from './stacks/data.ts';
import { MessagingStack } from './stacks/messaging.ts';
import { OverviewStack } from './stacks/overview.ts';
import { withStageFile } from './stage-file.ts';

export type BuildOptions = {
  /** default: context `stage`, then the variable STAGE, then `dev` */
  stage?: string;
  /** what this deploy says instead of its stage; default: context `config`, else nothing */
  stageFile?: string;
  /** where the assembly is written; default: what the CDK CLI says, else a temporary folder */
  outdir?: string;
  /** the product's own unless a test brings another */
  areas?: Areas;
  functionsDirectory?: string;
  publicRoutes?: readonly string[];
  /** `placeholder`: a template whose functions do nothing, for questions about the template alone */
  code?: 'bundled' | 'placeholder';
  /** CloudFormation's rules and both cdk-nag packs as gates; default true */
  validate?: boolean;
  /** default true; a test asks what would be found without */
  acknowledge?: boolean;
};

/**
 * The whole platform of one stage. `app.synth()` then writes the assembly, offline and without
 * credentials: no stack asks for an account.
 *
 * @throws SynthError when contracts, handlers, `routes.ts` and the list of public routes disagree
 */
export async function buildApp(options: BuildOptions = {}): Promise<App> {
  const functionsDirectory = options.functionsDirectory ?? join(REPOSITORY, 'functions');
  const areas = options.areas ?? (await import('../functions/routes.ts')).areas;
  checkAreas(areas, functionsDirectory);
  checkPublicRoutes(areas, options.publicRoutes ?? PUBLIC_ROUTES);

  const validate = options.validate ?? true;
  const app = new App({
    ...(options.outdir === undefined ? {} : { outdir: options.outdir }),
    // so that a direct run and the tests see the feature flags that the CLI would pass
    context: JSON.parse(readFileSync(join(REPOSITORY, 'cdk.json'), 'utf8')).context,
    // a mistake found halfway must not be synthesized on exit
    autoSynth: false,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    builtinCloudFormationValidation: validate,
  });
  const stage = parseStage(
    options.stage ?? app.node.tryGetContext('stage') ?? process.env.STAGE ?? 'dev',
  );
  const bundleOf =
    options.code === 'placeholder'
      ? constantly(placeholderBundle())
      : locate(await buildFunctions(functionSources(areas, functionsDirectory)));
  const file = options.stageFile ?? app.node.tryGetContext('config');
  const config =
    file === undefined ? configFor(stage) : withStageFile(stage, configFor(stage), String(file));
  addStacks(app, { stage, config }, areas, bundleOf);

  if (options.acknowledge ?? true) acknowledgeFindings(app);
  if (validate) {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  }
  return app;
}

type BundleOf = (area: string, name: string) => string;

function constantly(folder: string): BundleOf {
  return () => folder;
}

function locate(build: string): BundleOf {
  return (area, name) => join(build, bundleFolder({ area, name }));
}

function addStacks(
  app: App,
  context: { stage: Platform['stage']; config: StageConfig },
  areas: Areas,
  bundleOf: BundleOf,
): void {
  const data = new DataStack(app, context);
  const messaging = new MessagingStack(app, context, areas);
  const shared = {
    ...context,
    table: data.table,
    userPool: data.userPool,
    userPoolClient: data.userPoolClient,
    keysSecret: data.keysSecret,
    twilioSecret: data.twilioSecret,
    stripeSecret: data.stripeSecret,
    stripeWebhookSecret: data.stripeWebhookSecret,
    platformSecrets: data.platformSecrets,
    bus: messaging.bus,
    queues: messaging.queues,
    configurationSet: messaging.configurationSet,
    alarms: messaging.alarms,
    tracing: messaging.tracing,
  };
  const api = new ApiStack(app, shared);
  const platform: Platform = {
    ...shared,
    api: {
      id: api.api.apiId,
      authorizerId: api.authorizer.ref,
      url: context.config.publicApiUrl ?? api.api.apiEndpoint,
    },
  };
  const areaStacks = Object.entries(areas).map(
    ([name, area]) =>
      new AreaStack(app, {
        platform,
        name,
        area,
        bundleOf: (operation) => bundleOf(name, operation),
      }),
  );
  const overview = new OverviewStack(app, platform, areas);
  deployInOrder([data, messaging, api, ...areaStacks, overview]);
}

/** One after another: two stacks that change one HTTP API at the same time conflict. */
function deployInOrder(stacks: readonly Stack[]): void {
  stacks.reduce((before, stack) => {
    stack.addStackDependency(before, 'stacks deploy one after another');
    return stack;
  });
}
