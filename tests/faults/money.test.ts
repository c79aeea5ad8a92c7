import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../flows/support/api.ts';
import { audit } from '../flows/support/audit.ts';
import { control } from '../flows/support/control.ts';
import { enrol, newSchool, type School } from '../flows/support/people.ts';
import { rowsOf } from '../flows/support/rows.ts';
import { crashing } from './support/crashing.ts';

let school: School;
beforeAll(async () => {
  school = await newSchool();
});
afterEach(async () => {
  await control.clearCrashes();
  await audit();
});

const dkk = (amount: number) => ({ amount, currency: 'DKK' });
const line = { description: 'Lektion', quantity: 1, unitPrice: dkk(55_000), vatRate: 25 };

describe('killed between the number and its save', () => {
  it.each(['before', 'after'] as const)(
    '(%s the commit), a retried invoice has one number and leaves no hole',
    async (when) => {
      const student = await enrol(school);
      const path = `${school.path}/students/${student.id}`;
      const post = (list: string, body: object, key: string) =>
        api('POST', `${path}/${list}`, {
          ...{ body, token: school.admin.token, headers: { 'idempotency-key': key } },
        });
      const invoice = () => post('invoices', { lines: [line] }, `invoice-${when}`);
      const pay = () =>
        post(
          'payments',
          { amount: dkk(55_000), method: 'cash', receivedAt: '2026-11-20' },
          `payment-${when}`,
        );
      const call = 'dynamodb:TransactWriteItems';

      const died = await crashing({ function: 'create-invoice', call, when }, invoice);
      const retried = await invoice();
      const lost = await crashing({ function: 'create-payment', call, when }, pay);
      const paid = await pay();

      expect([died.status, lost.status]).toEqual([500, 500]);
      expect([retried.status, paid.status]).toEqual([201, 201]);
      const numbers = (await rowsOf('invoice', { schoolId: school.id }))
        .map(({ number }) => Number(number))
        .sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      expect(await rowsOf('invoice', { studentId: student.id })).toMatchObject([
        { number: retried.body.number, status: 'paid', paid: 55_000 },
      ]);
      expect(await rowsOf('payment', { studentId: student.id })).toHaveLength(1);
    },
  );
});
