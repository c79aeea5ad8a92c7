import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PluginBuild } from 'esbuild';
import { personEntity } from '../domain/people/person.entity.ts';
import { instant } from '../domain/shared/instant.ts';
import { newId } from '../domain/shared/new-id.ts';
import type { QueryParams, RowKey } from '../domain/store/port.ts';
import { createStore } from '../domain/store/store.ts';
import { create } from '../domain/store/write.ts';
import { ENV } from '../functions/shared/environment.ts';
import { bundleFolder, bundleInto, REPOSITORY } from '../infra/build/bundle.ts';
import { plantCast, writeAll } from '../tests/support/booking-cast.ts';
import { bookingDesk } from '../tests/support/booking-stage.ts';
import { type Random, seededRandom } from '../tests/support/random.ts';
import { testContext } from '../tests/support/store-world.ts';
import { createTwin } from '../tests/support/twin.ts';

/**
 * What a warm call costs on top of the table: the deployed bundles, called in this process as Lambda
 * calls them, over a client that answers from memory. The client's time is taken off; all else counts: the
 * stack of the edge, validation, keys and rows of ElectroDB, the rules, the answer.
 *
 *     npm run bench:handler -- [<calls of each, default 2,000>] [<seed, default 1>]
 *
 * Ends with 1 when the middle of all calls is over the bound. Planted are a school, 30 students and a
 * week with 20 lessons of one teacher; a transaction is accepted and forgotten, so that the same call
 * can be made again.
 */
const [calls = 2_000, seed = 1] = process.argv.slice(2).map(Number);
const BOUND_MS = 0.25;
const WARM_UP = 500;

type Call = { path: string; parameters: Record<string, string>; body?: unknown; query?: string };
type Operation = {
  name: string;
  method: string;
  area: string;
  function: string;
  expected: number;
  call(random: Random): Call;
};
type Asked = { RequestItems?: Record<string, { Keys: RowKey[] }>; TransactItems?: unknown };
type Handler = (event: unknown, context: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

process.env[ENV.tableName] = 'bench';
process.env.AWS_REGION = 'eu-west-1';

const twin = createTwin();
const inTable = stubClient();
const { operations, personId } = await plant();
const handlers = await bundled(operations);
const all: number[] = [];
// What handlers log goes nowhere: how fast a terminal takes it is not their time.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((chunk: string | Uint8Array) =>
  String(chunk).startsWith('{"level"') || write(chunk)) as typeof process.stdout.write;

console.log(`${'operation'.padEnd(44)}   median ms      p99 ms   calls of the table`);
for (const operation of operations) {
  const handler = handlers.get(operation.function) as Handler;
  const random = seededRandom(seed);
  for (let i = 0; i < WARM_UP; i++) await measured(operation, handler, random);
  const times: number[] = [];
  let asked = 0;
  for (let i = 0; i < calls; i++) {
    const { own, count } = await measured(operation, handler, random);
    times.push(own);
    asked += count;
  }
  all.push(...times);
  console.log(
    operation.name.padEnd(44) +
      [at(times, 0.5), at(times, 0.99)].map((ms) => ms.toFixed(3).padStart(12)).join('') +
      (asked / calls).toFixed(1).padStart(12),
  );
}
const middle = at(all, 0.5);
const fine = middle <= BOUND_MS;
console.log(`all: ${middle.toFixed(3)} ms, at most ${BOUND_MS}${fine ? '' : '  OVER'}`);
process.exitCode = fine ? 0 : 1;

/** Milliseconds of one call, without what the table took. */
async function measured(operation: Operation, handler: Handler, random: Random) {
  const event = request(operation, operation.call(random));
  inTable.take();
  const began = performance.now();
  const { statusCode, body } = await handler(event, { getRemainingTimeInMillis: () => 10_000 });
  const whole = performance.now() - began;
  if (statusCode !== operation.expected)
    throw new Error(`${operation.name}: ${statusCode} ${body}`);
  const { milliseconds, count } = inTable.take();
  return { own: whole - milliseconds, count };
}

/** An event as the HTTP API makes it, the authorizer's claims included. */
function request({ method }: Operation, { path, parameters, body, query }: Call) {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: query ?? '' },
    headers: {
      ...{ host: 'bench', 'user-agent': 'bench', accept: 'application/json' },
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    pathParameters: parameters,
    ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      ...{ requestId: randomUUID(), http: { method, path, sourceIp: '127.0.0.1' } },
      authorizer: {
        jwt: { claims: { username: personId, token_use: 'access', auth_time: now, iat: now } },
      },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

/** Answers what the store asks out of the twin, and counts how long that takes. */
function stubClient() {
  let milliseconds = 0;
  let count = 0;
  const answer = async ({ input }: { input: Asked }): Promise<unknown> => {
    if (input.RequestItems) {
      const [[table, { Keys }] = ['', { Keys: [] }]] = Object.entries(input.RequestItems);
      return { Responses: { [table]: await twin.batchGet(Keys) } };
    }
    if (input.TransactItems) return {};
    const { rows, lastKey } = await twin.query(input as unknown as QueryParams);
    return { Items: rows, ...(lastKey && { LastEvaluatedKey: lastKey }) };
  };
  const send = async (command: { input: Asked }) => {
    const began = performance.now();
    const answered = await answer(command);
    milliseconds += performance.now() - began;
    count += 1;
    return answered;
  };
  Object.assign(globalThis, { benchClient: { send } });
  return {
    /** what it took since the last time, and how many calls */
    take() {
      const taken = { milliseconds, count };
      milliseconds = 0;
      count = 0;
      return taken;
    },
  };
}

/** The handlers out of bundles as they are deployed, but for the client of the table. */
async function bundled(wanted: readonly Operation[]): Promise<Map<string, Handler>> {
  const outdir = mkdtempSync(join(REPOSITORY, '.build', 'handler-'));
  const sources = wanted.map(({ area, function: name }) => ({
    ...{ area, name },
    handlerFile: join(REPOSITORY, 'functions', area, `${name}.ts`),
  }));
  const contents = 'export const createDocumentClient = () => globalThis.benchClient;';
  const client = {
    name: 'client-of-the-bench',
    setup: (build: PluginBuild) =>
      build.onLoad({ filter: /functions[\\/]shared[\\/]dynamo\.ts$/ }, () => ({ contents })),
  };
  try {
    await bundleInto(outdir, sources, { plugins: [client] });
    const handlers = new Map<string, Handler>();
    for (const source of sources) {
      const file = join(outdir, bundleFolder(source), 'index.mjs');
      const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
      handlers.set(source.name, handler);
    }
    return handlers;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

async function plant(): Promise<{ operations: Operation[]; personId: string }> {
  const now = instant(new Date());
  const context = testContext(createStore({ port: twin }), { now: () => now });
  const cast = await plantCast(context, { students: 30, vehicles: 2 });
  const { schoolId } = cast.school;
  const caller = newId('per');
  const person = { personId: caller, email: 'office@example.dk', createdAt: now, version: 1 };
  await writeAll(context, [
    create(
      personEntity.create({
        ...person,
        ...{ hasPassword: true, platformAdmin: true, sms: true, marketing: false },
      }),
    ),
  ]);
  const desk = bookingDesk(context, cast);
  const day = (nth: number) =>
    new Date(Math.ceil(Date.now() / 86_400_000 + 1 + nth) * 86_400_000).toISOString().slice(0, 10);
  const bookings: string[] = [];
  for (let i = 0; i < 20; i++) {
    const startsAt = `${day(i % 5)}T${String(8 + Math.floor(i / 5) * 2).padStart(2, '0')}:00:00Z`;
    const studentIds = [cast.students[i] as never];
    bookings.push((await desk.book({ startsAt, studentIds })).id);
  }
  const S = `/schools/${schoolId}`;
  const week = `teacherId=${cast.teachers[0]}&from=${day(0)}&to=${day(6)}`;
  const operations: Operation[] = [
    {
      ...{
        name: 'GET one student',
        method: 'GET',
        area: 'people',
        function: 'get-student',
        expected: 200,
      },
      call: (random) => {
        const studentId = random.pick(cast.students);
        return { path: `${S}/students/${studentId}`, parameters: { schoolId, studentId } };
      },
    },
    {
      ...{
        name: 'GET a booking',
        method: 'GET',
        area: 'scheduling',
        function: 'get-booking',
        expected: 200,
      },
      call: (random) => {
        const bookingId = random.pick(bookings);
        return { path: `${S}/bookings/${bookingId}`, parameters: { schoolId, bookingId } };
      },
    },
    {
      name: 'GET a teacher’s week of 20 lessons',
      ...{ method: 'GET', area: 'scheduling', function: 'list-bookings', expected: 200 },
      call: () => ({ path: `${S}/bookings`, parameters: { schoolId }, query: week }),
    },
    {
      name: 'POST a booking, with Idempotency-Key',
      ...{ method: 'POST', area: 'scheduling', function: 'create-booking', expected: 201 },
      call: (random) => ({
        ...{ path: `${S}/bookings`, parameters: { schoolId } },
        body: {
          ...{ bookingTypeId: cast.types.road, teacherId: cast.teachers[1] },
          ...{ vehicleId: cast.vehicles[1], studentIds: [random.pick(cast.students.slice(20))] },
          startsAt: `${day(random.int(5))}T10:00:00Z`,
        },
      }),
    },
    {
      name: 'PATCH a booking: moved',
      ...{ method: 'PATCH', area: 'scheduling', function: 'change-booking', expected: 200 },
      call: (random) => {
        const nth = random.int(20);
        const bookingId = bookings[nth] as string;
        return {
          ...{ path: `${S}/bookings/${bookingId}`, parameters: { schoolId, bookingId } },
          body: { startsAt: `${day(nth % 5)}T${16 + random.int(4)}:00:00Z`, notes: 'moved' },
        };
      },
    },
    {
      name: 'PATCH a student',
      ...{ method: 'PATCH', area: 'people', function: 'change-student', expected: 200 },
      call: (random) => {
        const studentId = random.pick(cast.students);
        return {
          ...{ path: `${S}/students/${studentId}`, parameters: { schoolId, studentId } },
          body: { name: `Ida Holm ${random.int(1_000)}`, phone: '20 12 34 56' },
        };
      },
    },
  ];
  return { operations, personId: caller };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
