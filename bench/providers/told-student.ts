import type { BenchStack } from './driver.ts';

/** The seed's first school, and its first student, who has a phone. */
const schoolOf = ({ state }: BenchStack) => `/schools/${state.school?.id}`;
const studentOf = ({ state }: BenchStack) =>
  state.users.find(({ role, schoolId }) => role === 'student' && schoolId === state.school?.id);

/** Nobody's clock decides what a case comes to. */
export async function withoutQuietHours(stack: BenchStack): Promise<void> {
  const quietHours = { from: '00:00', to: '00:00' };
  await stack.api('PATCH', `${schoolOf(stack)}/settings`, {
    token: await stack.signIn('school_admin'),
    body: { messages: { quietHours } },
  });
}

/** Staff write one message to one student; answers its words, which are nobody else's. */
export async function writeTo(stack: BenchStack, channel: 'email' | 'sms'): Promise<string> {
  const body = `Besked ${crypto.randomUUID()}`;
  await stack.api('POST', `${schoolOf(stack)}/messages`, {
    token: await stack.signIn('school_admin'),
    body: { audience: { studentIds: [studentOf(stack)?.personId] }, channels: [channel], body },
  });
  return body;
}

/** What became of it, as staff see it. */
export async function statusOf(
  stack: BenchStack,
  body: string,
  channel: 'email' | 'sms',
): Promise<string> {
  const rows = await stack.rows();
  const message = rows.find((row) => row.__edb_e__ === 'staff-message' && row.body === body);
  const told = rows.find(
    (row) =>
      row.__edb_e__ === 'notification' &&
      row.channel === channel &&
      (row.about as { messageId?: string }).messageId === message?.messageId,
  );
  return String(told?.status ?? 'none');
}

/** How many messages with these words a provider has taken. */
export async function takenBy(
  stack: BenchStack,
  box: 'mail' | 'sms',
  body: string,
): Promise<number> {
  const messages: { text: string }[] = await stack.control('GET', `/${box}`);
  return messages.filter(({ text }) => text.includes(body)).length;
}
