import * as z from 'zod';
import { DomainError, type FieldError } from '../shared/errors.ts';
import { isObject, mergePatch } from '../shared/merge-patch.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time like 08:00' });
const account = z.string().regex(/^[0-9A-Za-z.-]{1,20}$/, { error: 'must be an account number' });
const amount = z.strictObject({
  amount: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
const hours = z.array(z.int().min(1).max(336)).max(5);

/** A school's settings. The values of `DEFAULT_SETTINGS` hold for whatever a school has not changed. */
export const settingsSchema = z.strictObject({
  registration: z.strictObject({ termsVersion: z.string().min(1).max(40) }),
  booking: z.strictObject({
    leadMinutes: z.int().min(0).max(43_200),
    horizonDays: z.int().min(1).max(730),
    maxActive: z.int().min(1).max(100),
    draftHoldMinutes: z.int().min(1).max(1_440),
    blockWhenOverdue: z.boolean(),
  }),
  reminders: z.strictObject({ lessonHours: hours, signatureHours: hours }),
  messages: z.strictObject({
    sms: z.boolean(),
    quietHours: z.strictObject({ from: clock, to: clock }),
    coalesceSeconds: z.int().min(0).max(3_600),
    smsSegmentsMax: z.int().min(1).max(10),
  }),
  finance: z.strictObject({
    paymentDays: z.int().min(0).max(365),
    /** the accounts of the school's bookkeeping that an export posts to */
    accounts: z.strictObject({
      ...{ debtors: account, sales: account, salesExempt: account, reminderFees: account },
      ...{ cash: account, bank: account, mobilepay: account, card: account },
    }),
    /** what the school keeps of a course that is given up */
    settlement: z.strictObject({ fee: amount }),
    dunning: z.strictObject({
      // rentelovens § 9 b: at most three reminders, ten days apart
      days: z
        .array(z.int().min(1).max(365))
        .max(3)
        .refine((days) => days.every((day, at) => at === 0 || day - (days[at - 1] ?? 0) >= 10), {
          error: 'must lie at least 10 days apart, in order',
        }),
      fee: z.strictObject({
        amount: z.int().min(0).max(10_000),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
    }),
  }),
  learning: z.strictObject({
    minimumStart: z.strictObject({
      years: z.int().min(14).max(30),
      months: z.int().min(0).max(11),
    }),
    pauseWarnDays: z.array(z.int().min(1).max(365)).max(10),
  }),
  integrations: z.strictObject({ eTeori: z.boolean(), findkoreskole: z.boolean() }),
});

export type Settings = z.output<typeof settingsSchema>;

const DEFAULT_SETTINGS: Settings = {
  registration: { termsVersion: '1' },
  booking: {
    leadMinutes: 0,
    horizonDays: 180,
    maxActive: 10,
    draftHoldMinutes: 15,
    blockWhenOverdue: false,
  },
  reminders: { lessonHours: [24, 2], signatureHours: [24, 72] },
  messages: {
    sms: true,
    quietHours: { from: '21:00', to: '08:00' },
    coalesceSeconds: 120,
    smsSegmentsMax: 3,
  },
  finance: {
    paymentDays: 14,
    accounts: {
      ...{ debtors: '5600', sales: '1000', salesExempt: '1050', reminderFees: '1090' },
      ...{ cash: '5800', bank: '5820', mobilepay: '5830', card: '5840' },
    },
    settlement: { fee: { amount: 0, currency: 'DKK' } },
    dunning: { days: [1, 11, 21], fee: { amount: 10_000, currency: 'DKK' } },
  },
  learning: { minimumStart: { years: 16, months: 9 }, pauseWarnDays: [60, 75, 85] },
  integrations: { eTeori: false, findkoreskole: false },
};

/** The settings in force: the defaults, in the school's currency, under what the school changed. */
export function settingsWith(
  changes: Record<string, unknown> | undefined,
  currency = DEFAULT_SETTINGS.finance.dunning.fee.currency,
): Settings {
  const { finance } = DEFAULT_SETTINGS;
  const defaults: Settings = {
    ...DEFAULT_SETTINGS,
    finance: {
      ...finance,
      settlement: { fee: { ...finance.settlement.fee, currency } },
      dunning: { ...finance.dunning, fee: { ...finance.dunning.fee, currency } },
    },
  };
  return mergePatch(defaults, changes ?? {}) as Settings;
}

/**
 * The school's changes after one more merge patch. `null` clears a change: the default holds again.
 * Throws `invalid` naming every field that the result could not have, such as money in a currency that
 * is not the school's.
 */
export function patchSettings(
  changes: Record<string, unknown>,
  patch: Record<string, unknown>,
  currency: string,
): Record<string, unknown> {
  const next = mergePatch(changes, patch) as Record<string, unknown>;
  const checked = settingsSchema.safeParse(settingsWith(next, currency));
  const errors = [
    ...(checked.success
      ? foreignMoney(checked.data, currency)
      : checked.error.issues.flatMap(fieldErrors)),
    ...unknownAndCleared(patch, DEFAULT_SETTINGS),
  ];
  if (errors.length === 0) return next;
  throw new DomainError('invalid', errors[0]?.message ?? 'The settings are invalid.', { errors });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = `/${issue.path.join('/')}`;
  const base = path === '/' ? '' : path;
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => unknownField(base, key))
    : [{ path: base, code: issue.code, message: `${base}: ${issue.message}` }];
}

function foreignMoney({ finance }: Settings, currency: string): FieldError[] {
  return (['settlement', 'dunning'] as const)
    .filter((part) => finance[part].fee.currency !== currency)
    .map((part) => {
      const path = `/finance/${part}/fee/currency`;
      const message = `${path}: this school charges in ${currency}.`;
      return { path, code: 'wrong_currency', message };
    });
}

/** What a patch clears though no setting has its name: merging takes it out before the schema looks. */
function unknownAndCleared(patch: object, known: object, base = ''): FieldError[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    const setting = Object.entries(known).find(([name]) => name === key)?.[1];
    if (value === null) return setting === undefined ? [unknownField(base, key)] : [];
    return isObject(value) && isObject(setting)
      ? unknownAndCleared(value, setting, `${base}/${key}`)
      : [];
  });
}

function unknownField(base: string, key: string): FieldError {
  const message = `The field ${key} is not known here.`;
  return { path: `${base}/${key}`, code: 'unknown_field', message };
}
