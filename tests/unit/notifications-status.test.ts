import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayReach } from '../../domain/notifications/allow-list.ts';
import { NOTIFICATION_STATUSES } from '../../domain/notifications/notification.ts';
import { isOpen, mayBecome } from '../../domain/notifications/status.ts';

describe('the status of a notification', () => {
  test('only rises: no walk of allowed steps ever comes back, but for quiet hours', () => {
    const statuses = fc.constantFrom(...NOTIFICATION_STATUSES);
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 30 }), (told) => {
        let status = told[0] ?? 'queued';
        const seen = [status];
        for (const next of told) {
          if (!mayBecome(status, next)) continue;
          status = next;
          seen.push(next);
        }
        const final = seen.filter((one) => !isOpen(one));
        expect(new Set(final).size).toBe(final.length);
      }),
    );
  });

  test('a delivered mail may still bounce; nothing else follows a final status', () => {
    const next = (from: (typeof NOTIFICATION_STATUSES)[number]) =>
      NOTIFICATION_STATUSES.filter((to) => mayBecome(from, to));

    expect(next('delivered')).toEqual(['bounced']);
    for (const final of [
      'undelivered',
      'bounced',
      'failed',
      'suppressed',
      'superseded',
      'expired',
    ] as const) {
      expect(next(final)).toEqual([]);
    }
    expect(next('sent')).toEqual(['delivered', 'undelivered', 'bounced', 'failed']);
  });
});

describe('the allow-list', () => {
  test.each([
    ['*', 'anybody@anywhere.example', true],
    ['*', '+4520123456', true],
    ['', 'a@b.example', false],
    [' , ', 'a@b.example', false],
    ['a@b.example', 'A@B.example', true],
    ['@b.example', 'a@b.example', true],
    ['@b.example', 'a@notb.example', false],
    ['@b.example', 'a@sub.b.example', false],
    ['+4520123456,@b.example', '+4520123456', true],
    ['+4520123456', '+45201234567', false],
  ])('%j lets %s through: %s', (list, recipient, expected) => {
    expect(mayReach(list, recipient)).toBe(expected);
  });
});
