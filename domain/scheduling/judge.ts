import { DAY, type Instant, instant, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import { addYearsMonths, localDate, startOfLocalDay } from '../shared/time.ts';
import { type Slot, slotOnDays } from './agenda.ts';
import { isClosedDay, nextAvailable, withinAvailability } from './free-slots.ts';
import type { BrokenRule } from './rules.ts';
import type { Scene } from './scene.ts';

/**
 * A transaction holds 100 items. A move from two UTC days to two others rewrites four rows a head:
 * 21 students, teacher and vehicle are 92, and booking, event and idempotency record make 95.
 */
const MOST_OVER_MIDNIGHT = 21;

/** What is proposed: a slot, and who of the scene it is new to. */
export type Proposal = {
  slot: Slot;
  capacity: number;
  /** students who are not in the booking yet: their age, enrolment and number of bookings are judged */
  joining: readonly string[];
  /** all students then in it */
  studentCount: number;
  /** bookings that each joining student has before them */
  active: ReadonlyMap<string, number>;
  /** only the students change: the time was judged before */
  timeUnchanged?: boolean;
};

/** Every rule that a proposal breaks; the hard ones first, so that the gravest is the one told. */
export function judge(scene: Scene, proposal: Proposal, now: Instant): BrokenRule[] {
  return [
    ...judgePeople(scene, proposal),
    ...(proposal.timeUnchanged ? [] : judgeVehicle(scene)),
    ...(proposal.timeUnchanged ? [] : judgeTime(scene, proposal, now)),
    ...judgeActive(scene, proposal),
    ...judgeDebt(scene, proposal, now),
  ];
}

function judgePeople({ students, school, settings }: Scene, proposal: Proposal): BrokenRule[] {
  const { slot, capacity, joining, studentCount } = proposal;
  const broken: BrokenRule[] = [];
  for (const student of students) {
    if (!joining.includes(student.personId)) continue;
    if (student.status !== 'active') {
      broken.push({
        rule: 'not_enrolled',
        message: `The student ${student.personId} is ${student.status} here.`,
      });
    }
    const { minimumStart } = settings.learning;
    const birthDate = student.student?.birthDate;
    if (!birthDate) {
      const message = `The birth date of ${student.personId} is not known: put it into their profile.`;
      broken.push({ rule: 'too_young', message });
      continue;
    }
    const first = addYearsMonths(birthDate, minimumStart);
    if (localDate(slot.startsAt, school.timeZone) < first) {
      broken.push({
        rule: 'too_young',
        message: `The student ${student.personId} may begin on ${first}.`,
        allowedFrom: first,
      });
    }
  }
  if (studentCount > capacity) {
    broken.push({
      rule: 'capacity',
      message: `This booking holds ${capacity} students, not ${studentCount}.`,
    });
  } else if (studentCount > MOST_OVER_MIDNIGHT && slotOnDays(slot).length > 1) {
    const message = `With its buffer this crosses UTC midnight, where a booking holds ${MOST_OVER_MIDNIGHT} students, not ${studentCount}.`;
    broken.push({ rule: 'capacity', message });
  }
  return broken;
}

function judgeVehicle({ type, vehicle }: Scene): BrokenRule[] {
  if (!vehicle) {
    const message = 'This booking type needs a vehicle.';
    return type?.needsVehicle ? [{ rule: 'vehicle_required', message }] : [];
  }
  return vehicle.status === 'active'
    ? []
    : [{ rule: 'vehicle_unfit', message: `The vehicle ${vehicle.vehicleId} is out of service.` }];
}

function judgeTime(scene: Scene, { slot }: Proposal, now: Instant): BrokenRule[] {
  const { school, settings, calendar, availability } = scene;
  const { leadMinutes, horizonDays } = settings.booking;
  if (slot.startsAt < now)
    return [{ rule: 'in_the_past', message: 'This lies in the past.', allowedFrom: now }];
  const broken: BrokenRule[] = [];
  const first = instant(Date.parse(now) + leadMinutes * MINUTE);
  if (slot.startsAt < first) {
    const message = `Bookings are made ${leadMinutes} minutes ahead at the latest.`;
    broken.push({ rule: 'lead_time', message, allowedFrom: first });
  }
  if (Date.parse(slot.startsAt) > Date.parse(now) + horizonDays * DAY) {
    broken.push({
      rule: 'horizon',
      message: `Bookings are made ${horizonDays} days ahead at the most.`,
      allowedFrom: plusMilliseconds(slot.startsAt, -horizonDays * DAY),
    });
  }
  const closed = isClosedDay(slot.startsAt, calendar, school);
  if (closed) {
    broken.push({
      rule: 'closed_day',
      message: `The school is closed: ${closed.name}.`,
      allowedFrom: startOfLocalDay(closed.opensAgain, school.timeZone),
    });
  }
  if (!withinAvailability(slot, availability, school.timeZone)) {
    const next = nextAvailable(slot, availability, calendar, school);
    broken.push({
      rule: 'outside_availability',
      message: 'The teacher is not available then.',
      ...(next && { allowedFrom: next }),
    });
  }
  return broken;
}

/** Whoever has something overdue books nothing new, where the school wants it so. */
function judgeDebt(
  { earliestDue, school }: Scene,
  { joining }: Proposal,
  now: Instant,
): BrokenRule[] {
  const today = localDate(now, school.timeZone);
  return joining
    .filter((studentId) => (earliestDue.get(studentId) ?? today) < today)
    .map((studentId) => ({
      rule: 'overdue_debt',
      message: `The student ${studentId} owes since ${earliestDue.get(studentId)}.`,
    }));
}

function judgeActive({ settings }: Scene, { joining, active }: Proposal): BrokenRule[] {
  const { maxActive } = settings.booking;
  return joining
    .filter((studentId) => (active.get(studentId) ?? 0) >= maxActive)
    .map((studentId) => ({
      rule: 'max_active',
      message: `The student ${studentId} has ${maxActive} bookings before them, the most there may be.`,
    }));
}
