import { describe, expect, test } from 'vitest';
import { CLAIM_FOR } from '../../domain/notifications/claim.ts';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { notificationEntity } from '../../domain/notifications/notification.entity.ts';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { replace } from '../../domain/store/write.ts';
import { only, stage, welcomed } from '../support/notification-stage.ts';
import { anEvent, memoryEmail } from '../support/notifications.ts';
import { TEST_KEYS } from '../support/store-world.ts';

describe('sending a mail', () => {
  test('goes under the school’s name to the person, and is saved with the provider’s id', async () => {
    const all = await welcomed();
    const { provider, mails } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, all.options);
    const token = TEST_KEYS.linkToken(all.message.notificationId);

    expect(mails).toMatchObject([
      {
        from: { name: 'Nørrebro Køreskole' },
        replyTo: 'kontor@noerrebro.example',
        to: { name: 'Mette Jørgensen', address: 'mette@mail.example' },
        subject: 'Velkommen til Nørrebro Køreskole',
      },
    ]);
    expect(mails[0]?.text).toContain(`https://portal.example/set-password?token=${token}`);
    expect(only(all)).toMatchObject({ status: 'sent', providerId: 'ses-1', attempts: 1 });
    expect(only(all)).not.toHaveProperty('claimedUntil');
    expect(only(all)).not.toHaveProperty('dueAt');
  });

  test('a second copy of the queue message does nothing', async () => {
    const all = await welcomed();
    const { provider, attempts } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, all.options);
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(attempts()).toBe(1);
  });

  test.each([1, 2, 3, 4, 5])(
    'senders at once with one message make one mail (seed %i)',
    async (seed) => {
      const all = await welcomed({}, seed);
      const { provider, mails } = memoryEmail(() => all.world.scheduler.sleep(3_000));
      await Promise.all(
        Array.from({ length: 4 }, () =>
          sendByEmail(all.context, all.message, provider, all.options),
        ),
      );

      expect(mails).toHaveLength(1);
      expect(only(all)).toMatchObject({ status: 'sent', attempts: 1 });
    },
  );

  test('a sender that died holding the claim is waited for, then replaced', async () => {
    const all = await welcomed();
    const silent = memoryEmail(() => new Promise(() => {}));
    void sendByEmail(all.context, all.message, silent.provider, all.options);
    await all.world.scheduler.sleep(100);
    const { provider, mails } = memoryEmail();
    const began = all.world.scheduler.now();
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(mails).toHaveLength(1);
    expect(all.world.scheduler.now() - began).toBeGreaterThan(CLAIM_FOR - 1_000);
    expect(only(all)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('dying between the provider’s yes and the save costs one second mail, no more', async () => {
    const all = await welcomed();
    const first = memoryEmail();
    const dies = {
      send: (mail: never) => first.provider.send(mail).then(() => new Promise<never>(() => {})),
    };
    void sendByEmail(all.context, all.message, dies, all.options);
    await all.world.scheduler.sleep(100);
    const second = memoryEmail();
    await sendByEmail(all.context, all.message, second.provider, all.options);
    await sendByEmail(all.context, all.message, second.provider, all.options);

    expect(first.mails.length + second.mails.length).toBe(2);
  });

  test('a passing error keeps the row queued with its last error, lets go of the claim, and throws', async () => {
    const all = await welcomed();
    const { provider, mails } = memoryEmail((_, attempt) => {
      if (attempt < 4) throw new ProviderError('retry', 'ses_ServiceUnavailable', 5);
    });
    for (let i = 1; i < 4; i++) {
      await expect(sendByEmail(all.context, all.message, provider, all.options)).rejects.toThrow(
        ProviderError,
      );
      expect(only(all)).toMatchObject({
        status: 'queued',
        lastError: 'ses_ServiceUnavailable',
        attempts: i,
      });
      expect(only(all)).not.toHaveProperty('claimedUntil');
    }
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(mails).toHaveLength(1);
    expect(only(all)).toMatchObject({ status: 'sent', attempts: 4 });
  });

  test('a dead letter that is put back sends once', async () => {
    const all = await welcomed();
    const broken = memoryEmail(() => {
      throw new ProviderError('retry', 'ses_TimeoutError');
    });
    for (let i = 0; i < 6; i++) {
      await expect(
        sendByEmail(all.context, all.message, broken.provider, all.options),
      ).rejects.toThrow();
    }
    all.pass(3 * DAY);
    const { provider, mails } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, all.options);
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(mails).toHaveLength(1);
  });

  test('a refusal is final: failed, done, one try', async () => {
    const all = await welcomed();
    const { provider, attempts } = memoryEmail(() => {
      throw new ProviderError('refused', 'ses_MessageRejected');
    });
    await sendByEmail(all.context, all.message, provider, all.options);
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(attempts()).toBe(1);
    expect(only(all)).toMatchObject({ status: 'failed', lastError: 'ses_MessageRejected' });
  });

  test('outside the allow-list nobody is reached', async () => {
    const all = await welcomed();
    const { provider, attempts } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, {
      ...all.options,
      allowList: '@just-driving.example',
    });

    expect(attempts()).toBe(0);
    expect(only(all)).toMatchObject({ status: 'suppressed', lastError: 'not_on_allow_list' });
  });

  test('a mail whose link has died meanwhile is not sent', async () => {
    const all = await welcomed();
    const { provider, attempts } = memoryEmail();
    all.pass(7 * DAY);
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(attempts()).toBe(0);
    expect(only(all)).toMatchObject({ status: 'expired', lastError: 'link_expired' });
  });

  test('a link of a disabled membership is not sent', async () => {
    const all = await welcomed({ membership: { status: 'disabled' } });
    await sendByEmail(all.context, all.message, memoryEmail().provider, all.options);

    expect(only(all)).toMatchObject({ status: 'expired', lastError: 'membership_disabled' });
  });

  test('a secret link goes to the identity’s address, other mail where the school writes', async () => {
    const all = await welcomed({ membership: { email: 'elsewhere@mail.example' } });
    const { provider, mails } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, all.options);
    const note = anEvent('RegistrationRepeated', all.schoolId, {
      personId: all.personId,
      welcome: 'already_registered',
    });
    const [row] = await tellAbout(all.context, note, all.queues);
    await sendByEmail(
      all.context,
      { owner: row?.owner ?? '', notificationId: row?.notificationId ?? '' },
      provider,
      all.options,
    );

    expect(mails.map(({ to }) => to.address)).toEqual([
      'mette@mail.example',
      'elsewhere@mail.example',
    ]);
  });

  test('an invoice goes to its buyer, in the language the person chose', async () => {
    const all = await stage({ person: { language: 'en' } });
    const data = {
      invoiceId: all.invoice.invoiceId,
      studentId: all.personId,
      number: 7,
      total: 50_000,
      currency: 'DKK',
    };
    const [row] = await tellAbout(
      all.context,
      anEvent('InvoiceIssued', all.schoolId, data),
      all.queues,
    );
    const { provider, mails } = memoryEmail();
    await sendByEmail(
      all.context,
      { owner: all.schoolId, notificationId: row?.notificationId ?? '' },
      provider,
      all.options,
    );

    expect(mails).toMatchObject([
      {
        to: { name: 'Lars Jørgensen', address: 'lars@mail.example' },
        subject: 'Invoice 7 from Nørrebro Køreskole',
      },
    ]);
    expect(mails[0]?.text).toContain(`https://portal.example/invoices/${all.invoice.invoiceId}`);
  });

  test('a reset mail names no school, in the language one of the person’s schools noted', async () => {
    const all = await stage({ membership: { language: 'en' } });
    const emailKey = TEST_KEYS.email('mette@mail.example');
    const [row] = await tellAbout(
      all.context,
      anEvent('PasswordResetRequested', null, { emailKey }),
      all.queues,
    );
    const { provider, mails } = memoryEmail();
    await sendByEmail(
      all.context,
      { owner: all.personId, notificationId: row?.notificationId ?? '' },
      provider,
      all.options,
    );

    expect(mails).toMatchObject([
      {
        from: { name: 'Just Driving' },
        replyTo: null,
        subject: 'Choose a new password',
        to: { address: 'mette@mail.example' },
      },
    ]);
    expect(mails[0]?.html).not.toContain('Nørrebro');
  });

  test('a callback that was faster than the save is kept', async () => {
    const all = await welcomed();
    const { provider } = memoryEmail(async () => {
      const row = only(all);
      await all.context.store.transact(all.context, () => ({
        writes: [
          replace(notificationEntity, { ...row, status: 'delivered', version: row.version + 1 }),
        ],
        result: null,
      }));
    });
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(only(all)).toMatchObject({ status: 'delivered', providerId: 'ses-1' });
  });

  test('a message about no row at all is a defect, told by throwing', async () => {
    const all = await stage();
    const message = { owner: all.schoolId, notificationId: newId('ntf') };

    await expect(
      sendByEmail(all.context, message, memoryEmail().provider, all.options),
    ).rejects.toThrow(/no notification/);
  });
});
