import type { Ids } from '../bodies.ts';
import type { Caller, Cast } from './cast.ts';

/** What belongs to one student and shows nowhere else. Their teacher is known to the whole school. */
const PERSONAL = [
  ...['studentId', 'bookingId', 'taughtId', 'invoiceId', 'draftId', 'creditNoteId'],
  ...['paymentId', 'notificationId', 'signatureId'],
];

const personal = (ids: Ids): string[] => PERSONAL.flatMap((name) => ids[name] ?? []);
const all = (ids: Ids): string[] =>
  Object.entries(ids)
    .filter(([name, id]) => name !== 'moduleId' && /^[a-z]{3}_/.test(id))
    .map(([, id]) => id);

/** Ids that no answer of this caller's may hold, whatever they ask. */
export function hiddenFrom({ things }: Cast, caller: Caller): string[] {
  const { own, others, department, elsewhere } = things;
  switch (caller) {
    case 'platform':
      return [];
    case 'outsider':
      return [own, others, department].flatMap(all);
    case 'admin':
    case 'office':
      return all(elsewhere);
    case 'bound':
      return [...all(elsewhere), ...personal(department)];
    case 'teacher':
      return [...all(elsewhere), ...personal(others), ...personal(department)];
    case 'student':
      return [...all(elsewhere), ...personal(others), ...personal(department), own.draftId ?? ''];
    case 'invited':
      return [...[own, others, department].flatMap(all), ...personal(elsewhere)];
    case 'former':
      return [own, others, department, elsewhere].flatMap(all);
  }
}
