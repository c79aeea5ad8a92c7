import { createClient } from './client.ts';

/** Registers a visitor, signs in as the office and books a first lesson. `npm start` tells the ids. */
export async function registerAndBook(
  api: string,
  school: { id: string; slug: string },
  office: { email: string; password: string },
  lesson: { studentId: string; teacherId: string; startsAt: string },
) {
  let token: string | undefined;
  const client = createClient(api, { token: () => token });
  const path = { schoolId: school.id };

  const shown = await client.GET('/public/schools/{slug}', { params: { path: school } });
  const registered = await client.POST('/schools/{schoolId}/registrations', {
    params: { path },
    body: {
      ...{ name: 'Ida Holm', email: `ida.${Date.now()}@elev.example`, phone: '20 12 34 56' },
      ...{ birthDate: '2001-05-17', termsVersion: shown.data?.termsVersion ?? '' },
      consents: [{ kind: 'terms', granted: true }],
    },
  });
  token = (await client.POST('/sessions', { body: office })).data?.accessToken;
  const types = await client.GET('/schools/{schoolId}/booking-types', { params: { path } });
  const theory = types.data?.items.find(({ kind }) => kind === 'theory')?.id ?? '';
  const { studentId, ...rest } = lesson;
  const body = { ...rest, bookingTypeId: theory, studentIds: [studentId] };
  const booked = await client.POST('/schools/{schoolId}/bookings', { params: { path }, body });
  return { registered, booked };
}
