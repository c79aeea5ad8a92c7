import { expect, test } from 'vitest';
import { createClient } from '../../client/client.ts';
import { registerAndBook } from '../../client/example.ts';
import { newTeachingSchool, onDay } from './support/lessons.ts';
import { newStudent } from './support/people.ts';
import { stack } from './support/stack.ts';

test('the example of the client registers, signs in and books', async () => {
  const school = await newTeachingSchool();
  const student = await newStudent(school);
  const [teacher] = school.teachers;
  const { email, password } = school.admin;

  const { registered, booked } = await registerAndBook(
    stack().api,
    school,
    { email, password },
    {
      studentId: student.personId,
      teacherId: teacher.personId,
      startsAt: onDay(3, '10:00'),
    },
  );

  expect(registered.response.status).toBe(202);
  expect(booked.data).toMatchObject({ kind: 'theory', students: [{ status: 'booked' }] });
});

test('the client gives a refusal as the problem it is', async () => {
  const { error, response } = await createClient(stack().api).POST('/sessions', {
    body: { email: 'nobody@elev.example', password: 'wrong' },
  });

  expect(response.status).toBe(401);
  expect(error).toMatchObject({ code: 'invalid_credentials' });
});
