import { describe, expect, it } from 'vitest';
import { type EventPattern, matchesPattern, PatternError } from '../../local/bus/pattern.ts';

const event = {
  source: 'just-driving',
  'detail-type': 'BookingConfirmed',
  detail: {
    studentIds: ['per_1', 'per_2'],
    state: 'confirmed',
    minutes: 45,
    note: null,
    ip: '10.0.0.77',
    place: { city: 'Aarhus', rooms: [{ name: 'A' }, { name: 'B' }] },
  },
};

/** What the pattern of `detail` must say about the event above. */
const cases: [string, EventPattern, boolean][] = [
  ['an exact value', { state: ['confirmed'] }, true],
  ['any of several values', { state: ['draft', 'confirmed'] }, true],
  ['none of several values', { state: ['draft', 'cancelled'] }, false],
  ['every field must match', { state: ['confirmed'], minutes: [60] }, false],
  ['a number is not its digits', { minutes: ['45'] }, false],
  ['null is a value', { note: [null] }, true],
  ['a missing field is not null', { absent: [null] }, false],
  ['any element of a list', { studentIds: ['per_2'] }, true],
  ['no element of a list', { studentIds: ['per_3'] }, false],
  ['a nested field', { place: { city: ['Aarhus'] } }, true],
  ['a nested field in a list of objects', { place: { rooms: { name: ['B'] } } }, true],
  ['prefix', { state: [{ prefix: 'conf' }] }, true],
  ['prefix without case', { state: [{ prefix: { 'equals-ignore-case': 'CONF' } }] }, true],
  ['suffix', { state: [{ suffix: 'med' }] }, true],
  ['suffix of another', { state: [{ suffix: 'x' }] }, false],
  ['equals-ignore-case', { place: { city: [{ 'equals-ignore-case': 'AARHUS' }] } }, true],
  ['wildcard', { state: [{ wildcard: 'c*n*ed' }] }, true],
  ['wildcard with an escaped star', { state: [{ wildcard: 'c\\*ed' }] }, false],
  ['a dot in a wildcard is a dot', { ip: [{ wildcard: '10.0.0?77' }] }, false],
  ['anything-but a value', { state: [{ 'anything-but': 'draft' }] }, true],
  ['anything-but a list', { state: [{ 'anything-but': ['draft', 'confirmed'] }] }, false],
  ['anything-but a prefix', { state: [{ 'anything-but': { prefix: 'conf' } }] }, false],
  ['anything-but several suffixes', { state: [{ 'anything-but': { suffix: ['x', 'y'] } }] }, true],
  ['anything-but of a missing field', { absent: [{ 'anything-but': 'x' }] }, false],
  ['numeric range', { minutes: [{ numeric: ['>', 0, '<=', 45] }] }, true],
  ['outside a numeric range', { minutes: [{ numeric: ['>', 45] }] }, false],
  ['numeric of a text', { state: [{ numeric: ['=', 45] }] }, false],
  ['exists', { state: [{ exists: true }] }, true],
  ['does not exist', { absent: [{ exists: false }] }, true],
  ['does not exist, nested in what does not', { no: { such: [{ exists: false }] } }, true],
  ['does exist, asked not to', { state: [{ exists: false }] }, false],
  ['exists is for leaves only', { place: [{ exists: true }] }, false],
  ['cidr', { ip: [{ cidr: '10.0.0.0/24' }] }, true],
  ['outside a cidr', { ip: [{ cidr: '10.0.1.0/24' }] }, false],
  ['$or', { $or: [{ state: ['draft'] }, { minutes: [45] }] }, true],
  ['$or with no branch that holds', { $or: [{ state: ['draft'] }, { minutes: [1] }] }, false],
  ['$or beside a field that must hold too', { note: ['x'], $or: [{ minutes: [45] }] }, false],
];

describe('event patterns', () => {
  it.each(cases)('%s', (_name, detail, expected) => {
    expect(matchesPattern({ source: ['just-driving'], detail }, event)).toBe(expected);
  });

  it('filters stream records as the outbox relay asks', () => {
    const pattern = {
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } },
    };
    const record = (eventName: string, pk: string) => ({
      eventName,
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'evt_1' } } },
    });

    expect(matchesPattern(pattern, record('INSERT', 'outbox#3'))).toBe(true);
    expect(matchesPattern(pattern, record('REMOVE', 'outbox#3'))).toBe(false);
    expect(matchesPattern(pattern, record('INSERT', 'per_1'))).toBe(false);
  });

  it('refuses an operator that EventBridge does not know', () => {
    expect(() => matchesPattern({ source: [{ like: 'x' }] }, event)).toThrow(PatternError);
  });
});
