import type { Row } from '../../../domain/store/port.ts';
import { type Planted, set, unset, withRole } from './sample.ts';

/** Planted violations of what holds of schools and people. */
export const plantedRows: Planted = {
  'every row is of a known kind': [
    ({ rows }) => rows.push({ pk: 'x', sk: 'y' }),
    ({ one }) => set(one('person'), { __edb_e__: 'stranger' }),
  ],
  'every key says what the attributes of its row say': [
    ({ one }) => set(one('invoice'), { pk: 'sch_x#inv#inv_y' }),
    ({ one }) => set(one('membership', withRole('student')), { sortName: 'somebody else' }),
    ({ one }) => unset(one('invoice'), 'schoolSk'),
    ({ one }) =>
      set(
        one('notification', (row) => row.dueAt !== undefined),
        { dueAt: '2030-01-01T00:00:00.000Z' },
      ),
  ],
  'a row of a school lies under that school and names no other': [
    ({ of, one }) => set(one('invoice'), { schoolId: of('school')[1]?.schoolId }),
    ({ one, of }) => {
      one('membership', withRole('student')).schoolPk = `${of('school')[1]?.schoolId}#students`;
    },
    ({ one }) => unset(one('balance'), 'schoolId'),
  ],
  'what a school refers to lies in that school': [
    ({ one, of }) => {
      const member = one('membership', withRole('student'));
      const foreign = of('lesson-plan').find(({ schoolId }) => schoolId !== member.schoolId);
      (member.student as Row).lessonPlanId = foreign?.lessonPlanId;
    },
    ({ one }) => set(one('membership'), { departmentIds: ['dep_01kat5n8x0e4vv6h7w7b1q2r3s'] }),
    ({ one, drop }) => drop(one('school')),
    ({ one, drop }) => drop(one('invoice', ({ status }) => status !== 'draft')),
    ({ one, drop, of }) => {
      const { studentId } = one('invoice');
      for (const member of of('membership').filter(({ personId }) => personId === studentId))
        drop(member);
    },
    ({ one, drop }) => drop(one('vehicle')),
    ({ one, drop }) => drop(one('booking-type')),
    ({ one }) => set(one('booking'), { teacherId: 'per_other' }),
    ({ one }) => set(one('booking'), { students: [{ studentId: 'per_other', status: 'booked' }] }),
    ({ one }) => set(one('agenda'), { resourceId: 'veh_other' }),
    ({ one }) => set(one('agenda'), { resourceId: 'per_other' }),
  ],
  'a slug leads to the one school that bears it': [
    ({ one }) => set(one('school'), { slug: 'elsewhere' }),
    ({ one, drop }) => drop(one('slug')),
    ({ rows, one }) => rows.push({ ...one('slug'), pk: 'slug#second', slug: 'second' }),
  ],
  'a school has settings, an invoice series, one default lesson plan and an administrator': [
    ({ one, drop }) => drop(one('settings')),
    ({ one, drop }) => drop(one('counter')),
    ({ one }) => set(one('lesson-plan'), { isDefault: false }),
    ({ one }) => set(one('membership', withRole('school_admin')), { roles: ['office'] }),
  ],
  'prices are whole minor units in the currency of the school': [
    ({ one }) => set(one('service'), { price: { amount: 499.5, currency: 'DKK' } }),
    ({ one }) => set(one('service'), { price: { amount: 500, currency: 'SEK' } }),
    ({ one }) => set(one('booking-type'), { lateFee: { amount: 500, currency: 'SEK' } }),
  ],
  'an address has one identity, and an identity one address': [
    ({ one, drop }) => drop(one('email')),
    ({ one, drop }) => drop(one('person')),
    ({ rows, one }) => rows.push({ ...one('email'), pk: 'email#second', emailKey: 'second' }),
    ({ rows, one }) => rows.push({ ...one('person'), pk: 'per_2', personId: 'per_2' }),
    ({ one }) => set(one('person'), { email: 'changed-without-its-row@example.dk' }),
  ],
  'a membership belongs to a person who is there, with lawful roles and status': [
    ({ one, drop }) => drop(one('person')),
    ({ one }) => set(one('membership'), { roles: [] }),
    ({ one }) => set(one('membership'), { roles: ['owner'] }),
    ({ one }) => set(one('membership'), { roles: ['office', 'office'] }),
    ({ one }) => set(one('membership'), { status: 'gone' }),
    ({ one }) => unset(one('membership', withRole('student')), 'student'),
    ({ one }) => {
      const member = one('membership', withRole('student'));
      delete member.schoolPk;
      delete member.schoolSk;
    },
  ],
  'the staff of a school are exactly those who work there': [
    ({ one, drop }) => drop(one('staff')),
    ({ rows, one }) => {
      const { personId, schoolId } = one('membership', withRole('student'));
      rows.push({ ...one('staff'), pk: `${schoolId}#staff`, sk: personId, schoolId, personId });
    },
  ],
  'a registration is carried out for somebody, and then keeps no personal data': [
    ({ one }) =>
      set(
        one('registration', ({ status }) => status === 'carried_out'),
        { form: { name: 'Anna' } },
      ),
    ({ one }) =>
      unset(
        one('registration', ({ status }) => status === 'carried_out'),
        'personId',
      ),
    ({ one }) =>
      unset(
        one('registration', ({ status }) => status === 'received'),
        'form',
      ),
  ],
};
