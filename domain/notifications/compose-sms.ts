import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Settings } from '../schools/settings.ts';
import type { Context } from '../store/context.ts';
import { mayReach } from './allow-list.ts';
import { cleanLine } from './clean-text.ts';
import { type Composed, loadFacts, notSent, type SendingRules } from './compose.ts';
import { waitsForTurn } from './limits.ts';
import { ASKING } from './money-facts.ts';
import type { NotificationRow } from './notification.entity.ts';
import { isSecurity } from './notification.ts';
import { optOutLink } from './opt-out.ts';
import type { SmsMessage } from './provider.ts';
import { isUrgent, quietUntil } from './quiet-hours.ts';
import { renderedSms } from './render-own.ts';
import { findOwnTemplate } from './school-templates.ts';
import { fitSms } from './segments.ts';
import { addressKeyOf, suppressedBecause } from './suppression.ts';

/** A long name must not push out what the SMS is about. */
const SCHOOL_NAME_IN_SMS = 40;
/**
 * The school's cap is for what it pays for on purpose: its words. Ours keep within it, link and all,
 * though never within less than two; words of its own, which were counted when they were saved, are
 * not cut, and the sender's name and the link come on top.
 */
const LEAST_SEGMENTS = 2;
const ON_TOP_OF_OWN_WORDS = 2;
const SMS_OF_THE_PLATFORM = 3;

/** What every SMS of a school ends with; its senders cannot be answered. */
const STOP = 'Stop SMS:';

/** The SMS as the world is now, or the moment it waits for. */
export async function composeSms(
  context: Context,
  row: NotificationRow,
  rules: SendingRules,
): Promise<Composed<SmsMessage>> {
  const found = await loadFacts(context, row, rules);
  if ('notSent' in found) return found;
  const { school, membership, person } = found;
  const to = membership?.phone;
  if (!to) return notSent('suppressed', 'no_phone');
  // Whoever pays for the student is told by mail; the student's phone is not theirs.
  const buyer = found.facts.invoice?.buyer.email;
  if (ASKING.includes(row.kind) && buyer !== undefined && buyer !== membership?.email)
    return notSent('suppressed', 'other_buyer');
  if (!person.sms && !isSecurity(row.kind)) return notSent('suppressed', 'opted_out');
  if (!mayReach(rules.allowList, to)) return notSent('suppressed', 'not_on_allow_list');
  const toKey = addressKeyOf(context, 'sms', to);
  const [suppressed, own, saved] = await Promise.all([
    suppressedBecause(context, row, toKey),
    findOwnTemplate(context, row.schoolId, row.kind, found.facts.language),
    school && readSettings(context.store, school.schoolId),
  ]);
  if (suppressed) return notSent('suppressed', suppressed);

  const { schoolName: name } = found.facts;
  const facts = { ...found.facts, schoolName: name && cleanLine(name, SCHOOL_NAME_IN_SMS) };
  const rendered = await renderedSms(context, row, facts, own);
  if (rendered === null) return notSent('failed', 'no_sms_template');

  const settings = saved ? saved.settings.messages : null;
  const now = context.now();
  if (school && settings && !isUrgent(row, now)) {
    const until = quietUntil(now, settings.quietHours, school.timeZone);
    if (until) return { held: { until, error: 'quiet_hours' } };
  }
  const waits = rules.limits && (await waitsForTurn(rules.limits, row, toKey.addressKey, now));
  if (waits) return { held: { until: waits, error: 'limit' } };

  const link = school && (await optOutLink(context, rules.portalUrl, { ...row, ...school }));
  const body = fitSms(
    rendered.text,
    segmentsFor(school, settings, rendered.own),
    link ? `${STOP} ${link}` : '',
  );
  return { to: toKey, message: { notificationId: row.notificationId, to, body } };
}

function segmentsFor(
  school: SchoolRow | null,
  settings: Settings['messages'] | null,
  own: boolean,
): number {
  if (!school || !settings) return SMS_OF_THE_PLATFORM;
  const cap = settings.smsSegmentsMax;
  return own ? cap + ON_TOP_OF_OWN_WORDS : Math.max(cap, LEAST_SEGMENTS);
}
