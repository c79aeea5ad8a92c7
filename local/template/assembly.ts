import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StackTemplate, Template } from './types.ts';

export type Synthesize = (outdir: string) => Promise<void>;

/**
 * The cloud assembly of the sources with this hash: an earlier one, else a new one made by
 * `synthesize`. Those not used for half a day are deleted.
 */
export async function cachedAssembly(options: {
  cacheDir: string;
  /** names the sources: another hash, another assembly */
  hash: string;
  synthesize: Synthesize;
}): Promise<string> {
  const { cacheDir } = options;
  const folder = join(cacheDir, options.hash);
  if (existsSync(join(folder, 'manifest.json'))) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  await mkdir(cacheDir, { recursive: true });
  // Made beside its place and renamed: a synth that is killed half-way leaves no half assembly.
  const making = `${folder}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  try {
    await options.synthesize(making);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
  await forgetOld(cacheDir);
  return folder;
}

/** The templates of every stack in an assembly, nested assemblies (stages) included. */
export async function loadStacks(assembly: string): Promise<StackTemplate[]> {
  const manifest = await readJson<{
    artifacts?: Record<
      string,
      { type: string; properties?: Record<string, string>; displayName?: string }
    >;
  }>(join(assembly, 'manifest.json'));
  const stacks: StackTemplate[] = [];
  for (const [id, artifact] of Object.entries(manifest.artifacts ?? {})) {
    const properties = artifact.properties ?? {};
    if (artifact.type === 'cdk:cloud-assembly') {
      stacks.push(...(await loadStacks(join(assembly, properties.directoryName ?? ''))));
    }
    if (artifact.type !== 'aws:cloudformation:stack') continue;
    stacks.push({
      stackName: properties.stackName ?? id,
      template: await readJson<Template>(join(assembly, properties.templateFile ?? '')),
      assets: await loadAssets(assembly, id),
    });
  }
  return stacks;
}

async function loadAssets(assembly: string, stackId: string): Promise<Map<string, string>> {
  const file = join(assembly, `${stackId}.assets.json`);
  if (!existsSync(file)) return new Map();
  const { files } = await readJson<{ files?: Record<string, { source: { path: string } }> }>(file);
  return new Map(
    Object.entries(files ?? {}).map(([hash, { source }]) => [hash, resolve(assembly, source.path)]),
  );
}

/** A stack that still runs on an older assembly starts its functions from there. */
const KEPT_MS = 12 * 3_600_000;
/** Each is about 30 MB. */
const KEPT_AT_MOST = 12;

async function forgetOld(cacheDir: string): Promise<void> {
  const found = await Promise.all(
    (await readdir(cacheDir)).map(async (name) => {
      const path = join(cacheDir, name);
      return { path, usedAt: (await stat(path).catch(() => null))?.mtimeMs ?? 0 };
    }),
  );
  found.sort((a, b) => b.usedAt - a.usedAt);
  for (const [at, { path, usedAt }] of found.entries()) {
    if (at < KEPT_AT_MOST && Date.now() - usedAt < KEPT_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
