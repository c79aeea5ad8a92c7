import { basename } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/**
 * Packages that are linked once for all functions that use the same ones, instead of once a function: nine
 * tenths of a bundle are theirs. A function's own code then reads what it needs of them from `$shared`,
 * and the linked packages, an expression that makes that object, are put before it in the same file.
 *
 * Listed are the SDK, whose clients have much in common, and what nearly every function uses.
 */
const SHARED = [
  '@aws-lambda-powertools/logger',
  '@aws-sdk/client-cognito-identity-provider',
  '@aws-sdk/client-dynamodb',
  '@aws-sdk/client-eventbridge',
  '@aws-sdk/client-secrets-manager',
  '@aws-sdk/client-ses',
  '@aws-sdk/client-sqs',
  '@aws-sdk/lib-dynamodb',
  '@aws-sdk/util-dynamodb',
  '@middy/core',
  'electrodb',
  'typeid-js',
  'zod',
];

const NAMESPACE = 'shared-package';
const LINKED = 'linked-packages';
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** How a function's code reads an export: `$shared.p12$string` is `string` of the package number 12. */
const READ = /\$shared\.p(\d+)\$([\w$]+)/g;
const propertyOf = (packageNumber: number, name: string) => `p${packageNumber}$${name}`;

/** Makes every export of a shared package a read of `$shared` in our own code, left out where unused. */
export function sharedPackages(): Plugin {
  return {
    name: NAMESPACE,
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
        SHARED.includes(path) && !importer.includes('node_modules')
          ? { path, namespace: NAMESPACE, sideEffects: false }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => {
        const names = Object.keys(await import(path)).filter((name) => IDENTIFIER.test(name));
        const number = SHARED.indexOf(path);
        const reads = names.map((name) => {
          const read = `/* @__PURE__ */ (() => $shared.${propertyOf(number, name)})()`;
          return `const $${name} = ${read};\nexport { $${name} as ${name} };`;
        });
        return { contents: reads.join('\n') };
      });
    },
  };
}

/**
 * Links the packages that the codes of functions read, all names that the functions of the same packages
 * read together, and returns what to put before each of the codes: nothing where none is read.
 */
export async function linkPackages(
  codes: readonly string[],
  options: BuildOptions & { plugins: Plugin[]; absWorkingDir: string },
): Promise<(code: string) => string> {
  const links = new Map<string, Set<string>>();
  for (const code of codes) {
    const sources = sourcesIn(code);
    const names = links.get(linkOf(code)) ?? new Set();
    links.set(linkOf(code), names);
    for (const source of sources) names.add(source);
  }
  links.delete('');
  if (links.size === 0) return () => '';
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...options,
    entryPoints: [...links.keys()].map((link) => ({ in: `${LINKED}:${link}`, out: link })),
    format: 'iife',
    globalName: '$shared',
    sourcemap: false,
    metafile: false,
    write: false,
    plugins: [linked(links, options.absWorkingDir), ...options.plugins],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path, '.mjs'), text]));
  return (code) => texts.get(linkOf(code)) ?? '';
}

/** The numbers of the packages that a code reads, as `0-3-12`; empty for none. */
function linkOf(code: string): string {
  const numbers = new Set([...code.matchAll(READ)].map(([, number]) => Number(number)));
  return [...numbers].sort((a, b) => a - b).join('-');
}

/** A line of an ES module for each export that a code reads. */
function sourcesIn(code: string): string[] {
  return [...code.matchAll(READ)].map(([, number, name = '']) => {
    const from = JSON.stringify(SHARED[Number(number)]);
    return `export { ${name} as ${propertyOf(Number(number), name)} } from ${from};`;
  });
}

function linked(links: ReadonlyMap<string, ReadonlySet<string>>, resolveDir: string): Plugin {
  return {
    name: LINKED,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${LINKED}:`) }, ({ path }) => ({
        ...{ path: path.slice(LINKED.length + 1), namespace: LINKED },
      }));
      build.onLoad({ filter: /.*/, namespace: LINKED }, ({ path }) => ({
        contents: [...(links.get(path) ?? [])].sort().join('\n'),
        resolveDir,
      }));
    },
  };
}
