import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIGURES, HAPPENINGS, PRICES, SCHOOL } from '../../infra/cost/assumptions.ts';
import { costOf, peakOf, totalOf, volumeOf } from '../../infra/cost/model.ts';
import { SIZES, withReport } from '../../infra/cost/report.ts';

describe('what schools cost', () => {
  it('adds up what a school does, happening by happening', () => {
    const { requests, mails, smsSegments, activeUsers } = volumeOf(1);
    const { enrolments, lessons, invoices, activeStudents, staff } = SCHOOL;

    expect(requests).toBe(
      4 * (enrolments + 2 * lessons + invoices) + 40 * activeStudents + 600 * staff,
    );
    expect(mails).toBe(2 * enrolments + 8 * lessons + 2.25 * invoices);
    expect(smsSegments).toBe(6 * lessons);
    expect(activeUsers).toBe(activeStudents + staff);
  });

  it('grows with the schools, but for what runs anyway', () => {
    const [one, hundred] = [volumeOf(1), volumeOf(100)];
    for (const key of ['requests', 'mails', 'smsSegments', 'writeUnits', 'readUnits'] as const) {
      expect(hundred[key], key).toBeCloseTo(100 * one[key], 6);
    }
    expect(hundred.queueRequests).toBeLessThan(2 * one.queueRequests);
    expect(costOf(one)['metrics, alarms, dashboard, secrets']).toBe(
      costOf(hundred)['metrics, alarms, dashboard, secrets'],
    );
  });

  it('bills people only above the allowance, and each mail and SMS', () => {
    const none = { ...volumeOf(1), mails: 0, smsSegments: 0, activeUsers: 10_000 };
    expect(costOf(none)['sign-in (Cognito)']).toBe(0);
    expect(costOf({ ...none, activeUsers: 10_100 })['sign-in (Cognito)']).toBeCloseTo(1.5, 10);
    const some = costOf({ ...none, mails: 10_000, smsSegments: 100 });
    expect(some['e-mail (SES)']).toBeCloseTo(1, 10);
    expect(some['SMS (Twilio)']).toBeCloseTo(5.5, 10);
    expect(totalOf(some) - totalOf(costOf(none))).toBeCloseTo(6.5, 10);
  });

  it('reckons the busiest second from the month', () => {
    const month = 43_800 * 60;
    const volume = { ...volumeOf(1), requests: month, mails: month / 2, activeUsers: 7200 };
    expect(peakOf(volume)).toMatchObject({
      requests: FIGURES.peak,
      mails: FIGURES.peak / 2,
      signIns: 1,
    });
  });

  it('has a price above nothing for everything, and something in every happening', () => {
    for (const [what, price] of Object.entries(PRICES)) expect(price, what).toBeGreaterThan(0);
    for (const { what, aMonth } of HAPPENINGS) expect(aMonth, what).toBeGreaterThan(0);
    expect(SIZES).toEqual([1, 100, 10_000]);
  });
});

it('infra/COST.md has today’s tables: after a change run `npm run cost`', () => {
  const document = readFileSync(new URL('../../infra/COST.md', import.meta.url), 'utf8');
  expect(document).toContain('| **total** |');
  expect(withReport(document)).toBe(document);
});
