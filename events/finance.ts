import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** An invoice took its number and moved the balance. Amounts in minor units, VAT included. */
export const invoiceIssued = defineEvent(
  'InvoiceIssued',
  1,
  z.object({
    invoiceId: id('inv'),
    studentId: id('per'),
    number: z.number().int().positive(),
    total: z.number().int(),
    currency: z.string(),
  }),
);
