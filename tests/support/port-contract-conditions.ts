import { describe, expect, it } from 'vitest';
import type { Row } from '../../domain/store/port.ts';
import type { Bench } from './port-bench.ts';

/** The conditions of a write, one by one. */
export function conditionsContract({ fresh, put, write }: Bench): void {
  describe('conditions', () => {
    const row = { n: 5, text: 'hello', tags: ['a', 'b'], deep: { state: 'open' }, blank: null };
    const values = {
      ':5': 5,
      ':4': 4,
      ':six': '6',
      ':hello': 'hello',
      ':he': 'he',
      ':a': 'a',
      ':open': 'open',
      ':null': null,
      ':6': 6,
    };

    it.each([
      ['n = :5', true],
      ['n <> :5', false],
      ['n <> :4', true],
      ['n < :5', false],
      ['n <= :5', true],
      ['n > :4', true],
      ['n >= :6', false],
      ['n < :six', false],
      ['n > :six', false],
      ['n BETWEEN :4 AND :5', true],
      ['n BETWEEN :6 AND :5', 'refused'],
      ['n IN (:4, :5)', true],
      ['n IN (:4, :6)', false],
      ['unset = :5', false],
      ['unset <> :5', true],
      ['unset < :5', false],
      ['NOT unset < :5', true],
      ['blank = :null', true],
      ['attribute_exists(blank)', true],
      ['attribute_exists(unset)', false],
      ['attribute_not_exists(unset)', true],
      ['begins_with(#text, :he)', true],
      ['begins_with(#text, :a)', false],
      ['contains(tags, :a)', true],
      ['contains(#text, :he)', true],
      ['contains(tags, :open)', false],
      ['deep.#state = :open', true],
      ['n = :4 OR n = :5 AND #text = :hello', true],
      ['(n = :4 OR n = :5) AND #text = :he', false],
      ['n = :5 OR n = :4 AND #text = :he', true],
      ['NOT n = :4 AND NOT (n = :6 OR #text = :he)', true],
      ['NOT (attribute_exists(n) AND n = :5)', false],
    ])('%s: %s', async (ConditionExpression, expected) => {
      const pk = fresh();
      await write(put(pk, 'a', row));
      const used = (text: string) => new RegExp(`${text}(?![\\w])`).test(ConditionExpression);
      const pick = (map: Row) => {
        const entries = Object.entries(map).filter(([key]) => used(key));
        return entries.length > 0 ? Object.fromEntries(entries) : undefined;
      };
      const names = pick({ '#text': 'text', '#state': 'state' }) as
        | Record<string, string>
        | undefined;
      const picked = pick(values);

      const outcome = await write({
        kind: 'check',
        key: { pk, sk: 'a' },
        ConditionExpression,
        ...(names && { ExpressionAttributeNames: names }),
        ...(picked && { ExpressionAttributeValues: picked }),
      }).then(
        () => true,
        (error: Error) => (error.name === 'TransactionCanceledException' ? false : 'refused'),
      );

      expect(outcome).toBe(expected);
    });

    it.each([
      ['attribute_not_exists(pk)', true],
      ['attribute_exists(pk)', false],
      ['attribute_not_exists(pk) OR n <= :n', true],
      ['n = :n', false],
      ['n <> :n', true],
    ])('on a row that is not there, %s: %s', async (ConditionExpression, expected) => {
      const values = ConditionExpression.includes(':n')
        ? { ExpressionAttributeValues: { ':n': 1 } }
        : {};

      const outcome = await write({ ...put(fresh(), 'a'), ConditionExpression, ...values }).then(
        () => true,
        () => false,
      );

      expect(outcome).toBe(expected);
    });
  });
}
