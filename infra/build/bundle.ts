import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { type FunctionSource, SynthError } from '../operations.ts';
import {
  builtinsWithoutGetters,
  electroWithoutClient,
  electroWithoutModelCheck,
  environmentCredentialsOnly,
  evaluated,
  lazily,
} from './plugins.ts';
import { linkPackages, sharedPackages } from './shared-packages.ts';
import { trimmedPackages } from './trims.ts';

export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '../..');
const BUILD_FOLDER = join(REPOSITORY, '.build');

/** Everything a bundle is made of. A change anywhere else must not rebuild. */
const BUNDLE_INPUTS = [
  'functions/**/*.{ts,json}',
  'domain/**/*.ts',
  'events/**/*.ts',
  'infra/build/*.ts',
];
const ASSEMBLY_INPUTS = [...BUNDLE_INPUTS, 'infra/**/*.ts', 'bin/*.ts', 'cdk.json'];
const KEPT_BUILDS = 4;

/** Where a function's bundle lies inside a build. */
export function bundleFolder({ area, name }: Pick<FunctionSource, 'area' | 'name'>): string {
  return `${area}-${name}`;
}

/**
 * Builds every function, or finds the build of the same sources: `.build/bundles/<hash>/<area>-<name>/index.mjs`.
 *
 * Safe to run twice at once: a build appears under its hash in one rename.
 *
 * @returns the absolute path of the build
 */
export async function buildFunctions(sources: readonly FunctionSource[]): Promise<string> {
  const bundles = join(BUILD_FOLDER, 'bundles');
  const target = join(bundles, inputHash(sources));
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    await bundleInto(draft, sources);
    try {
      renameSync(draft, target);
    } catch (error) {
      // another synth was faster with the same result
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
    forgetOldBuilds(bundles);
  }
  utimesSync(target, new Date(), new Date());
  return target;
}

/** A folder with a function that does nothing, for synths whose code nobody runs. */
export function placeholderBundle(): string {
  const folder = join(BUILD_FOLDER, 'placeholder');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => undefined;\n');
  return folder;
}

type BundleOptions = {
  /** leave out what Lambda cannot reach; the bench's yardstick is built without. Default true */
  slim?: boolean;
  /** more plugins, asked before ours: the bench puts a client of its own in place of the table's */
  plugins?: readonly Plugin[];
};

/** CommonJS packages inside an ES module still call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/** What a build evaluates instead of bundling: the files of fonts become part of the bundle. */
const EVALUATED = /functions[\\/]shared[\\/]documents[\\/]fonts\.ts$/;

/**
 * One esbuild run over all functions: a run each would parse everything a hundred times. Their packages
 * are linked once for all that use the same ones, and put before the code (`shared-packages.ts`). What a
 * function imports dynamically becomes a file of its own beside its `index.mjs`, so that a cold start
 * pays nothing for a PDF that nobody asked for; another run builds those.
 *
 * @throws SynthError when a handler file exports no `handler`
 */
export async function bundleInto(
  outdir: string,
  sources: readonly FunctionSource[],
  { slim = true, plugins: own = [] }: BundleOptions = {},
): Promise<void> {
  // loaded here: a synth that finds its build needs no compiler
  const { build } = await import('esbuild');
  const slimming = slim
    ? [
        builtinsWithoutGetters(['http']),
        environmentCredentialsOnly(),
        electroWithoutClient(),
        electroWithoutModelCheck(),
        trimmedPackages(),
      ]
    : [];
  const options = {
    outdir,
    absWorkingDir: REPOSITORY,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // ESM builds first: they can be shaken
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    // the sources themselves are in the commit: with them a build is 450 MB instead of 200
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    legalComments: 'none',
  } satisfies BuildOptions;
  const lazy = lazily();
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: sources.map((source) => ({
      in: source.handlerFile,
      out: `${bundleFolder(source)}/index`,
    })),
    plugins: [lazy.plugin, ...own, ...(slim ? [sharedPackages()] : []), ...slimming],
    write: false,
  });
  checkExports(metafile);
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const codes = [...texts].filter(([path]) => path.endsWith('.mjs'));
  const packagesOf = await linkPackages(
    codes.map(([, code]) => code),
    { ...options, plugins: slimming },
  );
  for (const [path, code] of codes) {
    const before = `${REQUIRE}\n${packagesOf(code)}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, before + code);
    writeFileSync(`${path}.map`, shifted(texts.get(`${path}.map`) ?? '', before));
  }
  const entryPoints = lazy.entryPoints(metafile, { root: REPOSITORY, outdir });
  if (entryPoints.length > 0) {
    await build({
      ...options,
      ...{ entryPoints, banner: { js: REQUIRE } },
      plugins: [evaluated(EVALUATED), ...own, ...slimming],
    });
  }
}

/** A source map once `before` was put before what it is of: its lines are mapped to nothing. */
function shifted(map: string, before: string): string {
  const lines = before.split('\n').length - 1;
  return map.replace('"mappings": "', `$&${';'.repeat(lines)}`);
}

function checkExports({ outputs }: Metafile): void {
  const missing = Object.values(outputs)
    .filter(({ entryPoint, exports }) => entryPoint !== undefined && !exports.includes('handler'))
    .map(({ entryPoint }) => `${entryPoint} exports no "handler"`);
  if (missing.length > 0) throw new SynthError(missing.join('\n'));
}

/**
 * Names the assembly that the sources would synthesize to, for a caller that keeps one: the same
 * hash, the same `cdk.out`. `salt` is whatever else it was built with, the stage for one.
 */
export function assemblyHash(salt: string): string {
  return hashOf(salt, ASSEMBLY_INPUTS, []);
}

function inputHash(sources: readonly FunctionSource[]): string {
  const handlers = sources.map(({ handlerFile }) => handlerFile);
  return hashOf(JSON.stringify(sources), BUNDLE_INPUTS, handlers);
}

function hashOf(salt: string, patterns: string[], others: readonly string[]): string {
  const hash = createHash('sha256').update(salt);
  const own = globSync(patterns, { cwd: REPOSITORY }).map((file) => join(REPOSITORY, file));
  // the lockfile stands for every package
  const files = new Set([...own, ...others, join(REPOSITORY, 'package-lock.json')]);
  for (const file of [...files].sort()) {
    hash.update(relative(REPOSITORY, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

function forgetOldBuilds(folder: string): void {
  const builds = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of builds.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}
