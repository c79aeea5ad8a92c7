import { AT, type Golden, PERSON, SCHOOL } from './golden.ts';

/** Rows of the school, its people, its calendar and its record of lessons. */
export const SCHOOL_KEYS: Record<string, Golden> = {
  school: {
    from: { schoolId: SCHOOL, createdAt: AT },
    keys: { pk: SCHOOL, sk: 'school', schoolPk: 'schools', schoolSk: `${AT}#${SCHOOL}` },
  },
  settings: { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'settings' } },
  counter: {
    from: { schoolId: SCHOOL, series: 'invoice' },
    keys: { pk: SCHOOL, sk: 'counter#invoice' },
  },
  department: {
    from: { schoolId: SCHOOL, departmentId: 'dep_01kat5n8x2e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'dep_01kat5n8x2e4vv6h7w7b1q2r3s' },
  },
  service: {
    from: { schoolId: SCHOOL, serviceId: 'svc_01kat5n8x3e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'svc_01kat5n8x3e4vv6h7w7b1q2r3s' },
  },
  'lesson-plan': {
    from: { schoolId: SCHOOL, lessonPlanId: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s' },
  },
  vehicle: {
    from: { schoolId: SCHOOL, vehicleId: 'veh_01kat5n8x9e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'veh_01kat5n8x9e4vv6h7w7b1q2r3s' },
  },
  'booking-type': {
    from: { schoolId: SCHOOL, bookingTypeId: 'bty_01kat5n8xae4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'bty_01kat5n8xae4vv6h7w7b1q2r3s' },
  },
  calendar: { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'calendar' } },
  availability: {
    from: { schoolId: SCHOOL, teacherId: PERSON },
    keys: { pk: SCHOOL, sk: `avl#${PERSON}` },
  },
  agenda: {
    from: { schoolId: SCHOOL, resourceId: PERSON, day: '2026-11-23' },
    keys: { pk: `${SCHOOL}#agenda#${PERSON}`, sk: '2026-11-23' },
  },
  booking: {
    from: {
      schoolId: SCHOOL,
      bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      startsAt: AT,
      dueAt: '2026-11-23T06:00:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '1',
    },
    keys: {
      pk: `${SCHOOL}#bkg#bkg_01kat5n8xbe4vv6h7w7b1q2r3s`,
      sk: 'booking',
      schoolPk: `${SCHOOL}#calendar`,
      schoolSk: `${AT}#bkg_01kat5n8xbe4vv6h7w7b1q2r3s`,
      duePk: '2026-11-23#1',
      dueSk: '2026-11-23T06:00:00.000Z',
    },
  },
  slug: { from: { slug: 'nordby', schoolId: SCHOOL }, keys: { pk: 'slug#nordby', sk: 'slug' } },
  person: { from: { personId: PERSON }, keys: { pk: PERSON, sk: 'person' } },
  membership: {
    from: { personId: PERSON, schoolId: SCHOOL, name: 'Østergaard, Åse #1', student: {} },
    keys: {
      pk: PERSON,
      sk: `member#${SCHOOL}`,
      schoolPk: `${SCHOOL}#students`,
      schoolSk: `{bstergaard {cse 1#${PERSON}`,
    },
  },
  staff: {
    from: { schoolId: SCHOOL, personId: PERSON },
    keys: { pk: `${SCHOOL}#staff`, sk: PERSON },
  },
  acquaintance: {
    from: { schoolId: SCHOOL, teacherId: PERSON, studentId: PERSON },
    keys: { pk: `${SCHOOL}#tea#${PERSON}`, sk: PERSON },
  },
  email: {
    from: { emailKey: 'Ab-_9', personId: PERSON },
    keys: { pk: 'email#Ab-_9', sk: 'email' },
  },
  token: { from: { tokenHash: 'ab12', personId: PERSON }, keys: { pk: 'tok#ab12', sk: 'token' } },
  registration: {
    from: {
      schoolId: SCHOOL,
      registrationId: 'reg_01kat5n8x5e4vv6h7w7b1q2r3s',
      status: 'received',
    },
    keys: { pk: `${SCHOOL}#reg#reg_01kat5n8x5e4vv6h7w7b1q2r3s`, sk: 'registration' },
  },
  'lesson-plan-version': {
    from: {
      schoolId: SCHOOL,
      lessonPlanId: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s',
      sequenceKey: '0000000003',
    },
    keys: { pk: `${SCHOOL}#pln#pln_01kat5n8x4e4vv6h7w7b1q2r3s`, sk: 'v#0000000003' },
  },
  lesson: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      dueAt: '2026-11-23T08:05:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '2',
    },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'les#bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      duePk: '2026-11-23#2',
      dueSk: '2026-11-23T08:05:00.000Z',
    },
  },
  pause: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      dueAt: '2026-11-23T08:05:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '2',
    },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'pause',
      duePk: '2026-11-23#2',
      dueSk: '2026-11-23T08:05:00.000Z',
    },
  },
  warning: {
    from: { schoolId: SCHOOL, studentId: PERSON, eventId: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'wrn#evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
  },
  chain: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'chain' },
  },
  'record-entry': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'sig#0000000042' },
  },
  'personal-part': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'sigp#0000000042' },
  },
};
