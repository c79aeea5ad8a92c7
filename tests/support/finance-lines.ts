import fc from 'fast-check';
import type { InvoiceLine } from '../../domain/finance/invoice.ts';

const kind = fc.constantFrom(
  { vatRate: 25, vatExemption: null },
  { vatRate: 12.5, vatExemption: null },
  { vatRate: 0, vatExemption: 'education' },
  { vatRate: 0, vatExemption: 'outlay' },
);

/** The lines of an invoice: any amounts, taxed and exempt. */
export const anyLines: fc.Arbitrary<InvoiceLine[]> = fc.array(
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 20 }),
      unitPrice: fc.integer({ min: 1, max: 2_000_000 }),
      kind,
    })
    .map(({ kind: { vatRate, vatExemption }, ...line }) => ({
      ...{ description: 'x', ...line },
      ...{ vatRate, vatExemption },
    })),
  { minLength: 1, maxLength: 8 },
);
