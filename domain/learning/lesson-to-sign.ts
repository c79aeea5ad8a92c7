import type { Store } from '../store/store.ts';
import { chainEntity } from './chain.entity.ts';
import { contentOf } from './chain.ts';
import type { ChainHead, ShownModule } from './entry.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';
import { awaitingStudent, isAwaiting, minutesOf, type Signing } from './lesson.ts';
import { recordEntryEntity } from './record.entity.ts';

/** One module of a lesson, as it was shown to who signed it, and how far its signing has come. */
export type SignedModule = Pick<ShownModule, 'title' | 'section' | 'kind'> & {
  moduleId: string;
  state: 'awaiting_student' | 'signed' | 'disputed' | 'not_counted';
};

/** A lesson in a student's record, for whoever asks them to sign it or tells of it. */
export type LessonToSign = {
  lesson: LessonRow;
  /** the day in the school's zone */
  date: string;
  /** whole minutes that were really taught */
  minutes: number;
  /** whether anything of it still lacks the student's signature, objected to or not */
  open: boolean;
  /** what the teacher has signed, in the order of signing */
  modules: SignedModule[];
  head: ChainHead;
};

/** What a lesson of a student has come to; null while nothing of it is signed. One page of entries. */
export async function readLessonToSign(
  store: Store,
  schoolId: string,
  studentId: string,
  bookingId: string,
): Promise<LessonToSign | null> {
  const owner = { schoolId, studentId };
  const [[lesson, chain], rows] = await Promise.all([
    store.getAll(
      [lessonEntity, lessonEntity.get({ ...owner, bookingId })],
      [chainEntity, chainEntity.get(owner)],
    ),
    store.all(recordEntryEntity, recordEntryEntity.query.bySequence(owner)),
  ]);
  if (!lesson || !chain) return null;
  const entries = rows
    .map((row) => contentOf(row))
    .filter((content) => content?.bookingId === bookingId);
  const date = entries.at(-1)?.shown.lesson.date;
  if (!date) return null;
  const modules = entries.flatMap((content): SignedModule[] => {
    if (content?.kind !== 'teacher_signature') return [];
    const { moduleId } = content;
    const { title, section, kind } = content.shown.module;
    const state = stateOf(lesson.signings[moduleId]);
    return [{ moduleId, title, section, kind, state }];
  });
  return {
    lesson,
    date,
    minutes: minutesOf(lesson),
    open: awaitingStudent(lesson).length > 0,
    modules,
    head: { count: chain.count, hash: chain.hash },
  };
}

function stateOf(signing: Signing | undefined): SignedModule['state'] {
  if (!signing || signing.counts === false) return 'not_counted';
  if (signing.openDispute) return 'disputed';
  return isAwaiting(signing) ? 'awaiting_student' : 'signed';
}
