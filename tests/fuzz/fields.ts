import fc from 'fast-check';
import { now } from '../flows/support/clock.ts';
import { anyEmail } from '../flows/support/forms.ts';

const DAY = 86_400_000;

/** A quarter of an hour within the next months, so that lessons are found that can be booked. */
const LESSON_TIME = fc
  .tuple(fc.integer({ min: 1, max: 170 }), fc.integer({ min: 0, max: 95 }))
  .map(([days, quarter]) => {
    const midnight = Math.floor(now() / DAY) * DAY;
    return new Date(midnight + days * DAY + quarter * 900_000).toISOString();
  });

/** Now and then an hour that the clocks skip, or one that they strike twice. */
const MOMENT = fc.oneof(
  { weight: 8, arbitrary: LESSON_TIME },
  { weight: 1, arbitrary: fc.constant('2027-03-28T02:30') },
  { weight: 1, arbitrary: fc.constant('2027-10-31T02:30') },
);

/** Fields whose schema says less than a value needs to be let through. */
export const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  email: fc.nat().map(() => anyEmail('fuzz')),
  phone: fc.constantFrom('20 12 34 56', '+4520123456', '31123456'),
  startsAt: MOMENT,
  from: MOMENT,
  to: MOMENT,
  startedAt: MOMENT,
  endedAt: MOMENT,
  receivedAt: fc.oneof(MOMENT, fc.constant('2026-11-01')),
  birthDate: fc.constantFrom('1990-05-17', '2001-01-01', '2012-03-04'),
  currency: fc.constant('DKK'),
  timeZone: fc.constant('Europe/Copenhagen'),
  termsVersion: fc.constant('1'),
  vatRate: fc.constant(25),
  clock: fc.constant('12:00'),
  minutes: fc.constantFrom(45, 90),
  consents: fc.constant([{ kind: 'terms', granted: true }]),
  dueDate: fc.constantFrom('2027-01-15', '2027-06-30'),
};
