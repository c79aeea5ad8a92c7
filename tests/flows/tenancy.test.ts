import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas } from '../../functions/routes.ts';
import type { Operation } from '../../functions/shared/operation.ts';
import { fuzz } from '../fuzz/campaign.ts';
import { newWorld } from '../fuzz/world.ts';
import type { Answer } from './support/api.ts';
import { GOOD_BODIES, type Ids } from './support/bodies.ts';
import { control, passTime } from './support/control.ts';
import type { School } from './support/people.ts';
import { CALLERS, type Caller, type Cast, newCast } from './support/tenancy/cast.ts';
import {
  type Answered,
  answeredToAnybody,
  letThrough,
  paramsOf,
  refusal,
  refusalElsewhere,
  targetsOf,
  thingsIn,
} from './support/tenancy/expected.ts';
import { hiddenFrom } from './support/tenancy/hidden.ts';
import {
  goodRequest,
  harmlessRequest,
  idsFor,
  namedInBody,
  operations,
  pathOf,
  saidBy,
  send,
} from './support/tenancy/requests.ts';
import { versionsOf } from './support/tenancy/versions.ts';

const open = operations.filter(({ who }) => who === 'public');
const closed = operations.filter(({ who }) => who !== 'public');
/** Operations at once. Each has one process, which answers one request at a time. */
const AT_ONCE = 3;

let cast: Cast;
let sent = 0;

beforeAll(async () => {
  cast = await newCast();
}, 120_000);

afterAll(() => {
  console.log(`tenancy: ${sent} combinations of ${operations.length} operations`);
});

const NOT_FOUND: Answered = [404, 'not_found'];

/** What a body may name beyond what a path may: `null` is carried out. */
const NAMED: Record<string, Answered | null> = {
  // A course is the whole school's.
  'create-student bound courseId': null,
  // Staff know each other and the departments: a student is handed on within the school.
  ...Object.fromEntries(
    ['bound', 'teacher'].flatMap((caller) => [
      [`change-student ${caller} teacherId`, null],
      [`change-student ${caller} departmentId`, null],
    ]),
  ),
  // Whom a teacher teaches becomes their student by it; to a colleague they give no lesson.
  'create-booking teacher studentId': null,
  'add-booking-students teacher studentId': null,
  'create-booking teacher teacherId': [403, 'forbidden'],
  'change-booking teacher teacherId': [403, 'forbidden'],
  // That it has not begun is said before who came is looked at.
  ...Object.fromEntries(
    ['admin', 'bound', 'teacher'].flatMap((caller) => [
      [`complete-booking ${caller} teacherId`, [409, 'conflict'] as const],
      [`complete-booking ${caller} studentId`, [409, 'conflict'] as const],
    ]),
  ),
};

/** Runs a group of requests side by side, operation by operation, and holds them to their answers. */
async function expectOf(
  asked: readonly Operation[],
  ask: (operation: Operation, is: Is) => Promise<void>,
): Promise<void> {
  const before = await versionsOf(cast);
  const wrong: string[] = [];
  const queue = [...asked];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const operation = next;
      await ask(operation, async ({ case: name, answer, expected, hidden = [] }) => {
        sent += 1;
        const { text, ...rest } = await answer;
        const said = saidBy({ text, ...rest });
        if (String(said) !== String(expected)) {
          wrong.push(`${operation.name}, ${name}: ${said} instead of ${expected}`);
        }
        const leaked = rest.status < 300 ? hidden.filter((id) => text.includes(id)) : [];
        if (leaked.length > 0) wrong.push(`${operation.name}, ${name}: shows ${leaked}`);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(wrong).toEqual([]);
  expect(await versionsOf(cast)).toEqual(before);
}

type Is = (asked: Asked) => Promise<void>;
type Asked = { case: string; answer: Promise<Answer>; expected: Answered; hidden?: string[] };

/** As if all were well for who must be refused; harmlessly for who is let through. */
function request(operation: Operation, caller: Caller, things: Ids, refused: Answered | null) {
  const ids = idsFor(operation, things);
  const { ids: named, body } =
    refused === null
      ? harmlessRequest(operation, ids)
      : { ids, body: goodRequest(operation, ids, caller) };
  return {
    to: (at: School) => send(operation, pathOf(operation, at, named), cast.tokens[caller], body),
    expected: refused ?? letThrough(operation),
  };
}

test('every operation with a body has a good one here, as its contract has it', () => {
  const bad = operations.filter(
    ({ name, method, body }) =>
      (body !== undefined && !body.safeParse(GOOD_BODIES[name]?.(cast.things.own)).success) ||
      (method === 'GET' && name in GOOD_BODIES),
  );

  // Deliveries are signed, and people without a session have nothing to name.
  expect(bad.map(({ name }) => name)).toEqual(
    open.filter(({ name, body }) => body && !(name in GOOD_BODIES)).map(({ name }) => name),
  );
});

const byArea = Object.entries(areas)
  .map(([name, area]) => [name, closed.filter((one) => area.operations.includes(one))] as const)
  .filter(([, asked]) => asked.length > 0);

describe.each(byArea)('%s', (_, asked) => {
  test('answers everybody about everything as its contracts say, and changes nothing', async () => {
    // One after another for each operation: its one process is warm for all of them.
    await expectOf(asked, async (operation, is) => {
      await askByRole(operation, is);
      await askElsewhere(operation, is);
      await askForeignPaths(operation, is);
      await askForeignBodies(operation, is);
      await askWithoutToken(operation, is);
    });
  });
});

/** Every role about its own, others', another department's and another school's thing. */
async function askByRole(operation: Operation, is: Is) {
  for (const target of targetsOf(operation)) {
    for (const caller of CALLERS) {
      const refused = refusal(operation, caller, target);
      const { to, expected } = request(operation, caller, cast.things[target], refused);
      const hidden = hiddenFrom(cast, caller);
      await is({ case: `${caller}, ${target}`, answer: to(cast.school), expected, hidden });
    }
  }
}

/** Every role by the path of a school that is not theirs. */
async function askElsewhere(operation: Operation, is: Is) {
  if (!paramsOf(operation).includes('schoolId')) return;
  for (const caller of CALLERS) {
    const refused = refusalElsewhere(operation, caller);
    const { to, expected } = request(operation, caller, cast.things.elsewhere, refused);
    const hidden = hiddenFrom(cast, caller);
    await is({ case: `${caller}, another school`, answer: to(cast.other), expected, hidden });
  }
}

/** Another school's thing beside one's own, wherever it stands in the path. */
async function askForeignPaths(operation: Operation, is: Is) {
  const names = thingsIn(operation);
  for (const name of names.length > 1 ? names : []) {
    const foreign = idsFor(operation, cast.things.elsewhere)[name] ?? '';
    const ids = { ...idsFor(operation, cast.things.own), [name]: foreign };
    await is({ case: `foreign ${name}`, answer: asDoer(operation, ids), expected: NOT_FOUND });
  }
}

/** The same where a body names it, and for those who see a part of their school. */
async function askForeignBodies(operation: Operation, is: Is) {
  const { own, others, department, elsewhere } = cast.things;
  const { who } = operation;
  if (typeof who !== 'object') return;
  const asked: [Caller, Ids][] = [[doer(operation), elsewhere]];
  if (who.office === 'departments') asked.push(['bound', department]);
  if (who.teacher === 'own' && !operation.byThemselves) asked.push(['teacher', others]);
  const ids = idsFor(operation, own);
  for (const [caller, theirs] of asked) {
    for (const name of namedInBody(operation, own)) {
      const known = `${operation.name} ${caller} ${name}`;
      const expected = known in NAMED ? NAMED[known] : NOT_FOUND;
      if (theirs[name] === own[name] || expected === null) continue;
      const body = goodRequest(operation, { ...ids, [name]: theirs[name] ?? '' });
      const path = pathOf(operation, cast.school, ids);
      const answer = send(operation, path, cast.tokens[caller], body);
      await is({ case: `${caller} names ${name}`, answer, expected: expected ?? NOT_FOUND });
    }
  }
}

/** What is no access token, with a request that nothing is wrong with. */
async function askWithoutToken(operation: Operation, is: Is) {
  const ids = idsFor(operation, cast.things.own);
  for (const [name, { token, told }] of Object.entries(cast.bearers)) {
    const path = pathOf(operation, cast.school, ids);
    const answer = send(operation, path, token, goodRequest(operation, ids));
    await is({ case: name, answer, expected: [401, told] });
  }
}

test('and an access token sixteen minutes later, by the control clock', async () => {
  await passTime({ minutes: 16 });
  await control.idle(); // what falls due meanwhile is no answer's doing
  await expectOf(closed, async (operation, is) => {
    const answer = asDoer(operation, idsFor(operation, cast.things.own));
    await is({ case: 'an old token', answer, expected: [401, 'Unauthorized'] });
  }).finally(() => control.clock(null));
});

test('public operations answer the same with any token, with none and with a forged one', async () => {
  await expectOf(open, async (operation, is) => {
    const { admin, former, outsider } = cast.tokens;
    const bearers = { admin, former, outsider, ...openBearers() };
    const token = operation.path.startsWith('/opt-out/') ? 'x'.repeat(22) : 'a'.repeat(43);
    for (const [name, bearer] of Object.entries(bearers)) {
      const path = pathOf(operation, cast.school, { token });
      const answer = send(operation, path, bearer, {});
      await is({ case: name, answer, expected: answeredToAnybody(operation) });
    }
    if (!paramsOf(operation).some((name) => name === 'schoolId' || name === 'slug')) return;
    const nowhere = { id: `sch_${'0'.repeat(26)}`, slug: 'no-such-school' };
    const path = pathOf(operation, nowhere, {});
    const answer = send(operation, path, undefined, GOOD_BODIES[operation.name]?.({}));
    await is({ case: 'no such school', answer, expected: NOT_FOUND });
  });
});

// Last: it changes what the others count on.
test('a thousand requests, valid, nearly valid and hostile, are answered as the document says; every answer that it documents is met', {
  timeout: 600_000,
}, async () => {
  const { found, owed, summary } = await fuzz(await newWorld(cast), { requests: 124, seed: 1 });

  console.log(`fuzz: ${summary}`);
  expect(found.slice(0, 20)).toEqual([]);
  expect(owed).toEqual([]);
});

function openBearers(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(cast.bearers).map(([name, { token }]) => [name, token]));
}

function asDoer(operation: Operation, ids: Ids): Promise<Answer> {
  const path = pathOf(operation, cast.school, ids);
  return send(operation, path, cast.tokens[doer(operation)], goodRequest(operation, ids));
}

/** Who may do it at all: an administrator, or those who do it in their own name alone. */
function doer({ who, byThemselves }: Operation): Caller {
  if (!byThemselves || typeof who !== 'object') return 'admin';
  return who.student ? 'student' : 'teacher';
}
