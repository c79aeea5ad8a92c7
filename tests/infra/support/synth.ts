import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { type BuildOptions, buildApp } from '../../../infra/app.ts';
import { areas, publicRoutes } from '../fixture/routes.ts';

export type Resource = {
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON of any shape
  Properties: Record<string, any>;
  Type: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
/** A resource with where it was found: `People/CheckHealthRoute44C71E9A`. */
export type Found = Resource & { id: string; stack: string };

export const FIXTURE = join(import.meta.dirname, '../fixture/functions');

/** The small platform with one function of every kind. */
export const fixtureOptions = {
  areas,
  publicRoutes,
  functionsDirectory: FIXTURE,
  code: 'placeholder',
  validate: false,
} as const satisfies BuildOptions;

/** The product itself; its functions do nothing, since only its template is questioned. */
export const productOptions = {
  code: 'placeholder',
  validate: false,
} as const satisfies BuildOptions;

const scratch: string[] = [];

/** A folder for an assembly, until `removeScratch`. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'just-driving-infra-'));
  scratch.push(folder);
  return folder;
}

/** For `afterAll` of every file that builds: files of one worker may share this module. */
export function removeScratch(): void {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An app into a folder of its own. */
export function build(options: BuildOptions): Promise<App> {
  return buildApp({ outdir: scratchFolder(), ...options });
}

const deployments = new Map<BuildOptions, Promise<Deployment>>();

/** Everything an app would deploy, asked by type. */
export class Deployment {
  readonly resources: readonly Found[];

  constructor(app: App) {
    this.resources = app.synth().stacks.flatMap((artifact) =>
      Object.entries(artifact.template.Resources as Record<string, Resource>).map(
        ([logicalId, resource]) => ({
          ...resource,
          id: `${artifact.id}/${logicalId}`,
          stack: artifact.id,
        }),
      ),
    );
  }

  /** Of the same options once for all files of a worker: a deployment is only asked. */
  static of(options: BuildOptions): Promise<Deployment> {
    const known = deployments.get(options) ?? build(options).then((app) => new Deployment(app));
    deployments.set(options, known);
    return known;
  }

  all(type: string): readonly Found[] {
    return this.resources.filter((resource) => resource.Type === type);
  }

  /** The resource an intrinsic points at inside the same stack. */
  target(from: Found, reference: unknown): Found | undefined {
    const text = JSON.stringify(reference);
    return this.resources.find(({ id, stack }) => {
      const logicalId = id.slice(stack.length + 1);
      return stack === from.stack && text?.includes(`"${logicalId}"`);
    });
  }
}

export type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string[]>>;
};

/** Every statement that a role of ours, or the policy they share, grants. */
export function statements(deployment: Deployment): { of: Found; statement: Statement }[] {
  const roles = deployment
    .all('AWS::IAM::Role')
    .flatMap((role) =>
      (
        (role.Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[]
      ).flatMap(({ PolicyDocument }) =>
        PolicyDocument.Statement.map((statement) => ({ of: role, statement })),
      ),
    );
  const managed = deployment.all('AWS::IAM::ManagedPolicy').flatMap((policy) =>
    (policy.Properties.PolicyDocument.Statement as Statement[]).map((statement) => ({
      of: policy,
      statement,
    })),
  );
  return [...roles, ...managed];
}

export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
