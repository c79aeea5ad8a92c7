import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Verification, verifyRecord } from '../../domain/learning/chain.ts';
import { newId } from '../../domain/shared/new-id.ts';
import type { RecordDocument } from '../../functions/shared/documents/record-document.ts';
import { sampleRecord } from '../support/sample-record.ts';

/** The checker is plain JavaScript, so that it runs alone; what a test uses of it, in types. */
type Checker = {
  canonical(value: unknown): string;
  checkRecord(
    record: RecordDocument,
    expectedHead?: string,
  ): Omit<Verification, 'head'> & { head: string; erased: number; expected: number | null };
  readRecord(text: string): RecordDocument;
};
const { canonical, checkRecord, readRecord }: Checker = await import(
  new URL('../../bin/check-record.mjs', import.meta.url).href
);

const folder = mkdtempSync(join(tmpdir(), 'check-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Three lessons, both signatures each. */
function aRecord(): RecordDocument {
  const { signed, document } = sampleRecord();
  for (const bookingId of [newId('bkg'), newId('bkg'), newId('bkg')]) signed({ bookingId });
  return document();
}

/** The command as an inspector runs it. */
function run(record: unknown, ...words: string[]): { code: number; output: string } {
  const file = join(folder, 'record.json');
  writeFileSync(file, typeof record === 'string' ? record : JSON.stringify(record));
  const command = ['bin/check-record.mjs', file, ...words];
  try {
    return {
      code: 0,
      output: execFileSync(process.execPath, command, { stdio: 'pipe' }).toString(),
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer };
    return { code: status, output: `${stdout}${stderr}` };
  }
}

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing at ${i}`);
  return found;
};

describe('the command', () => {
  test('says that a good record holds', () => {
    const { code, output } = run(aRecord());

    expect(output).toContain('VALID   every entry is in its place and as it was written');
    expect(code).toBe(0);
  });

  test('finds the head of an older mail, and tells how much was added since', () => {
    const record = aRecord();
    const { code, output } = run(record, '--head', at(record.entries, 3).hash);

    expect(output).toContain('the expected head is entry 4');
    expect(output).toContain('2 more were added since');
    expect(code).toBe(0);
  });

  test('names the entry that was altered', () => {
    const record = aRecord();
    const entry = at(record.entries, 2);
    const id = JSON.parse(entry.content).signatureId;
    entry.content = entry.content.replace('"minutes":45', '"minutes":46');
    const { code, output } = run(record);

    expect(output).toContain(`BROKEN  entry 3 (${id}): altered`);
    expect(code).toBe(1);
  });

  test('a rewritten chain is consistent, and convicted by the head that was mailed', () => {
    const record = aRecord();
    const mailed = record.head.hash;
    const forged = aRecord();

    expect(run(forged).code).toBe(0);
    const { code, output } = run(forged, '--head', mailed);
    expect(output).toContain(`no entry has the expected head ${mailed}`);
    expect(code).toBe(1);
  });

  test('a record cut short together with its head is convicted, too', () => {
    const record = aRecord();
    const mailed = record.head.hash;
    record.entries.pop();
    record.head = { count: 5, hash: at(record.entries, 4).hash };

    expect(run(record).code).toBe(0);
    expect(run(record, '--head', mailed).code).toBe(1);
  });

  test.each([
    ['no JSON', 'not json', []],
    ['something else', { format: 'just-driving/record/2' }, []],
    ['entries that are none', { ...aRecord(), entries: [1] }, []],
    ['a head that is no hash', aRecord(), ['--head', 'abc']],
    ['a word too many', aRecord(), ['--head', '0'.repeat(64), 'more']],
  ])('does not judge %s: exit code 2', (_, record, words) => {
    expect(run(record, ...words).code).toBe(2);
  });
});

/** What somebody may do to a record, and which entry is then the first that does not hold. */
const TAMPERINGS = fc.oneof(
  fc.record({
    kind: fc.constant('byte' as const),
    entry: fc.nat(5),
    place: fc.nat(),
    by: fc.integer({ min: 1, max: 93 }),
  }),
  fc.record({
    kind: fc.constant('hash' as const),
    entry: fc.nat(5),
    place: fc.nat(63),
    by: fc.integer({ min: 1, max: 15 }),
  }),
  fc.record({
    kind: fc.constant('name' as const),
    entry: fc.nat(5),
    place: fc.nat(),
    by: fc.constant(1),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    entry: fc.nat(5),
    place: fc.constant(0),
    by: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('swap' as const),
    entry: fc.nat(4),
    place: fc.integer({ min: 1, max: 1 }),
    by: fc.constant(0),
  }),
);

function tamper(
  record: RecordDocument,
  what: typeof TAMPERINGS extends fc.Arbitrary<infer T> ? T : never,
): void {
  const entry = at(record.entries, what.entry);
  switch (what.kind) {
    case 'byte': {
      const place = what.place % entry.content.length;
      const code = entry.content.charCodeAt(place);
      const other = 32 + ((code - 32 + what.by) % 95);
      entry.content =
        entry.content.slice(0, place) + String.fromCharCode(other) + entry.content.slice(place + 1);
      break;
    }
    case 'hash': {
      const digit = (Number.parseInt(at([...entry.hash], what.place), 16) + what.by) % 16;
      entry.hash =
        entry.hash.slice(0, what.place) + digit.toString(16) + entry.hash.slice(what.place + 1);
      break;
    }
    case 'name':
      if (entry.personal) entry.personal.name = `${entry.personal.name}.`;
      break;
    case 'delete':
      record.entries.splice(what.entry, 1);
      break;
    case 'swap':
      record.entries.splice(what.entry, 2, at(record.entries, what.entry + 1), entry);
      break;
  }
}

describe('any tampering', () => {
  const original = aRecord();

  test('is found at its first entry, by the checker and by the platform alike', () => {
    fc.assert(
      fc.property(TAMPERINGS, (what) => {
        const record = structuredClone(original);
        tamper(record, what);
        const owner = { schoolId: record.school.id, studentId: record.student.id };
        const verdict = checkRecord(record);

        expect(verdict.valid).toBe(false);
        expect(verdict.firstBrokenEntry?.sequence).toBe(what.entry + 1);
        const { firstBrokenEntry } = verifyRecord(owner, record.entries, record.head);
        expect(verdict.firstBrokenEntry).toEqual(firstBrokenEntry);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['in the middle', 2, { sequence: 4, problem: 'wrong_place' }],
    ['at the end', 5, { sequence: 6, problem: 'head_altered' }],
  ])('an entry rewritten %s with a hash of its own is betrayed by what follows', (_, i, told) => {
    const record = structuredClone(original);
    const entry = at(record.entries, i);
    entry.content = entry.content.replace('"minutes":45', '"minutes":90');
    entry.hash = createHash('sha256').update(entry.content).digest('hex');
    const owner = { schoolId: record.school.id, studentId: record.student.id };

    expect(checkRecord(record).firstBrokenEntry).toMatchObject(told);
    expect(verifyRecord(owner, record.entries, record.head).firstBrokenEntry).toMatchObject(told);
  });

  test('a record of another student or school does not pass as this one', () => {
    const record = structuredClone(original);
    record.student.id = newId('per');

    expect(checkRecord(record).firstBrokenEntry).toMatchObject({
      sequence: 1,
      problem: 'wrong_place',
    });
  });

  test('erasing personal parts breaks nothing', () => {
    const record = structuredClone(original);
    for (const entry of record.entries) entry.personal = null;

    expect(checkRecord(record, record.head.hash)).toMatchObject({ valid: true, erased: 6 });
  });

  test('an empty record holds, and has no head that could be expected', () => {
    const record = sampleRecord().document();

    expect(checkRecord(record).valid).toBe(true);
    expect(checkRecord(record, record.head.hash).valid).toBe(false);
  });
});

describe('canonical JSON', () => {
  // The example of RFC 8785, section 3.2.2.
  test('is as the standard has it', () => {
    const example = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts names by their UTF-16 code units', () => {
    expect(
      canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
});

test('reads what was exported, and refuses what is no record', () => {
  expect(readRecord(JSON.stringify(aRecord())).entries).toHaveLength(6);
  expect(() => readRecord('null')).toThrow(/not a record/);
});
