import type { BenchStack } from './driver.ts';

/** The seed's first school, in paths. */
export function schoolPath({ state }: BenchStack): string {
  return `/schools/${state.school?.id}`;
}

export async function optIn(
  stack: BenchStack,
  integrations: { eTeori?: boolean; findkoreskole?: boolean },
): Promise<void> {
  const token = await stack.signIn('school_admin');
  await stack.api('PATCH', `${schoolPath(stack)}/settings`, { token, body: { integrations } });
  await stack.control('POST', '/idle', {});
}

/** How far a platform was told of a student or a school. */
export async function taskStatus(
  stack: BenchStack,
  platform: string,
  subjectId: string,
): Promise<string> {
  const rows = await stack.rows();
  const task = rows.find(
    (row) =>
      row.__edb_e__ === 'platform-task' && row.platform === platform && row.subjectId === subjectId,
  );
  return String(task?.status ?? 'none');
}
