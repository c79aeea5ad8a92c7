import { type Answer, api, apiOk } from './api.ts';
import { anyEmail, registrationForm, schoolForm, signUpService, unique } from './forms.ts';
import { lastTokenTo } from './mail.ts';
import { seeded } from './stack.ts';

export const PASSWORD = 'En-lang-adgangskode-7';

/** Somebody who has signed in. */
export type Person = { personId: string; email: string; password: string; token: string };

/** A school of one test file's own, with its administrator signed in. */
export type School = { id: string; slug: string; path: string; admin: Person };

/** An access token. */
export async function signIn({
  email,
  password,
}: {
  email: string;
  password: string;
}): Promise<string> {
  const { body } = await apiOk('POST', '/sessions', { body: { email, password } });
  return body.accessToken;
}

let platform: Promise<string> | undefined;

/** An access token of the platform's administrator. */
export function platformToken(): Promise<string> {
  platform ??= signIn(seeded('platform_admin'));
  return platform;
}

/** At the end of a file: in the next one the clock stands elsewhere, and a token lives a quarter of an hour. */
export function forgetPlatformToken(): void {
  platform = undefined;
}

/** Opens the newest link mailed to an address, sets a password by it, and signs in. */
export async function openInvitation(email: string, password = PASSWORD): Promise<Person> {
  const token = await lastTokenTo(email);
  await apiOk('POST', '/credentials', { body: { token, password } });
  const accessToken = await signIn({ email, password });
  return { personId: personIdIn(accessToken), email, password, token: accessToken };
}

/** A fresh school, made by the platform's administrator, its own one invited and signed in. */
export async function newSchool(overrides: Record<string, unknown> = {}): Promise<School> {
  const admin = { name: 'Astrid Prøve', email: anyEmail('admin') };
  const { body } = await apiOk('POST', '/schools', {
    body: schoolForm({ admin, ...overrides }),
    token: await platformToken(),
  });
  const path = `/schools/${body.id}`;
  return { id: body.id, slug: body.slug, path, admin: await openInvitation(admin.email) };
}

/** Its SMS go at any hour, whatever the clock on the wall says while the tests run. */
export async function openAllNight({ path, admin }: School): Promise<void> {
  const quietHours = { from: '00:00', to: '00:00' };
  const body = { messages: { quietHours } };
  await apiOk('PATCH', `${path}/settings`, { body, token: admin.token });
}

/** A school that charges 500 DKK for signing up. */
export async function newFeeSchool(): Promise<School> {
  const school = await newSchool();
  await addService(school);
  return school;
}

export async function addService(school: School, body: Record<string, unknown> = signUpService()) {
  const answer = await apiOk('POST', `${school.path}/services`, {
    body,
    token: school.admin.token,
  });
  return answer.body;
}

export async function addDepartment(school: School, name = unique('Afdeling')): Promise<string> {
  const { path, admin } = school;
  const { body } = await apiOk('POST', `${path}/departments`, {
    body: { name },
    token: admin.token,
  });
  return body.id;
}

/** Invites somebody to work in a school; they accept and sign in. */
export async function newStaff(
  school: School,
  role: 'school_admin' | 'office' | 'teacher',
  overrides: Record<string, unknown> = {},
): Promise<Person> {
  const email = anyEmail(role);
  const body = { name: `Prøve ${role}`, email, roles: [role], ...overrides };
  await apiOk('POST', `${school.path}/staff`, { body, token: school.admin.token });
  return openInvitation(email);
}

/** A visitor registers. */
export function register(
  school: Pick<School, 'path'>,
  overrides: Record<string, unknown> = {},
): Promise<Answer> {
  return api('POST', `${school.path}/registrations`, { body: registrationForm(overrides) });
}

/** The office enrols a student: active at once. */
export async function enrol(school: School, overrides: Record<string, unknown> = {}) {
  const body = registrationForm(overrides);
  const answer = await apiOk('POST', `${school.path}/students`, {
    body,
    token: school.admin.token,
  });
  return answer.body;
}

/** A student whom the office enrolled and who has set a password and signed in. */
export async function newStudent(
  school: School,
  overrides: Record<string, unknown> = {},
): Promise<Person> {
  const { email } = await enrol(school, overrides);
  return openInvitation(email);
}

/** Whose access token it is: asking `GET /me` each time would wake one more function. */
export function personIdIn(accessToken: string): string {
  const claims = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(claims).username;
}
