import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleInto, REPOSITORY } from '../../infra/build/bundle.ts';
import type { FunctionSource } from '../../infra/operations.ts';
import { build, FIXTURE, fixtureOptions, removeScratch, scratchFolder } from './support/synth.ts';

afterAll(removeScratch);

const createPerson: FunctionSource = {
  area: 'people',
  name: 'create-person',
  handlerFile: join(FIXTURE, 'people/create-person.ts'),
};

async function bundle(source: FunctionSource, slim: boolean): Promise<string> {
  const outdir = scratchFolder();
  await bundleInto(outdir, [source], { slim });
  return join(outdir, `${source.area}-${source.name}`, 'index.mjs');
}

/** A handler file of one line. */
function handlerFile(name: string, code: string): FunctionSource {
  const file = join(scratchFolder(), `${name}.ts`);
  writeFileSync(file, code);
  return { area: 'things', name, handlerFile: file };
}

describe('a slim bundle', () => {
  let slim: string;
  let whole: string;
  beforeAll(async () => {
    process.env.AWS_REGION ??= 'eu-west-1';
    slim = await bundle(createPerson, true);
    whole = await bundle(createPerson, false);
  });

  it('leaves out credential providers, the model check and ElectroDB’s own client', () => {
    const [small, large] = [readFileSync(slim, 'utf8'), readFileSync(whole, 'utf8')];
    for (const marker of [
      'sso_session',
      'is not exactly one from',
      'AWS_WEB_IDENTITY_TOKEN_FILE',
    ]) {
      expect(large).toContain(marker);
      expect(small).not.toContain(marker);
    }
    expect(small.length).toBeLessThan(0.75 * large.length);
  });

  it('imports node:http without the getters that load undici', () => {
    const code = readFileSync(slim, 'utf8');
    expect(code).not.toMatch(/from\s*["'](node:)?http["']/);
    expect(code).toMatch(/process\.getBuiltinModule\(["']http["']\)/);
  });

  it('builds the same parameters as the whole one', async () => {
    const results = await Promise.all(
      [slim, whole].map(async (file) => (await import(pathToFileURL(file).href)).handler()),
    );
    expect(results[0]).toEqual(results[1]);
    expect(results[0].params.Item).toMatchObject({ pk: '$fixture#id_per_1' });
  });
});

it('is one file: the source map stays out of the asset', async () => {
  const app = await build({ ...fixtureOptions, code: 'bundled' });
  const { directory } = app.synth();
  const assets = readdirSync(directory).filter((name) => name.startsWith('asset.'));
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) expect(readdirSync(join(directory, asset))).toEqual(['index.mjs']);
});

it('is the same to the byte when another function changes', async () => {
  const still = handlerFile('still', 'export const handler = async () => 1;');
  const first = handlerFile('moving', 'export const handler = async () => 1;');
  const second = handlerFile('moving', 'export const handler = async () => 2;');
  const before = scratchFolder();
  const after = scratchFolder();

  await bundleInto(before, [still, first]);
  await bundleInto(after, [still, second]);

  const read = (folder: string, name: string) =>
    readFileSync(join(folder, `things-${name}/index.mjs`), 'utf8');
  expect(read(after, 'still')).toBe(read(before, 'still'));
  expect(read(after, 'moving')).not.toBe(read(before, 'moving'));
});

it('has of a package what is named, what is the default, and the whole where it is handed on', async () => {
  const source = handlerFile(
    'whole',
    `import middy from '@middy/core';
    import { QueryCommand as Query } from '@aws-sdk/lib-dynamodb';
    import * as z from 'zod';
    export const handler = middy(async () => ({
      query: new Query({ TableName: 'a' }).input,
      parsed: z.string().parse('a'),
      whole: Object.keys(z).length,
    }));`,
  );
  const { handler } = await import(pathToFileURL(await bundle(source, true)).href);

  expect(await handler({}, {})).toEqual({
    query: { TableName: 'a' },
    parsed: 'a',
    whole: Object.keys(await import('zod')).length,
  });
});

it('has a map that knows the line of what stands behind the packages', async () => {
  const source = handlerFile(
    'thrower',
    `import * as z from 'zod';

    export const handler = async () => {
      z.string().parse('a');
      throw new Error('here');
    };`,
  );
  const file = await bundle(source, true);
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('"here"'));
  const column = lines[line]?.indexOf('new Error("here")') ?? 0;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));

  expect(line).toBeGreaterThan(1);
  expect(map.findEntry(line, column)).toMatchObject({
    originalSource: expect.stringContaining('thrower.ts'),
    originalLine: 4,
  });
});

it('needs a handler: a file that exports none stops the build by its name', async () => {
  const source = handlerFile('forgetful', 'export const handle = 1;');
  await expect(bundle(source, true)).rejects.toThrow(/forgetful\.ts exports no "handler"/);
});

it('keeps what is imported dynamically in a file of its own, which works without its packages', async () => {
  const printer = handlerFile(
    'printer',
    `export const handler = async () => {
      const { openSheet } = await import('${join(REPOSITORY, 'functions/shared/documents/pdf.ts')}');
      const sheet = openSheet({ title: 'a', author: 'b', language: 'da', createdAt: new Date(0), footer: '' });
      sheet.put(sheet.text('Æ'));
      return (await sheet.finish()).toString('latin1', 0, 5);
    };`,
  );
  const file = await bundle(printer, true);

  expect(readdirSync(join(file, '..')).filter((name) => name.endsWith('.mjs'))).toEqual([
    'index.mjs',
    'pdf.mjs',
  ]);
  expect(readFileSync(file, 'utf8').length).toBeLessThan(5_000);
  expect(await (await import(pathToFileURL(file).href)).handler()).toBe('%PDF-');
});
