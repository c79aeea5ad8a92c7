import { type Invariant, named, repeated, text } from './invariant.ts';

const ROLES = ['school_admin', 'office', 'teacher', 'student'];
const STATUSES = ['pending', 'active', 'disabled'];

export const peopleInvariants: Invariant[] = [
  {
    name: 'an address has one identity, and an identity one address',
    *check({ of, at }, { keys }) {
      for (const email of of('email')) {
        if (!at(text(email.personId), 'person'))
          yield `${named(email)} leads to ${email.personId}, who is not there`;
      }
      const owners = of('email').map(({ personId }) => text(personId));
      for (const [personId, count] of repeated(owners)) yield `${personId} has ${count} addresses`;
      for (const [, count] of repeated(of('person').map(({ email }) => text(email)))) {
        yield `${count} people have one address`;
      }
      const owning = new Set(owners);
      for (const person of of('person')) {
        if (!owning.has(text(person.personId)))
          yield `${person.personId} has no address that leads to them`;
        const found = keys && at(`email#${keys.email(text(person.email))}`, 'email');
        if (keys && found?.personId !== person.personId)
          yield `the address of ${person.personId} does not lead to them`;
      }
    },
  },
  {
    name: 'a membership belongs to a person who is there, with lawful roles and status',
    *check({ of, at }) {
      for (const member of of('membership')) {
        if (!at(text(member.personId), 'person')) yield `${named(member)} has no person`;
        const roles = member.roles as string[];
        if (roles.length === 0 || roles.some((role) => !ROLES.includes(role)))
          yield `${named(member)} has the roles ${roles}`;
        if (new Set(roles).size < roles.length) yield `${named(member)} has a role twice`;
        if (!STATUSES.includes(text(member.status))) yield `${named(member)} is ${member.status}`;
        if (roles.includes('student') !== (member.student !== undefined))
          yield `${named(member)} is half a student`;
        if ((member.schoolPk !== undefined) !== (member.student !== undefined)) {
          yield `${named(member)} is listed as a student without being one, or the reverse`;
        }
      }
    },
  },
  {
    name: 'the staff of a school are exactly those who work there',
    *check({ of, at }) {
      for (const staff of of('staff')) {
        const member = at(text(staff.personId), `member#${staff.schoolId}`);
        if (!(member?.roles as string[] | undefined)?.some((role) => role !== 'student'))
          yield `${named(staff)} works nowhere`;
      }
      for (const member of of('membership')) {
        const works = (member.roles as string[]).some((role) => role !== 'student');
        if (works && !at(`${member.schoolId}#staff`, text(member.personId)))
          yield `${named(member)} is missing from the staff`;
      }
    },
  },
  {
    name: 'a registration is carried out for somebody, and then keeps no personal data',
    *check({ of }) {
      for (const registration of of('registration')) {
        const done = registration.status === 'carried_out';
        if (done && registration.personId === undefined)
          yield `${named(registration)} was carried out for nobody`;
        if (done === (registration.form !== undefined)) {
          yield `${named(registration)} is ${registration.status} ${done ? 'with' : 'without'} its form`;
        }
      }
    },
  },
];
