#!/usr/bin/env node
/**
 * Checks a student's record that was exported as JSON, offline, with nothing but Node.js:
 *
 *     node bin/check-record.mjs record.json [--head <hash>]
 *
 * Every entry must be canonical JSON (RFC 8785), have the SHA-256 it names, stand in its place, name
 * the hash of the entry before it and the digest of its personal part (a part that was erased cannot
 * be checked and need not be: the entry itself holds without it). The head must be the last entry.
 *
 * A record that was rewritten as a whole is consistent in itself. `--head` is what convicts it: the
 * control code out of a mail that was sent when a lesson was signed must be the hash of an entry.
 *
 * Exit codes: 0 the record holds, 1 it does not (the first entry that fails is named), 2 no record
 * could be read. It imports nothing of the platform on purpose: who doubts the one reads the other.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FORMAT = 'just-driving/record/1';
const NO_HASH = '0'.repeat(64);

const SAYS = {
  missing: 'an entry that should be here is missing',
  unexpected: 'the head does not know this entry',
  altered: 'its content is not what its hash was made of',
  wrong_place: 'it does not belong in this place of this record',
  personal_part_altered: 'the name, drawing or text beside it is not what was signed',
  head_altered: 'the head is not the hash of the last entry',
};

/**
 * RFC 8785: members sorted by UTF-16 code units, no white space, strings and numbers as ECMAScript
 * writes them.
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // the default order of `sort` is by UTF-16 code units
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function contentOf(entry) {
  try {
    const content = JSON.parse(entry.content);
    const whole = typeof content === 'object' && content !== null && !Array.isArray(content);
    return whole && canonical(content) === entry.content ? content : null;
  } catch {
    return null;
  }
}

function problemOf(record, entry, sequence, previous) {
  if (entry.sequence !== sequence) return entry.sequence > sequence ? 'missing' : 'wrong_place';
  const content = contentOf(entry);
  if (!content || sha256(entry.content) !== entry.hash) return 'altered';
  const inPlace =
    content.schoolId === record.school.id &&
    content.studentId === record.student.id &&
    content.sequence === sequence &&
    content.previousHash === previous;
  if (!inPlace) return 'wrong_place';
  const { personal } = entry;
  if (personal === null) return null;
  return sha256(canonical(personal)) === content.personalDigest ? null : 'personal_part_altered';
}

function firstBroken(record) {
  const { entries, head } = record;
  let previous = NO_HASH;
  for (const [i, entry] of entries.entries()) {
    const problem = problemOf(record, entry, i + 1, previous);
    if (problem) return broken(i + 1, entry, problem);
    previous = entry.hash;
  }
  const { length } = entries;
  if (length < head.count) return broken(length + 1, undefined, 'missing');
  if (length > head.count) return broken(head.count + 1, entries[head.count], 'unexpected');
  return previous === head.hash ? null : broken(length, entries[length - 1], 'head_altered');
}

function broken(sequence, entry, problem) {
  return { sequence, id: (entry && contentOf(entry)?.signatureId) ?? null, problem };
}

/**
 * The verdict on a record. `expected` is the place of the entry with the expected head: null when
 * none was given, 0 when no entry has it.
 */
export function checkRecord(record, expectedHead) {
  const hashes = record.entries.map(({ hash }) => hash);
  const firstBrokenEntry = firstBroken(record);
  const expected = expectedHead === undefined ? null : hashes.indexOf(expectedHead) + 1;
  return {
    valid: firstBrokenEntry === null && expected !== 0,
    entries: hashes.length,
    erased: record.entries.filter(({ personal }) => personal === null).length,
    head: record.head.hash,
    firstBrokenEntry,
    expected,
  };
}

/** Throws for what is no record at all, so that a broken file is never taken for a good record. */
export function readRecord(text) {
  const record = JSON.parse(text);
  const isRecord =
    record?.format === FORMAT &&
    typeof record.school?.id === 'string' &&
    typeof record.student?.id === 'string' &&
    Number.isSafeInteger(record.head?.count) &&
    typeof record.head?.hash === 'string' &&
    Array.isArray(record.entries) &&
    record.entries.every(isEntry);
  if (!isRecord) throw new Error(`not a record of the format ${FORMAT}`);
  return record;
}

function isEntry(entry) {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    typeof entry.content === 'string' &&
    typeof entry.hash === 'string' &&
    typeof entry.personal === 'object'
  );
}

function describe(record, verdict, expectedHead) {
  const { entries, erased, head, firstBrokenEntry, expected } = verdict;
  const lines = [
    `student ${record.student.id} of school ${record.school.id}`,
    `entries ${entries}${erased > 0 ? `, the personal part of ${erased} erased` : ''}`,
    `head    ${head}`,
  ];
  if (firstBrokenEntry) {
    const { sequence, id, problem } = firstBrokenEntry;
    lines.push(`BROKEN  entry ${sequence}${id ? ` (${id})` : ''}: ${problem}, ${SAYS[problem]}`);
  }
  if (expected === 0) {
    lines.push(
      `BROKEN  no entry has the expected head ${expectedHead}: the record was rewritten or cut`,
    );
  }
  if (verdict.valid) {
    lines.push('VALID   every entry is in its place and as it was written');
    if (expected !== null) {
      const since = entries === expected ? '' : `, ${entries - expected} more were added since`;
      lines.push(
        `VALID   the expected head is entry ${expected}: all up to it is as it was then${since}`,
      );
    }
  }
  return lines.join('\n');
}

const USAGE = 'usage: node bin/check-record.mjs <record.json> [--head <64 hexadecimal digits>]';

function readArguments(words) {
  const [file, flag, head, ...rest] = words;
  const withHead = flag === '--head' && /^[0-9a-f]{64}$/i.test(head ?? '');
  if (!file || rest.length > 0 || (flag !== undefined && !withHead)) return null;
  return { file, head: head?.toLowerCase() };
}

function main(words) {
  const asked = readArguments(words);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  try {
    const record = readRecord(readFileSync(asked.file, 'utf8'));
    const verdict = checkRecord(record, asked.head);
    console.log(describe(record, verdict, asked.head));
    return verdict.valid ? 0 : 1;
  } catch (error) {
    console.error(`${asked.file}: ${error.message}`);
    return 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
