import * as z from 'zod';
import { LANGUAGES } from '../../domain/schools/school.ts';
import { normalizeEmail } from '../../domain/shared/email.ts';
import { type Id, type IdPrefix, idPattern } from '../../domain/shared/ids.ts';
import { LAST_DATE } from '../../domain/shared/instant.ts';

/**
 * Schemas that several contracts share. Each error carries a stable `code` beside its sentence.
 * Objects are strict: an unknown field is refused, by its name.
 */
export function idOf<P extends IdPrefix>(prefix: P) {
  const pattern = idPattern(prefix);
  return z
    .string()
    .regex(pattern, { error: `must be an id that begins with ${prefix}_` }) as unknown as z.ZodType<
    Id<P>,
    string
  >;
}

/** One line of text a person wrote: trimmed, no control characters (they belong to no name, and to header injection). */
export function line(most: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(most, { error: `must have at most ${most} characters` })
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), {
      error: 'must be one line without control characters',
      params: { code: 'control_characters' },
    });
}

/** Text of several lines: trimmed, no control characters but those that end a line. */
export function lines(most: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'must not be empty' })
        .max(most, { error: `must have at most ${most} characters` })
        .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), {
          error: 'must have no control characters',
          params: { code: 'control_characters' },
        }),
    );
}

export const name = line(200);

/** A number that need not be whole. What is all but nothing (7e-323) is one to JavaScript, and none to the table. */
export function decimal(least: number, most: number) {
  return z
    .number()
    .min(least)
    .max(most)
    .refine((value) => value === 0 || Math.abs(value) >= 1e-6, {
      error: 'must be a number of usual size',
      params: { code: 'too_small' },
    });
}

/** A percentage, with two decimals at most. */
export const vatRate = decimal(0, 100).multipleOf(0.01);

/** Trimmed, lower-cased, its domain in ASCII. */
export const email = z
  .string()
  .max(300)
  .transform((raw, issues) => {
    const address = normalizeEmail(raw);
    if (address === null) {
      issues.addIssue({
        code: 'custom',
        message: 'must be an e-mail address',
        params: { code: 'invalid_email' },
      });
      return z.NEVER;
    }
    return address;
  });

/** A phone as it was typed; the use case reads it by the school's country. */
export const phone = z.string().trim().min(1).max(40);

export const language = z.enum(LANGUAGES);

const calendarDate = z.iso.date({ error: 'must be a date like 2008-05-31', abort: true });

/** A calendar date that exists, so far from both ends of the calendar that days and months can be added. */
export const date = calendarDate.refine((value) => value >= '1900-01-01' && value <= LAST_DATE, {
  error: `must be a date from 1900-01-01 to ${LAST_DATE}`,
  params: { code: 'out_of_range' },
});

export const birthDate = calendarDate.refine(
  (value) => value >= '1900-01-01' && value <= LAST_DATE,
  {
    error: 'must be a birth date from 1900 on',
    params: { code: 'invalid_birth_date' },
  },
);

const addressParts = z.strictObject({
  street: line(200),
  postalCode: line(20),
  city: line(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
});

/** One line of text, or its parts. */
export const address = z.union([line(300), addressParts]);

/** The same in a merge patch: parts may be left out, and null clears one. */
export const addressPatch = z.union([
  line(300),
  z.strictObject({
    street: addressParts.shape.street.nullable().optional(),
    postalCode: addressParts.shape.postalCode.nullable().optional(),
    city: addressParts.shape.city.nullable().optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .optional(),
  }),
]);

export const money = z.strictObject({
  amount: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code like DKK' }),
});

const A_LIMIT = 'must be a whole number from 1 to 100';

export const paging = {
  limit: z.coerce
    .number({ error: A_LIMIT })
    .int(A_LIMIT)
    .min(1, A_LIMIT)
    .max(100, A_LIMIT)
    .default(25),
  cursor: z.string().max(4_000).optional(),
};

/** For operations that need to be told nothing: a body may be left out, and nothing in one is taken. */
export const noBody = z.strictObject({}).optional();

export const schoolParams = z.object({ schoolId: idOf('sch') });
export const studentParams = z.object({ schoolId: idOf('sch'), studentId: idOf('per') });

/** `{ items, nextCursor }` */
export function pageOf(item: z.ZodType) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
