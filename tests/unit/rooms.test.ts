import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Plain JavaScript, as the tool wants it: imported by a name that the compiler does not follow. */
const { default: configuration } = (await import(join(ROOT, '.dependency-cruiser.mjs'))) as {
  default: IConfiguration;
};

/** A house with one thing wrong for every rule: the rule, the file, and what the file imports. */
const PLANTED: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-circle', 'domain/schools/cycle-a.ts', './cycle-b.ts'],
  ['import-what-exists', 'domain/schools/lost.ts', './nowhere.ts'],
  ['ship-no-tool', 'functions/schools/tooled.ts', 'fast-check'],
  ['bin-starts-infra', 'bin/app.ts', '../domain/store/names.ts'],
  ['commands-run-use-cases', 'bin/peeking.ts', '../functions/people/get-me.ts'],
  ['infra-by-contract', 'infra/app.ts', '../functions/people/get-me.ts'],
  ['contract-stays-light', 'functions/people/heavy.contract.ts', '../shared/api-handler.ts'],
  ['contract-reaches-no-sdk', 'functions/people/deep.contract.ts', '../../domain/people/query.ts'],
  ['handler-translates', 'functions/people/routed.ts', '../routes.ts'],
  ['handler-goes-through-the-door', 'functions/people/sending.ts', '@aws-sdk/lib-dynamodb'],
  ['only-collectors-read-routes', 'functions/people/collecting.ts', '../shared/collector.ts'],
  ['edge-is-shared-one-way', 'functions/shared/knowing.ts', '../people/get-me.ts'],
  ['domain-knows-no-edge', 'domain/people/answering.ts', '../../functions/shared/answer.ts'],
  ['schools-by-its-exports', 'domain/people/prying-1.ts', '../schools/inner.ts'],
  ['people-by-its-exports', 'domain/schools/prying-2.ts', '../people/inner.ts'],
  ['scheduling-by-its-exports', 'domain/schools/prying-6.ts', '../scheduling/inner.ts'],
  ['finance-by-its-exports', 'domain/schools/prying-3.ts', '../finance/inner.ts'],
  ['learning-by-its-exports', 'domain/schools/prying-4.ts', '../learning/inner.ts'],
  ['notifications-by-its-exports', 'domain/schools/prying-5.ts', '../notifications/inner.ts'],
  ['integrations-by-its-exports', 'domain/schools/prying-7.ts', '../integrations/inner.ts'],
  ['nobody-asks-notifications', 'domain/people/telling.ts', '../notifications/inner.ts'],
  ['finance-does-not-steer', 'domain/finance/steering.ts', '../people/inner.ts'],
  ['learning-only-looks-up', 'domain/learning/steering.ts', '../people/read-people.ts'],
  ['store-knows-no-area', 'domain/store/naming.ts', '../people/inner.ts'],
  ['shared-stands-alone', 'domain/shared/leaning.ts', '../store/names.ts'],
  ['one-file-sends', 'domain/people/sending.ts', '@aws-sdk/lib-dynamodb'],
  ['rules-reach-no-sdk', 'domain/people/reaching.ts', '../store/dynamo-port.ts'],
  ['rows-are-entities', 'domain/people/row.ts', 'electrodb'],
  ['one-file-knows-the-clock-library', 'domain/people/clock.ts', 'temporal-polyfill'],
  ['events-promise-alone', 'events/people.ts', '../domain/people/inner.ts'],
  ['events-name-only-zod', 'events/define.ts', 'liquidjs'],
  ['nothing-needs-local', 'infra/peeping.ts', '../local/start.ts'],
  ['nothing-needs-tests', 'local/testing.ts', '../tests/support/builder.ts'],
  ['nothing-needs-bench', 'infra/measuring.ts', '../bench/cold.ts'],
];

/** What the planted files lean on, and what they may rightly do. */
const REST: Readonly<Record<string, readonly string[]>> = {
  'domain/schools/cycle-b.ts': ['./cycle-a.ts'],
  'domain/people/query.ts': ['./person.entity.ts'],
  'domain/people/person.entity.ts': ['electrodb'],
  'domain/people/read-people.ts': ['./person.entity.ts', '../schools/read-schools.ts'],
  'domain/schools/read-schools.ts': ['../store/names.ts'],
  'domain/store/dynamo-port.ts': ['@aws-sdk/lib-dynamodb'],
  'domain/store/names.ts': ['../shared/ids.ts'],
  'domain/shared/ids.ts': [],
  'domain/shared/time.ts': ['temporal-polyfill'],
  'functions/people/get-me.ts': ['./get-me.contract.ts', '../shared/api-handler.ts'],
  'functions/people/get-me.contract.ts': [
    'zod',
    '../shared/schemas.ts',
    '../../domain/shared/ids.ts',
  ],
  'functions/routes.ts': ['./people/get-me.contract.ts'],
  'functions/shared/collector.ts': ['../routes.ts'],
  'functions/shared/api-handler.ts': ['./answer.ts', '@middy/core'],
  'functions/shared/answer.ts': [],
  'functions/shared/schemas.ts': ['zod'],
  'infra/stack.ts': ['../functions/routes.ts', '../domain/store/names.ts', 'aws-cdk-lib'],
  'bin/command.ts': ['../domain/people/read-people.ts', '../functions/shared/answer.ts'],
  'local/start.ts': ['../infra/stack.ts', '../domain/people/read-people.ts'],
  'tests/support/builder.ts': ['../../domain/people/query.ts'],
  'bench/cold.ts': ['../functions/routes.ts'],
  'domain/schools/inner.ts': [],
  'domain/people/inner.ts': [],
  'domain/scheduling/inner.ts': [],
  'domain/finance/inner.ts': [],
  'domain/learning/inner.ts': [],
  'domain/notifications/inner.ts': [],
  'domain/integrations/inner.ts': [],
};

const rules = (configuration.forbidden ?? []).map(({ name, comment }) => ({ name, comment }));
const house = mkdtempSync(join(tmpdir(), 'just-driving-rooms-'));
let found: { rule: string; from: string }[];

beforeAll(async () => {
  for (const [, file, imports] of PLANTED) plant(file, [imports]);
  for (const [file, imports] of Object.entries(REST)) plant(file, imports);
  for (const shared of ['node_modules', 'package.json']) {
    symlinkSync(join(ROOT, shared), join(house, shared));
  }
  const { tsConfig: _, ...options } = configuration.options ?? {};
  const { output } = await cruise(
    ['bin', 'infra', 'functions', 'domain', 'events', 'local', 'tests', 'bench'],
    { ...options, baseDir: house, validate: true, ruleSet: configuration },
    options.enhancedResolveOptions ?? {},
  );
  found = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    from,
  }));
}, 30_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

function plant(file: string, imports: readonly string[]): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), imports.map((path) => `import '${path}';\n`).join(''));
}

describe('the rules of the rooms', () => {
  it('say why, a sentence each', () => {
    for (const { name, comment } of rules) expect(comment, name).toMatch(/^\w.{30,}\.$/);
  });

  it('are each tried by a planted violation', () => {
    expect(PLANTED.map(([rule]) => rule).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(PLANTED)('%s catches %s importing %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('let pass what a room may do', () => {
    const innocent = Object.keys(REST).filter(
      (file) => !['domain/schools/cycle-b.ts', 'functions/shared/collector.ts'].includes(file),
    );

    expect(found.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });
});
