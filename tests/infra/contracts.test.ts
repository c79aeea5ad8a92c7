import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../functions/shared/operation.ts';
import { type Areas, checkAreas, checkPublicRoutes } from '../../infra/operations.ts';
import { build, fixtureOptions, removeScratch, scratchFolder } from './support/synth.ts';

afterAll(removeScratch);

function operation(overrides: Partial<Operation> = {}): Operation {
  return {
    name: 'read-thing',
    method: 'GET',
    path: '/things/{thingId}',
    summary: 'Reads a thing',
    who: 'signed-in',
    response: { status: 200 },
    needs: {},
    ...overrides,
  };
}

function areasOf(...operations: Operation[]): Areas {
  return { things: { operations, workers: [] } };
}

/** A `functions` folder with empty files. */
function folderWith(...files: string[]): string {
  const folder = scratchFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

describe('contracts, handlers and routes are one list', () => {
  const both = ['things/read-thing.contract.ts', 'things/read-thing.ts'];

  it('passes when each contract has its handler and is collected', () => {
    const folder = folderWith(...both, 'shared/helper.ts', 'things/lib/helper.ts');
    expect(() => checkAreas(areasOf(operation()), folder)).not.toThrow();
  });

  it('names the handler that a contract lacks', () => {
    const folder = folderWith('things/read-thing.contract.ts');
    expect(() => checkAreas(areasOf(operation()), folder)).toThrow(
      'functions/things/read-thing.contract.ts has no handler: functions/things/read-thing.ts is missing',
    );
  });

  it('names the contract that a handler lacks, and where helpers belong', () => {
    const folder = folderWith(...both, 'things/format-thing.ts');
    expect(() => checkAreas(areasOf(operation()), folder)).toThrow(
      'functions/things/format-thing.ts has no contract: functions/things/format-thing.contract.ts ' +
        'is missing (a module that is no handler belongs in functions/shared or functions/things/lib)',
    );
  });

  it('names the contract that routes.ts forgot', () => {
    expect(() => checkAreas({}, folderWith(...both))).toThrow(
      'functions/things/read-thing.contract.ts is not collected in functions/routes.ts',
    );
  });

  it('names what routes.ts collects from nowhere', () => {
    expect(() => checkAreas(areasOf(operation()), folderWith('shared/helper.ts'))).toThrow(
      'functions/routes.ts collects "read-thing" in things',
    );
  });

  it('says every mistake at once, one line each', () => {
    const folder = folderWith('things/a.contract.ts', 'things/b.ts');
    const lines = messageOf(() => checkAreas({}, folder)).split('\n');
    expect(lines).toHaveLength(3);
  });

  it('refuses two functions of one name and two operations of one route', () => {
    const folder = folderWith(...both, 'things/get-thing.contract.ts', 'things/get-thing.ts');
    const areas = areasOf(
      operation(),
      operation({ name: 'get-thing', path: '/things/{otherName}' }),
    );
    expect(() => checkAreas(areas, folder)).toThrow(
      'GET /things/{otherName} is the route of read-thing and of get-thing',
    );
    const twice: Areas = { ...areasOf(operation()), others: areasOf(operation()).things as never };
    expect(() => checkAreas(twice, folder)).toThrow('"read-thing" names a function of things');
  });

  it('refuses a rate limit that nothing counts', () => {
    const limited = operation({ rateLimit: 'sessions' });
    expect(() => checkAreas(areasOf(limited), folderWith(...both))).toThrow(
      '"read-thing" has a rateLimit, but its needs lack rateLimits',
    );
  });

  it('stops a synth', async () => {
    const { people, ...rest } = fixtureOptions.areas;
    expect(people).toBeDefined();
    await expect(build({ ...fixtureOptions, areas: rest })).rejects.toThrow(
      'functions/people/check-health.contract.ts is not collected',
    );
  });
});

describe('public routes', () => {
  const open = operation({ who: 'public', path: '/health' });

  it('pass when the list names them', () => {
    expect(() => checkPublicRoutes(areasOf(open), ['GET /health'])).not.toThrow();
  });

  it('are refused when the list does not name them', () => {
    expect(() => checkPublicRoutes(areasOf(open), [])).toThrow(
      'GET /health is public in its contract but not listed in infra/public-routes.ts',
    );
  });

  it('are refused when the list names what is not public', () => {
    expect(() => checkPublicRoutes(areasOf(operation()), ['GET /things/{thingId}'])).toThrow(
      'GET /things/{thingId} is listed in infra/public-routes.ts but no public contract has it',
    );
  });
});

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not throw');
}
