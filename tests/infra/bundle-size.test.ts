import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VehicleRow, vehicleEntity } from '../../domain/scheduling/vehicle.entity.ts';
import { normalizePhone } from '../../domain/shared/phone.ts';
import { areas } from '../../functions/routes.ts';
import { buildFunctions, bundleFolder, bundleInto, REPOSITORY } from '../../infra/build/bundle.ts';
import { functionSources } from '../../infra/operations.ts';
import { TEST_SEED } from '../support/random.ts';
import { removeScratch, scratchFolder } from './support/synth.ts';

afterAll(removeScratch);

/** What a cold start of an HTTP function reads: files imported later are not in it. */
const HTTP_BYTES = 600 * 1024;

describe('the bundles that are deployed', () => {
  let sizes: { area: string; name: string; bytes: number }[];
  beforeAll(async () => {
    const sources = functionSources(areas, join(REPOSITORY, 'functions'));
    const build = await buildFunctions(sources);
    sizes = sources.map((source) => ({
      ...source,
      bytes: statSync(join(build, bundleFolder(source), 'index.mjs')).size,
    }));
  });

  it('of HTTP functions are at most 600 KB', () => {
    const http = Object.entries(areas).flatMap(([area, { operations }]) =>
      operations.map(({ name }) => `${area}-${name}`),
    );
    const measured = sizes.filter((source) => http.includes(bundleFolder(source)));
    expect(measured).toHaveLength(http.length);
    expect(
      measured
        .filter(({ bytes }) => bytes > HTTP_BYTES)
        .map(({ area, name, bytes }) => `${area}/${name}: ${Math.ceil(bytes / 1024)} KB`),
    ).toEqual([]);
  });
});

/** A file's exports as they are inside a bundle. */
async function bundled<Exports>(code: string): Promise<Exports & { code: string }> {
  const outdir = scratchFolder();
  const handlerFile = join(scratchFolder(), 'part.ts');
  writeFileSync(handlerFile, `${code}\nexport const handler = async () => undefined;`);
  await bundleInto(outdir, [{ area: 'a', name: 'part', handlerFile }]);
  const file = join(outdir, 'a-part/index.mjs');
  return { ...(await import(pathToFileURL(file).href)), code: readFileSync(file, 'utf8') };
}

describe('what is left of a package in a bundle', () => {
  it('reads phone numbers as the whole package does', async () => {
    const slim = await bundled<{ normalizePhone: typeof normalizePhone }>(
      `export { normalizePhone } from '${join(REPOSITORY, 'domain/shared/phone.ts')}';`,
    );
    const country = fc.constantFrom(
      'DK',
      'SE',
      'NO',
      'DE',
      'GB',
      'US',
      'IT',
      'FR',
      'PL',
      'GL',
      'ZZ',
    );
    const digits = fc
      .array(fc.constantFrom(...'0123456789'), { minLength: 3, maxLength: 13 })
      .map((all) => all.join(''));
    const prefix = fc.constantFrom(
      '',
      '+',
      '00',
      '+45',
      '+46',
      '+44 (0)',
      '+1',
      '+49',
      '+39',
      '011',
    );
    const spaced = fc.constantFrom('$1', '$1 ', '$1-');
    fc.assert(
      fc.property(prefix, digits, spaced, country, (start, number, gap, home) => {
        const raw = `${start}${number.replace(/(..)/g, gap)}`;
        expect(slim.normalizePhone(raw, home)).toBe(normalizePhone(raw, home));
      }),
      { seed: TEST_SEED, numRuns: 3_000 },
    );
  });

  it('calls of Stripe what the provider calls, and none of the rest', async () => {
    const { Stripe, code } = await bundled<{ Stripe: typeof import('stripe').default }>(
      `export { Stripe } from '${join(REPOSITORY, 'functions/shared/stripe-sdk.ts')}';`,
    );
    const { accounts, accountLinks, checkout, disputes, paymentIntents, refunds, customers } =
      new Stripe('sk_test_x');
    for (const method of [
      ...[accounts.create, accounts.retrieve, accountLinks.create, disputes.list],
      ...[checkout.sessions.create, checkout.sessions.expire, paymentIntents.list],
      ...[refunds.create, refunds.list],
    ]) {
      expect(method).toBeTypeOf('function');
    }
    expect(customers.create).toBeUndefined();
    expect(code.length).toBeLessThan(100 * 1024);
  });

  it('sends a message by Twilio, and looks messages up', async () => {
    const { twilio, code } = await bundled<{ twilio: typeof import('twilio') }>(
      `export { default as twilio } from '${join(REPOSITORY, 'node_modules/twilio/index.js')}';`,
    );
    const asked: { method: string; uri: string }[] = [];
    const httpClient = {
      request: async (options: { method: string; uri: string }) => {
        asked.push({ method: options.method.toLowerCase(), uri: options.uri });
        const body = options.method.toLowerCase() === 'post' ? { sid: 'SM1' } : { messages: [] };
        return { statusCode: 200, body };
      },
    };
    const client = new twilio.Twilio('AC1', 'x', { httpClient: httpClient as never });
    const to = '+4520123456';

    expect((await client.messages.create({ to, from: 'School', body: 'Hej' })).sid).toBe('SM1');
    expect(await client.messages.list({ to })).toEqual([]);
    expect(asked.map(({ method, uri }) => [method, new URL(uri).pathname])).toEqual([
      ['post', '/2010-04-01/Accounts/AC1/Messages.json'],
      ['get', '/2010-04-01/Accounts/AC1/Messages.json'],
    ]);
    expect(code.length).toBeLessThan(150 * 1024);
  });

  it('builds and reads rows as ElectroDB does, and asks the table nothing', async () => {
    const slim = await bundled<{ vehicleEntity: typeof vehicleEntity }>(
      `export { vehicleEntity } from '${join(REPOSITORY, 'domain/scheduling/vehicle.entity.ts')}';`,
    );
    const key = { schoolId: 'sch_1', vehicleId: 'veh_1' };
    const row: VehicleRow = {
      ...{ ...key, name: 'Car', plate: 'AB 12 345', category: 'B', gearbox: 'manual' },
      ...{ status: 'active', createdAt: '2026-11-23T08:00:00.000Z', version: 2 },
    };
    const results = [slim.vehicleEntity, vehicleEntity].map((entity) => {
      const put = entity
        .put(row)
        .where(({ version }, { eq }) => eq(version, 1))
        .params() as { Item: object };
      const removed = entity
        .remove(key)
        .where(({ version }, { eq }) => eq(version, 2))
        .params();
      const read = entity.parse({ Item: put.Item }).data;
      return {
        put,
        removed,
        read,
        create: entity.create(row).params(),
        get: entity.get(key).params(),
      };
    });

    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.read).toEqual(row);
    await expect(slim.vehicleEntity.create(row).go()).rejects.toThrow('No client defined');
  });

  it('says so when something left out is called', async () => {
    const { z } = await bundled<{ z: typeof import('zod') }>(
      `export * as z from '${join(REPOSITORY, 'node_modules/zod/index.js')}';`,
    );
    expect(() => z.string().toJSONSchema()).toThrow('left out of the bundle');
    expect(z.object({ a: z.string() }).parse({ a: 'b' })).toEqual({ a: 'b' });
  });
});
