import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, EMPTY_CHAIN, NO_HASH, verifyRecord } from '../../domain/learning/chain.ts';
import type { ChainHead, RecordEntry } from '../../domain/learning/entry.ts';
import { newId } from '../../domain/shared/new-id.ts';

const owner = { schoolId: newId('sch'), studentId: newId('per') };
const [moduleId, bookingId, teacherId, lessonPlanId] = [
  newId('mod'),
  newId('bkg'),
  newId('per'),
  newId('pln'),
];
const AT = '2026-11-23T08:00:00.000Z' as never;

function signature(name: string): Parameters<typeof append>[1] {
  return {
    ...{ kind: 'teacher_signature', signatureId: newId('sig'), ...owner, moduleId, bookingId },
    shown: {
      lesson: {
        ...{ kind: 'road', status: 'attended', date: '2026-11-23', startedAt: AT, endedAt: AT },
        ...{ minutes: 45, teacherId, timeZone: 'Europe/Copenhagen' },
      },
      module: { title: 'Kryds', section: 7, kind: 'road', lessonPlanId, planVersion: 1 },
    },
    ...{ by: teacherId, role: 'teacher', at: AT },
    localAt: '2026-11-23T09:00:00.000+01:00[Europe/Copenhagen]',
    personal: { salt: 'ab'.repeat(16), name, text: 'Fin tur.' },
  };
}

function recordOf(count: number): { entries: RecordEntry[]; head: ChainHead } {
  const entries: RecordEntry[] = [];
  let head = EMPTY_CHAIN;
  for (let i = 0; i < count; i++) {
    const added = append(head, signature(`Tea ${i} Østergård`));
    entries.push(added.entry);
    head = added.head;
  }
  return { entries, head };
}

const flipped = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);

describe('a record', () => {
  it('verifies from its first entry, which names no other, to its head', () => {
    const { entries, head } = recordOf(5);

    expect(JSON.parse(entries[0]?.content ?? '')).toMatchObject({
      ...{ format: 1, sequence: 1, previousHash: NO_HASH },
    });
    expect(verifyRecord(owner, entries, head)).toEqual({
      ...{ valid: true, entries: 5, head: head.hash, firstBrokenEntry: null },
    });
  });

  it('without an entry is valid and has no head', () => {
    expect(verifyRecord(owner, [], null)).toEqual({
      ...{ valid: true, entries: 0, head: null, firstBrokenEntry: null },
    });
  });

  it('of which any one character of any entry is another names that entry', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(), fc.boolean(), (which, at, inHash) => {
        const { entries, head } = recordOf(4);
        const entry = entries[which] as RecordEntry;
        const field = inHash ? 'hash' : 'content';
        entry[field] = flipped(entry[field], at % entry[field].length);

        const { valid, firstBrokenEntry } = verifyRecord(owner, entries, head);

        expect(valid).toBe(false);
        expect(firstBrokenEntry?.sequence).toBe(which + 1);
      }),
      { numRuns: 200 },
    );
  });

  it('whose personal part was changed names its entry; erased, it still verifies', () => {
    const { entries, head } = recordOf(3);
    const [first, second] = entries as [RecordEntry, RecordEntry];
    first.personal = null;

    const erased = verifyRecord(owner, entries, head);
    second.personal = { ...second.personal, salt: 'ab'.repeat(16), name: 'Tea X' };
    const changed = verifyRecord(owner, entries, head);

    expect(erased.valid).toBe(true);
    expect(changed.firstBrokenEntry).toMatchObject({
      ...{ sequence: 2, problem: 'personal_part_altered' },
      id: JSON.parse(second.content).signatureId,
    });
  });

  it('that lost its last entry, one in between or its first misses just that', () => {
    for (const lost of [3, 2, 1]) {
      const { entries, head } = recordOf(3);
      entries.splice(lost - 1, 1);

      const { firstBrokenEntry } = verifyRecord(owner, entries, head);

      expect(firstBrokenEntry).toMatchObject({ sequence: lost, problem: 'missing' });
    }
  });

  it('in another order names the first that is out of place, renumbered or not', () => {
    const { entries, head } = recordOf(4);
    const [a, b, c, d] = entries as [RecordEntry, RecordEntry, RecordEntry, RecordEntry];
    const renumbered = [a, { ...c, sequence: 2 }, { ...b, sequence: 3 }, d];

    const swapped = verifyRecord(owner, [a, c, b, d], head);
    const moved = verifyRecord(owner, renumbered, head);

    expect(swapped.firstBrokenEntry?.sequence).toBe(2);
    expect(moved.firstBrokenEntry).toMatchObject({ sequence: 2, problem: 'wrong_place' });
  });

  it('with an entry more than its head counts, or another head, is not whole', () => {
    const { entries, head } = recordOf(3);
    const more = append(head, signature('Tea'));

    const longer = verifyRecord(owner, [...entries, more.entry], head);
    const other = verifyRecord(owner, entries, { ...head, hash: more.head.hash });

    expect(longer.firstBrokenEntry).toMatchObject({ sequence: 4, problem: 'unexpected' });
    expect(other.firstBrokenEntry).toMatchObject({ sequence: 3, problem: 'head_altered' });
  });

  it('of another student or school is not theirs', () => {
    const { entries, head } = recordOf(2);

    const others = [
      verifyRecord({ ...owner, studentId: newId('per') }, entries, head),
      verifyRecord({ ...owner, schoolId: newId('sch') }, entries, head),
    ];

    expect(others.map(({ firstBrokenEntry }) => firstBrokenEntry?.problem)).toEqual([
      'wrong_place',
      'wrong_place',
    ]);
  });

  it('replaced as a whole, head and all, contradicts a head that was mailed before', () => {
    const { entries: mailed } = recordOf(3);
    const { entries, head } = recordOf(3);

    expect(verifyRecord(owner, entries, head).valid).toBe(true);
    expect(verifyRecord(owner, entries, head, mailed[1]?.hash).valid).toBe(false);
    expect(verifyRecord(owner, entries, head, entries[1]?.hash).valid).toBe(true);
  });
});
