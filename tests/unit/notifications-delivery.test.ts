import fc from 'fast-check';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import type { NotificationKind } from '../../domain/notifications/notification.ts';
import { optOut, readOptOut } from '../../domain/notifications/opt-out.ts';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { readSesReport, readTwilioReport } from '../../domain/notifications/reports.ts';
import { sendByEmail, sendBySms } from '../../domain/notifications/send-notification.ts';
import { addressKeyOf, suppressedBecause } from '../../domain/notifications/suppression.ts';
import { type DeliveryReport, trackDelivery } from '../../domain/notifications/track-delivery.ts';
import { personEntity } from '../../domain/people/person.entity.ts';
import { readReport, twilioStatusOf } from '../../functions/shared/delivery-reports.ts';
import { isTwilioSignature } from '../../functions/shared/twilio-signature.ts';
import { only, texted, welcomed } from '../support/notification-stage.ts';
import { memoryEmail, memorySms } from '../support/notifications.ts';
import { TEST_KEYS } from '../support/store-world.ts';

const bounced: DeliveryReport = {
  ...{ providerId: 'ses-1', status: 'bounced', code: 'ses_bounce_Permanent_General' },
  suppress: 'bounce',
};
const delivered: DeliveryReport = { providerId: 'ses-1', status: 'delivered' };

async function sentMail() {
  const all = await welcomed();
  await sendByEmail(all.context, all.message, memoryEmail().provider, all.options);
  return all;
}

describe('reports of a provider', () => {
  test('raise a status, each once, in whatever order and how often they come', async () => {
    const reports: DeliveryReport[] = [
      delivered,
      bounced,
      { providerId: 'ses-1', status: 'undelivered', code: 'twilio_30003' },
      { providerId: 'ses-1', status: 'failed', code: 'ses_reject' },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...reports), { minLength: 1, maxLength: 8 }),
        async (told) => {
          const all = await sentMail();
          const seen = [only(all).status];
          for (const report of told) {
            await trackDelivery(all.context, report);
            const { status } = only(all);
            if (status !== seen.at(-1)) seen.push(status);
          }
          const walk = seen.join(' ');
          expect(walk).toMatch(/^sent( delivered( bounced)?| bounced| undelivered| failed)?$/);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a replay writes nothing', async () => {
    const all = await sentMail();
    await trackDelivery(all.context, delivered);
    const before = only(all);
    await trackDelivery(all.context, delivered);

    expect(only(all)).toEqual(before);
    expect(before).toMatchObject({ status: 'delivered', version: 4 });
  });

  test('what nobody sent is unknown; an id that is no id reaches into no key', async () => {
    const all = await sentMail();
    for (const providerId of ['ses-2', 'a#b', '', 'x'.repeat(300)]) {
      const { outcome } = await trackDelivery(all.context, { ...delivered, providerId });
      expect(outcome).toBe('unknown');
    }
    expect(only(all)).toMatchObject({ status: 'sent' });
  });

  test('a hard bounce suppresses the address by its hash; a delivery to it lifts that', async () => {
    const all = await sentMail();
    await trackDelivery(all.context, bounced);
    const [row] = all.world.rowsOf('suppression');
    expect(row).toMatchObject({ addressKey: TEST_KEYS.suppression('mette@mail.example') });
    expect(JSON.stringify(row)).not.toContain('mette');

    const again = await welcomed();
    await sendByEmail(again.context, again.message, memoryEmail().provider, again.options);
    await trackDelivery(again.context, { ...bounced, status: null });
    expect(again.world.rowsOf('suppression')).toHaveLength(1);
    await trackDelivery(again.context, delivered);
    expect(again.world.rowsOf('suppression')).toEqual([]);
  });

  test('a complaint ends all mail to the address but what concerns the account itself', async () => {
    const all = await sentMail();
    await trackDelivery(all.context, { ...bounced, status: null, suppress: 'complaint' });
    const to = addressKeyOf(all.context, 'email', 'mette@mail.example');
    const because = (kind: NotificationKind) => suppressedBecause(all.context, { kind }, to);

    expect(await because('booking_moved')).not.toBeNull();
    expect(await because('welcome')).not.toBeNull();
    expect(await because('password_reset')).toBeNull();
    expect(await because('password_changed')).toBeNull();
  });

  test('21610 suppresses the number, and the message comes by mail', async () => {
    const all = await texted();
    const { provider, attempts } = memorySms({
      before: () => {
        throw new ProviderError('refused', 'twilio_21610', null, undefined, true);
      },
    });
    await sendBySms(all.context, all.message, provider, all.options);
    await sendBySms(all.context, all.message, provider, all.options);

    expect(attempts()).toBe(1);
    expect(all.world.rowsOf('suppression')).toMatchObject([
      { channel: 'sms', reason: 'stop', addressKey: TEST_KEYS.suppression('+4520123456') },
    ]);
    const mails = all.rows().filter(({ channel }) => channel === 'email');
    expect(mails).toMatchObject([{ insteadOf: all.message.notificationId, status: 'queued' }]);
  });

  test.each([
    [{ type: 'Delivery' }, { status: 'delivered' }],
    [
      { type: 'Bounce', bounceType: 'Permanent' },
      { status: 'bounced', suppress: 'bounce' },
    ],
    [
      { type: 'Bounce', bounceType: 'Transient', bounceSubType: 'MailboxFull' },
      { status: 'bounced', code: 'ses_bounce_Transient_MailboxFull' },
    ],
    [{ type: 'Complaint' }, { status: null, suppress: 'complaint' }],
    [{ type: 'Reject' }, { status: 'failed', code: 'ses_reject' }],
  ] as const)('SES says %o: %o', (report, expected) => {
    const read = readSesReport({ messageId: 'ses-1', ...report });
    expect(read).toMatchObject({ providerId: 'ses-1', ...expected });
    if (!('suppress' in expected)) expect(read).not.toHaveProperty('suppress');
  });

  test.each([
    ['queued', undefined, null],
    ['sent', undefined, null],
    ['delivered', undefined, { status: 'delivered' }],
    ['undelivered', '30003', { status: 'undelivered', code: 'twilio_30003' }],
    ['undelivered', '21610', { status: 'undelivered', suppress: 'stop' }],
    ['failed', '30006', { status: 'failed', code: 'twilio_30006' }],
  ] as const)('Twilio says %s %s: %o', (status, errorCode, expected) => {
    const read = readTwilioReport({ messageSid: 'SM1', status, errorCode });
    if (expected === null) expect(read).toBeNull();
    else expect(read).toMatchObject(expected);
  });

  test('the queue takes no report that carries anything else', () => {
    const form = new URLSearchParams({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+45' });
    expect(twilioStatusOf(form)).toEqual({
      ...{ provider: 'twilio', messageSid: 'SM1', status: 'delivered' },
    });
    expect(twilioStatusOf(new URLSearchParams({ To: '+45' }))).toBeNull();
    expect(() => readReport({ provider: 'pigeon' })).toThrow();
  });
});

describe('Twilio’s signature', () => {
  test('is what its own SDK makes of any form', () => {
    const name = fc.stringMatching(/^[A-Za-z]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string(), { maxKeys: 8 }), fc.string(), (form, token) => {
        const url = 'https://api.example/webhooks/twilio/status?x=1';
        const signature = getExpectedTwilioSignature(token, url, form);
        const sent = new URLSearchParams(form);

        expect(isTwilioSignature(token, signature, url, sent)).toBe(true);
        expect(isTwilioSignature(`${token}x`, signature, url, sent)).toBe(false);
        expect(isTwilioSignature(token, signature, `${url}2`, sent)).toBe(false);
      }),
    );
  });

  test('holds with and without the usual port', () => {
    const form = { MessageSid: 'SM1' };
    const signed = (url: string) => getExpectedTwilioSignature('token', url, form);
    const ours = 'https://api.example/x';

    for (const url of [ours, 'https://api.example:443/x']) {
      expect(isTwilioSignature('token', signed(url), ours, new URLSearchParams(form))).toBe(true);
    }
    expect(
      isTwilioSignature(
        'token',
        signed('https://api.example:8443/x'),
        ours,
        new URLSearchParams(form),
      ),
    ).toBe(false);
  });
});

describe('the link at the end of an SMS', () => {
  test('is one a person and school, unguessable, stored as a hash, and opts out for good', async () => {
    const all = await texted();
    const sms = memorySms();
    await sendBySms(all.context, all.message, sms.provider, all.options);
    const token = sms.taken[0]?.body.split('/opt-out/')[1] ?? '';

    expect(token).toMatch(/^[\w-]{22}$/);
    expect(JSON.stringify(all.world.twin.rows())).not.toContain(token);
    expect(await readOptOut(all.context, token)).toMatchObject({ sms: true });
    await optOut(all.context, token);
    await optOut(all.context, token);
    const person = await all.context.store.get(
      personEntity,
      personEntity.get({ personId: all.personId }),
    );
    expect(person).toMatchObject({ sms: false, version: 2 });
    await expect(optOut(all.context, 'x'.repeat(22))).rejects.toMatchObject({
      code: 'link_invalid',
    });
  });
});
