import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { CATALOGUE } from '../../events/catalogue.ts';
import { receiveLeadRoute } from '../../functions/integrations/receive-lead.contract.ts';
import { receiveTheoryResultRoute } from '../../functions/integrations/receive-theory-result.contract.ts';
import { eTeoriAdapter } from '../../functions/shared/e-teori.ts';
import { findkoreskoleAdapter } from '../../functions/shared/findkoreskole.ts';
import { withEventList } from '../../functions/shared/openapi/event-list.ts';

const folder = join(import.meta.dirname, '../../domain/integrations/contracts');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const example = (name: string) => JSON.parse(read(`examples/${name}.json`));

type Schema = {
  required?: string[];
  properties?: Record<string, unknown>;
  additionalProperties?: boolean;
};
const schema = (platform: string, name: string): Schema =>
  JSON.parse(read(`${platform}.openapi.json`)).components.schemas[name];

/** An adapter's one request to a platform that takes it. */
async function sent(call: (connection: never) => Promise<unknown>) {
  const requests: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    requests.push({ url, init });
    return new Response(JSON.stringify({ accountId: 'a' }));
  };
  const secret = 'a-secret-of-some-length';
  await call({ platform: 'e-teori', apiUrl: 'https://platform.example/', secret, fetch } as never);
  const [{ url, init }] = requests as [{ url: string; init: RequestInit }];
  return { url, method: init.method, body: JSON.parse(String(init.body)) };
}

describe('the contracts with the platforms', () => {
  it.each([
    ['e-teori', 'Student', 'e-teori-student'],
    ['e-teori', 'Account', 'e-teori-account'],
    ['e-teori', 'Result', 'e-teori-result'],
    ['findkoreskole', 'Listing', 'findkoreskole-listing'],
    ['findkoreskole', 'Lead', 'findkoreskole-lead'],
  ])('%s %s has an example with its fields and no others', (platform, name, file) => {
    const { required = [], properties = {} } = schema(platform, name);

    expect(Object.keys(example(file))).toEqual(expect.arrayContaining(required));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(example(file))));
  });

  it.each([
    ['e-teori', 'Result', receiveTheoryResultRoute, 'e-teori-result'],
    ['findkoreskole', 'Lead', receiveLeadRoute, 'findkoreskole-lead'],
  ] as const)('%s: what the %s says is what the operation takes', (platform, name, route, file) => {
    const { properties = {}, required } = schema(platform, name);
    const body = route.body as unknown as z.ZodObject;
    const { shape } = body as { shape: Record<string, z.ZodType> };

    expect(body.safeParse(example(file)).success).toBe(true);
    expect(Object.keys(shape).sort()).toEqual(Object.keys(properties).sort());
    const needed = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success);
    expect(needed.map(([field]) => field).sort()).toEqual([...(required ?? [])].sort());
  });

  it('are what the adapters send', async () => {
    const student = example('e-teori-student');
    const provisioned = await sent((to) => eTeoriAdapter(to).provision(student));
    const listing = example('findkoreskole-listing');
    const published = await sent((to) => findkoreskoleAdapter(to).publish(listing));

    expect(provisioned).toEqual({
      url: `https://platform.example/v1/schools/${student.schoolRef}/students/${student.studentRef}`,
      ...{ method: 'PUT', body: student },
    });
    expect(published).toEqual({
      url: `https://platform.example/v1/schools/${listing.schoolRef}`,
      ...{ method: 'PUT', body: listing },
    });
  });

  it('say that they are ours until the platforms publish theirs', () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.openapi.json'))) {
      expect(JSON.parse(read(file)).info.description).toContain('Written by Just Driving');
    }
  });
});

describe('the documentation of webhooks', () => {
  it('shows an event as it is sent', () => {
    const event = example('webhook-event');
    const definition = CATALOGUE.find(({ name }) => name === event.type);

    expect(definition?.schema.safeParse(event.data).success).toBe(true);
    expect(event.schemaVersion).toBe(definition?.schemaVersion);
  });

  it('lists the events as the catalogue has them today: after a change run `npm run openapi`', () => {
    const events = join(import.meta.dirname, '../../events');
    const sources = readdirSync(events).map((file) => readFileSync(join(events, file), 'utf8'));

    expect(read('webhooks.md')).toBe(withEventList(read('webhooks.md'), sources.join('\n')));
  });
});
