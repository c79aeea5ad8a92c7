import { describe, expect, test } from 'vitest';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { sendBySms } from '../../domain/notifications/send-notification.ts';
import { only, texted } from '../support/notification-stage.ts';
import { memorySms } from '../support/notifications.ts';
import { TEST_KEYS } from '../support/store-world.ts';

describe('sending an SMS', () => {
  test('goes to the school’s number of the person, the link whole', async () => {
    const all = await texted();
    const { provider, taken, lookUps } = memorySms();
    await sendBySms(all.context, all.message, provider, all.options);

    expect(taken).toMatchObject([{ to: '+4520123456' }]);
    expect(taken[0]?.body).toBe(
      `Nørrebro Køreskole: Faktura 7 på 500,00 kr., betales senest 7. december 2026. https://portal.example/invoices/${all.invoice.invoiceId}\nStop SMS: https://portal.example/opt-out/${TEST_KEYS.optOutToken(all.schoolId, all.personId)}`,
    );
    expect(lookUps()).toBe(0);
    expect(only(all)).toMatchObject({ status: 'sent', providerId: 'SM1' });
  });

  test('taken, but the reply was lost: the next try finds it and sends nothing', async () => {
    const all = await texted();
    const { provider, taken } = memorySms({
      after: () => {
        throw new ProviderError('retry', 'twilio_timeout');
      },
    });
    await expect(sendBySms(all.context, all.message, provider, all.options)).rejects.toThrow();
    await sendBySms(all.context, all.message, provider, all.options);

    expect(taken).toHaveLength(1);
    expect(only(all)).toMatchObject({
      status: 'sent',
      providerId: 'SM1',
      attempts: 2,
      lastError: 'twilio_timeout',
    });
  });

  test('not taken: the next try looks, finds nothing, and sends', async () => {
    const all = await texted();
    const { provider, taken, lookUps } = memorySms({
      before: (_, attempt) => {
        if (attempt === 1) throw new ProviderError('retry', 'twilio_20500');
      },
    });
    await expect(sendBySms(all.context, all.message, provider, all.options)).rejects.toThrow();
    await sendBySms(all.context, all.message, provider, all.options);

    expect([taken.length, lookUps()]).toEqual([1, 1]);
  });

  test('a look-up that fails sends nothing', async () => {
    const all = await texted();
    const { provider, taken } = memorySms({
      after: () => {
        throw new ProviderError('retry', 'twilio_timeout');
      },
    });
    const blind = {
      ...provider,
      find: async () => {
        throw new ProviderError('retry', 'twilio_unreachable');
      },
    };
    for (let i = 0; i < 3; i++) {
      await expect(sendBySms(all.context, all.message, blind, all.options)).rejects.toThrow();
    }

    expect(taken).toHaveLength(1);
  });

  test('a sender that died in the middle makes no second one', async () => {
    const all = await texted();
    const { provider, taken } = memorySms({ after: () => new Promise(() => {}) });
    void sendBySms(all.context, all.message, provider, all.options);
    await all.world.scheduler.sleep(100);
    await sendBySms(all.context, all.message, provider, all.options);

    expect(taken).toHaveLength(1);
    expect(only(all)).toMatchObject({ status: 'sent', providerId: 'SM1' });
  });

  test.each([
    ['a number that is none', {}, 'failed', 'twilio_21211'],
    ['no number', { membership: { phone: undefined } }, 'suppressed', 'no_phone'],
    ['no wish for SMS', { person: { sms: false } }, 'suppressed', 'opted_out'],
  ] as const)('%s: %o ends as %s', async (_, overrides, status, lastError) => {
    const all = await texted(overrides as never);
    const { provider } = memorySms({
      before: () => {
        throw new ProviderError('refused', 'twilio_21211');
      },
    });
    await sendBySms(all.context, all.message, provider, all.options);

    const [sms, mail] = all.rows().sort((a, b) => b.channel.localeCompare(a.channel));
    expect(sms).toMatchObject({ status, lastError });
    // What could not be told by SMS is told by mail.
    expect(mail).toMatchObject({ insteadOf: sms?.notificationId, status: 'queued' });
    expect(all.sent.at(-1)).toMatchObject({ channel: 'email' });
  });
});
