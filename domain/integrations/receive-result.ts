import { createHash } from 'node:crypto';
import type { PendingEvent } from '../../events/define.ts';
import { theoryResultReceived } from '../../events/integrations.ts';
import { readMemberships } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import { isId, type PersonId, type SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import type { Store } from '../store/store.ts';
import { create, replace } from '../store/write.ts';
import { deliveryHashOf, type Placement, type Taken, takeDelivery } from './take-delivery.ts';
import { type TheoryResultRow, theoryResultEntity } from './theory-result.entity.ts';

/** A result as e-teori.dk sends it; `studentRef` is the student's id here. */
export type ResultInput = {
  studentRef: string;
  test: string;
  passed: boolean;
  score: number;
  takenAt: Instant;
};

/**
 * Keeps a theory result for the student, in every school that has opted in and teaches them. The same
 * test of the same time told again with other points corrects the row; nobody by that reference: the
 * delivery is quarantined.
 */
export function receiveResult(
  context: Context,
  deliveryId: string,
  result: ResultInput,
): Promise<Taken> {
  const delivery = {
    ...{ platform: 'e-teori' as const, body: { ...result } },
    deliveryHash: deliveryHashOf(deliveryId),
  };
  return takeDelivery(context, delivery, () => placeResult(context, result));
}

/** Plans the rows of a result, or says why it belongs nowhere. */
export async function placeResult(context: Context, result: ResultInput): Promise<Placement> {
  const { store } = context;
  const { studentRef } = result;
  if (!isId('per', studentRef)) return { quarantine: 'unknown_student' };
  const schools = await schoolsOf(store, studentRef);
  if (schools.length === 0) return { quarantine: 'unknown_student' };
  const writes: TransactItem[] = [];
  const events: PendingEvent[] = [];
  for (const { schoolId, optedIn } of schools) {
    if (!optedIn) continue;
    const planned = await plan(context, schoolId, studentRef, result);
    if (!planned) continue;
    writes.push(planned.write);
    events.push(planned.event);
  }
  return schools.some(({ optedIn }) => optedIn)
    ? { writes, events }
    : { quarantine: 'not_opted_in' };
}

async function schoolsOf(store: Store, personId: PersonId) {
  const memberships = await readMemberships(store, personId);
  const students = memberships.filter(({ student }) => student !== undefined);
  return Promise.all(
    students.map(async ({ schoolId }) => {
      const { settings } = await readSettings(store, schoolId);
      return { schoolId: schoolId as SchoolId, optedIn: settings.integrations.eTeori };
    }),
  );
}

async function plan(
  context: Context,
  schoolId: SchoolId,
  studentId: PersonId,
  { test, passed, score, takenAt }: ResultInput,
) {
  const digest = createHash('sha256').update(`${schoolId}\0${studentId}\0${test}\0${takenAt}`);
  const resultId = `res_${digest.digest('hex').slice(0, 32)}`;
  const key = { schoolId, studentId, takenAt, resultId };
  const known = await context.store.get(theoryResultEntity, theoryResultEntity.get(key));
  if (known && known.passed === passed && known.score === score) return null;
  const row: TheoryResultRow = {
    ...{ ...key, test, passed, score, receivedAt: context.now() },
    version: (known?.version ?? 0) + 1,
  };
  return {
    write: known ? replace(theoryResultEntity, row) : create(theoryResultEntity.create(row)),
    event: theoryResultReceived.of(
      schoolId,
      { id: resultId, version: row.version },
      { studentId, resultId, passed },
    ),
  };
}
