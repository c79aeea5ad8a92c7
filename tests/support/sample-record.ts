import { append, EMPTY_CHAIN, type NewEntry, verifyRecord } from '../../domain/learning/chain.ts';
import type { ChainHead, PersonalPart, RecordEntry } from '../../domain/learning/entry.ts';
import type { Id, PersonId, SchoolId } from '../../domain/shared/ids.ts';
import { plusMilliseconds } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { localText } from '../../domain/shared/time.ts';
import type { RecordDocument } from '../../functions/shared/documents/record-document.ts';
import { TEST_NOW } from './store-world.ts';

type Said = Partial<Omit<NewEntry, 'personal'>> & { personal?: Partial<PersonalPart> };

/** A student's record that a test writes entry by entry, and takes out as the document it becomes. */
export function sampleRecord() {
  const schoolId = newId('sch') as SchoolId;
  const studentId = newId('per') as PersonId;
  const teacherId = newId('per') as PersonId;
  const moduleId = newId('mod') as Id<'mod'>;
  const bookingId = newId('bkg') as Id<'bkg'>;
  const lessonPlanId = newId('pln') as Id<'pln'>;
  const entries: RecordEntry[] = [];
  let head: ChainHead = EMPTY_CHAIN;

  const lesson = {
    ...{ kind: 'road', status: 'attended', date: '2026-11-20' },
    startedAt: '2026-11-20T09:00:00.000Z',
    endedAt: '2026-11-20T09:45:00.000Z',
    ...{ minutes: 45, teacherId, timeZone: 'Europe/Copenhagen' },
  } as NewEntry['shown']['lesson'];
  const module = { title: 'Vejkryds', section: 6, kind: 'road', lessonPlanId, planVersion: 1 };

  function add(said: Said): RecordEntry {
    const at = plusMilliseconds(TEST_NOW, entries.length * 60_000);
    const role = said.role ?? 'teacher';
    const result = append(head, {
      kind: 'teacher_signature',
      signatureId: newId('sig') as Id<'sig'>,
      ...{ schoolId, studentId, moduleId, bookingId },
      shown: { lesson, module: module as NewEntry['shown']['module'] },
      ...{ role, by: role === 'teacher' ? teacherId : studentId },
      ...{ at, localAt: localText(at, 'Europe/Copenhagen') },
      ...said,
      personal: {
        salt: '00112233445566778899aabbccddeeff',
        name: role === 'teacher' ? 'Tove Nygård' : 'Sofie Æbeltoft',
        strokes: [
          [
            [40, 300],
            [300, 60],
            [420, 330],
            [900, 120],
          ],
          [[500, 40]],
        ],
        ...said.personal,
      },
    });
    entries.push(result.entry);
    head = result.head;
    return result.entry;
  }

  /** Both signatures under one module of one lesson. */
  function signed(said: Said = {}): void {
    add(said);
    add({ ...said, kind: 'student_signature', role: 'student' });
  }

  const document = (overrides: Partial<RecordDocument> = {}): RecordDocument => ({
    format: 'just-driving/record/1',
    exportedAt: TEST_NOW,
    school: {
      ...{ id: schoolId, name: 'Nørrebro Køreskole', address: 'Jagtvej 1, 2200 København N' },
      ...{ vatNumber: '12345678', timeZone: 'Europe/Copenhagen' },
    },
    student: { id: studentId, name: 'Sofie Æbeltoft', birthDate: '2007-02-03' },
    plan: null,
    people: { [teacherId]: 'Tove Nygård', [studentId]: 'Sofie Æbeltoft' },
    head,
    entries: structuredClone(entries),
    verification: verifyRecord({ schoolId, studentId }, entries, head),
    warnings: [],
    ...overrides,
  });

  return {
    schoolId,
    studentId,
    teacherId,
    moduleId,
    bookingId,
    lesson,
    module,
    add,
    signed,
    document,
  };
}
