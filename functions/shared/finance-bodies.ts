import * as z from 'zod';
import { MANUAL_METHODS } from '../../domain/finance/payment.ts';
import { address, date, email, idOf, line, name, vatRate } from './schemas.ts';

/** Money that is more than nothing: what is charged, received or paid back. */
export const someMoney = z.strictObject({
  amount: z.int().min(1).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code like DKK' }),
});

const documentLine = {
  description: line(300),
  quantity: z.int().min(1).max(10_000),
  unitPrice: someMoney,
  vatRate: vatRate.optional(),
  vatExemption: line(40).nullable().optional(),
};

export const invoiceLines = z
  .array(
    z.strictObject({
      ...documentLine,
      serviceId: idOf('svc').optional(),
      bookingId: idOf('bkg').optional(),
      /** what of the booking; without it what there is to charge */
      charge: z.enum(['lesson', 'late_cancellation', 'no_show']).optional(),
    }),
  )
  .min(1)
  .max(100);

export const creditLines = z.array(z.strictObject(documentLine)).min(1).max(100);

/** `ean`: the GLN of a public buyer, 13 digits. */
export const buyer = z.strictObject({
  name,
  email,
  address: address.optional(),
  ean: z
    .string()
    .regex(/^\d{13}$/, { error: 'must be 13 digits' })
    .optional(),
});

export const reason = line(500);

export const paymentBody = z.strictObject({
  amount: someMoney,
  method: z.enum(MANUAL_METHODS),
  receivedAt: z.string().max(40),
  reference: line(200).optional(),
  allocations: z
    .array(z.strictObject({ invoiceId: idOf('inv'), amount: someMoney }))
    .max(25)
    .optional(),
});

export const instalmentsBody = z.strictObject({
  invoiceId: idOf('inv'),
  instalments: z
    .array(z.strictObject({ dueDate: date, amount: someMoney }))
    .min(1)
    .max(36)
    .optional(),
  count: z.int().min(2).max(36).optional(),
  firstDueDate: date.optional(),
});

export const invoiceParams = z.object({ schoolId: idOf('sch'), invoiceId: idOf('inv') });
export const paymentParams = z.object({ schoolId: idOf('sch'), paymentId: idOf('pay') });
export const creditNoteParams = z.object({
  schoolId: idOf('sch'),
  invoiceId: idOf('inv'),
  creditNoteId: idOf('crn'),
});
export const documentQuery = z.strictObject({
  format: z.enum(['json', 'html', 'pdf']).default('json'),
});
