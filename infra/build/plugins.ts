import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';

/**
 * What makes a bundle start faster than its source suggests. Each plugin leaves out something that
 * Lambda cannot reach or the product never calls; `bench/cold.ts` shows what each is worth.
 */
const require = createRequire(import.meta.url);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * `import ... from 'node:http'` makes Node evaluate every getter of the module for its ESM names,
 * and one of them loads the whole of undici. `process.getBuiltinModule` loads only the module, so
 * the import becomes a small module of its own over that. Getters are left out on purpose.
 */
export function builtinsWithoutGetters(modules: readonly string[]): Plugin {
  const namespace = 'builtin-without-getters';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^(node:)?(${modules.join('|')})$`) }, (args) =>
        // `require` never reads the getters
        args.kind === 'require-call'
          ? undefined
          : { path: args.path.replace('node:', ''), namespace, sideEffects: false },
      );
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => {
        const properties = Object.entries(Object.getOwnPropertyDescriptors(require(path)));
        const names = properties
          .filter(([name, { get }]) => get === undefined && name !== 'default')
          .map(([name]) => name)
          .filter((name) => IDENTIFIER.test(name));
        return {
          loader: 'js',
          contents: [
            `const module = /* @__PURE__ */ process.getBuiltinModule('${path}');`,
            'export default module;',
            ...names.map(
              (name) => `export const ${name} = /* @__PURE__ */ (() => module.${name})();`,
            ),
          ].join('\n'),
        };
      });
    },
  };
}

const UNREACHABLE_PROVIDERS = new RegExp(
  '^@aws-sdk/(credential-provider-(sso|ini|process|web-identity|login|http)' +
    '|token-providers|nested-clients.*)$|^@smithy/credential-provider-imds$',
);

/** Lambda always has its credentials in the environment: the other providers are never asked. */
export function environmentCredentialsOnly(): Plugin {
  return stub({
    name: 'environment-credentials-only',
    filter: UNREACHABLE_PROVIDERS,
    importer: /node_modules/,
    contents: throwing('this credential provider is left out of the bundle'),
  });
}

/**
 * ElectroDB builds parameters and parses rows here; the store sends. So its own import of the SDK
 * is dead weight, and calling it is a mistake that should say so.
 */
export function electroWithoutClient(): Plugin {
  return stub({
    name: 'electro-without-client',
    filter: /^@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)$/,
    importer: /node_modules[\\/]electrodb[\\/]/,
    contents: throwing('entities only build parameters and parse rows: domain/store sends'),
  });
}

/**
 * ElectroDB checks every model against a JSON schema when it is constructed, at each cold start
 * the same. The check runs in the tests, on the real package, instead.
 */
export function electroWithoutModelCheck(): Plugin {
  return stub({
    name: 'electro-without-model-check',
    filter: /^jsonschema$/,
    importer: /node_modules[\\/]electrodb[\\/]/,
    contents: `
      class Validator { addSchema() {} validate() { return { errors: [] }; } }
      Validator.prototype.customFormats = {};
      module.exports = { Validator };`,
  });
}

/** What to build after a first run, and where: `{ in: <source>, out: <folder>/<name> }`. */
type EntryPoint = { in: string; out: string };

/**
 * A dynamic import of a file of ours becomes a file of its own beside the bundle that imports it.
 * The plugin leaves the import where it is, as `./<name>.mjs`; `entryPoints` then tells, from what the
 * first run wrote down, which files are to be built into which folders. State at module level is not
 * shared between a bundle and such a file: only what computes from its arguments may be imported so.
 */
export function lazily(): {
  plugin: Plugin;
  entryPoints(metafile: Metafile, folders: { root: string; outdir: string }): EntryPoint[];
} {
  const files = new Map<string, string>();
  const plugin: Plugin = {
    name: 'lazily',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || resolveDir.includes('node_modules')) return undefined;
        const external = `./${basename(path, '.ts')}.mjs`;
        files.set(external, resolve(resolveDir, path));
        return { path: external, external: true };
      });
    },
  };
  const entryPoints = (
    { outputs }: Metafile,
    { root, outdir }: { root: string; outdir: string },
  ): EntryPoint[] =>
    Object.entries(outputs).flatMap(([output, { imports, entryPoint }]) => {
      if (entryPoint === undefined) return [];
      const folder = relative(resolve(root, outdir), dirname(resolve(root, output)));
      return imports.flatMap(({ path, kind }) => {
        const file = kind === 'dynamic-import' ? files.get(path) : undefined;
        return file ? [{ in: file, out: join(folder, basename(path, '.mjs')) }] : [];
      });
    });
  return { plugin, entryPoints };
}

/**
 * Files that are run at build time: what they export, which must be Buffers, is in the bundle as
 * text. The fonts of documents are read from packages so, since a function has no packages beside it.
 */
export function evaluated(filter: RegExp): Plugin {
  return {
    name: 'evaluated',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const exported: Record<string, Buffer> = await import(pathToFileURL(path).href);
        const contents = Object.entries(exported).map(
          ([name, bytes]) =>
            `export const ${name} = /* @__PURE__ */ Buffer.from('${bytes.toString('base64')}', 'base64');`,
        );
        return { loader: 'js', contents: contents.join('\n') };
      });
    },
  };
}

type Stub = { name: string; filter: RegExp; importer: RegExp; contents: string };

/** Replaces a package by a few lines, for importers of one kind only. */
function stub({ name, filter, importer, contents }: Stub): Plugin {
  return {
    name,
    setup(build) {
      build.onResolve({ filter }, (args) =>
        importer.test(args.importer) ? { path: args.path, namespace: name } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader: 'js' }));
    },
  };
}

function throwing(message: string): string {
  return `module.exports = new Proxy({}, {
    get: () => () => { throw new Error(${JSON.stringify(message)}); },
  });`;
}
