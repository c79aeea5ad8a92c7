import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areas } from '../../functions/routes.ts';
import type { Operation } from '../../functions/shared/operation.ts';
import { type Answer, api } from '../flows/support/api.ts';
import { control, passTime } from '../flows/support/control.ts';
import { signIn } from '../flows/support/people.ts';
import { rowsThatMatter } from '../flows/support/rows.ts';
import { seeded, stack } from '../flows/support/stack.ts';
import { forged, idToken } from './support/tokens.ts';

const operations = Object.values(areas).flatMap((area) => area.operations);
const open = operations.filter(({ who }) => who === 'public');
const closed = operations.filter(({ who }) => who !== 'public');

/** The operation's path with ids that may be, so that nothing but the token can be the reason. */
function pathOf({ path }: Operation): string {
  const student = seeded('student');
  const values: Record<string, string | undefined> = {
    schoolId: stack().school?.id,
    slug: stack().school?.slug,
    studentId: student.personId,
    personId: seeded('office').personId,
    departmentId: `dep_${'0'.repeat(26)}`,
    serviceId: `svc_${'0'.repeat(26)}`,
    invoiceId: `inv_${'0'.repeat(26)}`,
    vehicleId: `veh_${'0'.repeat(26)}`,
    bookingTypeId: `bty_${'0'.repeat(26)}`,
    bookingId: `bkg_${'0'.repeat(26)}`,
    paymentId: `pay_${'0'.repeat(26)}`,
    creditNoteId: `crn_${'0'.repeat(26)}`,
    runId: `run_${'0'.repeat(26)}`,
    suspenseId: `sus_${'0'.repeat(26)}`,
    teacherId: seeded('teacher').personId,
    lessonPlanId: `pln_${'0'.repeat(26)}`,
    moduleId: `mod_${'0'.repeat(26)}`,
    signatureId: `sig_${'0'.repeat(26)}`,
    endpointId: `whk_${'0'.repeat(26)}`,
    notificationId: `ntf_${'0'.repeat(26)}`,
    key: 'welcome',
    language: 'da',
    token: path.startsWith('/opt-out/') ? 'x'.repeat(22) : 'a'.repeat(43),
  };
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? fail(name));
}

function fail(name: string): never {
  throw new Error(`say what {${name}} may be`);
}

function ask(operation: Operation, token?: string): Promise<Answer> {
  const { method } = operation;
  return api(method, pathOf(operation), { token, ...(method !== 'GET' && { body: {} }) });
}

/** The answers of every operation, by its name. */
async function askAll(token?: string): Promise<Record<string, [number, string]>> {
  const answers = await Promise.all(
    closed.map(async (operation) => {
      const { status, body } = await ask(operation, token);
      const why: string = body?.code ?? body?.message;
      return [operation.name, [status, why]] as [string, [number, string]];
    }),
  );
  return Object.fromEntries(answers);
}

const all = (status: number, why: string) =>
  Object.fromEntries(closed.map(({ name }) => [name, [status, why]]));
const unauthorized = () => all(401, 'Unauthorized');

let before: unknown;
let access: string;
beforeAll(async () => {
  before = await rowsThatMatter();
  access = await signIn(seeded('platform_admin'));
});
afterAll(async () => {
  expect(await rowsThatMatter()).toEqual(before);
});

describe(`each of the ${closed.length} operations behind a token refuses`, () => {
  it('no token', async () => {
    expect(closed.length).toBeGreaterThan(20);
    expect(await askAll()).toEqual(unauthorized());
  });

  it('garbage', async () => {
    expect(await askAll('garbage')).toEqual(unauthorized());
    expect(await askAll('a.b.c')).toEqual(unauthorized());
  });

  it("another issuer's token, and one of another key under the same name", async () => {
    const issuer = 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_other';

    expect(await askAll(forged(access, { iss: issuer }))).toEqual(unauthorized());
    expect(await askAll(forged(access))).toEqual(unauthorized());
  });

  it('a token of the pool whose claims were changed', async () => {
    const [header, , signature] = access.split('.');
    const [, claims] = forged(access, { username: seeded('student').personId }).split('.');

    expect(await askAll([header, claims, signature].join('.'))).toEqual(unauthorized());
  });

  it('an ID token: the authorizer lets it through, we do not', async () => {
    const token = await idToken(seeded('platform_admin'));

    expect(await askAll(token)).toEqual(all(401, 'invalid_token'));
    const answer = await api('GET', '/me', { token });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('an access token sixteen minutes later, by the control clock', async () => {
    expect((await api('GET', '/me', { token: access })).status).toBe(200);

    await passTime({ minutes: 16 });

    expect(await askAll(access)).toEqual(unauthorized());
    await control.clock(null);
    expect((await api('GET', '/me', { token: access })).status).toBe(200);
  });
});

describe(`each of the ${open.length} public operations`, () => {
  it.each(open.map(({ name }) => name))('%s answers without a token', async (name) => {
    const operation = open.find((one) => one.name === name) as Operation;

    const { status, body, headers } = await ask(operation);

    // A platform proves itself by its signature over the body.
    if (operation.errors?.includes('untrusted_delivery')) {
      expect([status, body.code]).toEqual([401, 'untrusted_delivery']);
      return;
    }
    // What an empty body deserves, and never the gateway's or our 401, nor a fault.
    expect([200, 400, 403, 410, 422]).toContain(status);
    if (status !== 200) {
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      // A callback is signed instead; without that it is told so, and nothing else.
      const codes: Record<number, string> = {
        400: 'invalid_signature',
        403: 'forbidden',
        410: 'link_invalid',
      };
      expect(body.code).toBe(codes[status] ?? 'invalid');
      if (status === 403) expect(operation.path).toMatch(/^\/webhooks\//);
    }
  });
});
