import { readPeople } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { Settings } from '../schools/settings.ts';
import type { Context } from '../store/context.ts';
import type { PlannedMessage } from './plan.ts';

/** Planned messages that are to be made, and the school's settings that say when they go. */
export type Deliverable = {
  messages: readonly PlannedMessage[];
  settings: Settings['messages'] | null;
};

/**
 * What of a plan is worth a notification: an SMS only where the school sends SMS, the person wants
 * them and there is a number. Whoever would be told by SMS alone is then told by mail. Two reads for a
 * whole group; plans of mails about nothing that waits cost none.
 */
export async function deliverable(
  { store }: Context,
  planned: readonly PlannedMessage[],
): Promise<Deliverable> {
  const asked = planned.find(({ booking, channel }) => booking || channel === 'sms');
  const schoolId = asked?.schoolId;
  if (!schoolId) return { messages: planned, settings: null };
  const { messages: settings } = (await readSettings(store, schoolId)).settings;
  const bySms = planned.filter(({ channel }) => channel === 'sms').flatMap(personOf);
  const people = settings.sms && bySms.length > 0 ? await readPeople(store, schoolId, bySms) : null;
  const messages = planned.flatMap((message): PlannedMessage[] => {
    if (message.channel !== 'sms') return [message];
    const found = personOf(message).map((personId) => people?.get(personId))[0];
    if (found?.person.sms === true && found.membership.phone !== undefined) return [message];
    return planned.some((other) => isMailOf(message, other))
      ? []
      : [{ ...message, channel: 'email' }];
  });
  return { messages, settings };
}

function isMailOf(sms: PlannedMessage, other: PlannedMessage): boolean {
  const [whose, theirs] = [personOf(sms)[0], personOf(other)[0]];
  return other.channel === 'email' && other.kind === sms.kind && whose === theirs;
}

function personOf({ recipient }: PlannedMessage): string[] {
  return 'personId' in recipient ? [recipient.personId] : [];
}
