import { claim, type Settlement, settle } from '../../domain/notifications/claim.ts';
import { tellByEmailInstead } from '../../domain/notifications/email-instead.ts';
import { fanOut } from '../../domain/notifications/fan-out.ts';
import { optOutLink } from '../../domain/notifications/opt-out.ts';
import { resend } from '../../domain/notifications/resend.ts';
import { reportBroken, saveTemplate } from '../../domain/notifications/school-templates.ts';
import { trackDelivery } from '../../domain/notifications/track-delivery.ts';
import { type StaffMessage, writeMessage } from '../../domain/notifications/write-message.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import type { Row } from '../../domain/store/port.ts';
import { SCHOOL_WIDE } from './booking-cast.ts';
import { TEST_KEYS, type World } from './store-world.ts';

const silent = { enqueue: async () => {} };

/**
 * Gives a school messages that staff wrote: told, half told and not yet; SMS that went, were held back
 * and could not go; a bounced mail, one sent again, and a text of its own that does not work.
 */
export async function writeSomeMessages(world: World, schoolId: SchoolId): Promise<void> {
  const context = world.context();
  const write = (message: Partial<StaffMessage>) =>
    writeMessage(context, schoolId, SCHOOL_WIDE, {
      ...{ audience: { all: true }, channels: ['email', 'sms'], body: 'Vi ses!' },
      ...message,
    });
  const tell = async ({ messageId }: { messageId: string | null }) => {
    if (!messageId) throw new Error('nobody to tell');
    await fanOut(context, { schoolId, messageId, eventId: context.newId('evt') }, silent);
    return world
      .rowsOf('notification')
      .filter(({ about }) => (about as Row).messageId === messageId);
  };

  const both = await tell(await write({}));
  const [first, second, third] = both.filter(({ channel }) => channel === 'sms');
  const mails = both.filter(({ channel }) => channel === 'email');
  await end(world, first, {
    ...{ kind: 'sent', providerId: 'SM1' },
    addressKey: TEST_KEYS.suppression('+4520123456'),
  });
  await optOutLink(context, 'https://portal.example', first as never);
  await end(world, second, {
    ...{ kind: 'held', until: instant('2026-11-24T07:00:00.000Z'), error: 'quiet_hours' },
  });
  await end(world, third ?? mails[1], { kind: 'ended', status: 'expired', error: 'too_late' });
  await end(world, mails[0], {
    ...{ kind: 'sent', providerId: 'ses-2' },
    addressKey: TEST_KEYS.suppression('bo@example.dk'),
  });
  await trackDelivery(context, {
    ...{ providerId: 'ses-2', status: 'bounced', code: 'ses_bounce_Permanent' },
    suppress: 'bounce',
  });
  await resend(context, schoolId, SCHOOL_WIDE, String(mails[0]?.notificationId));

  const [stopped] = await tell(await write({ channels: ['sms'], body: 'Kun her' }));
  await end(world, stopped, {
    ...{ kind: 'ended', status: 'failed', error: 'twilio_21610' },
    suppress: {
      to: { channel: 'sms', addressKey: TEST_KEYS.suppression('+4520123457') },
      reason: 'stop',
    },
  });
  await tellByEmailInstead(context, messageOf(stopped), silent);
  await write({ body: 'Endnu ikke fortalt' });

  const own = { schoolId, key: 'booking_moved', language: 'da' } as const;
  const broken = await saveTemplate(context, own, { subject: '{{ gone }}' });
  await reportBroken(context, broken, 'subject');
}

async function end(world: World, row: Row | undefined, settlement: Settlement): Promise<void> {
  const claimed = await claim(world.context(), messageOf(row), world.scheduler.sleep);
  if (!claimed) throw new Error('there was nothing to send');
  await settle(world.context(), claimed, settlement);
}

function messageOf(row: Row | undefined) {
  return { owner: String(row?.owner), notificationId: String(row?.notificationId) };
}
