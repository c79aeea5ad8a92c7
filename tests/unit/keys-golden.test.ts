import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Entity } from 'electrodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnyEntity, isOf, itemOf } from '../../domain/store/entity.ts';
import { INDEXES, PARTITION_KEY, SORT_KEY } from '../../domain/store/names.ts';
import { ROW_KINDS } from '../support/audit/keys.ts';
import { AT, type Golden, PERSON, SCHOOL } from '../support/golden-keys/golden.ts';
import { MESSAGE_KEYS } from '../support/golden-keys/messages-keys.ts';
import { MONEY_KEYS } from '../support/golden-keys/money-keys.ts';
import { SCHOOL_KEYS } from '../support/golden-keys/school-keys.ts';

/**
 * The keys of every kind of row, as they lie in tables that are in use: a change here is a migration.
 */
const GOLDEN: Record<string, Golden> = { ...SCHOOL_KEYS, ...MONEY_KEYS, ...MESSAGE_KEYS };

const KEY_FIELDS = [
  PARTITION_KEY,
  SORT_KEY,
  ...Object.values(INDEXES).flatMap(({ pk, sk }) => [pk, sk]),
];
const entities = new Map<string, AnyEntity>();

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..');
  for (const file of globSync('domain/**/*.entity.ts', { cwd: root })) {
    const exports = Object.values((await import(join(root, file))) as Record<string, unknown>);
    for (const entity of exports.filter(isEntity)) entities.set(entity.schema.model.entity, entity);
  }
});

function isEntity(value: unknown): value is AnyEntity {
  return typeof (value as AnyEntity | undefined)?.schema?.model?.entity === 'string';
}

type Attributes = Record<string, { required: boolean; type: string }>;

/** The attributes an entity insists on and no key is made of, filled with anything of their type. */
function filler(entity: AnyEntity): Record<string, unknown> {
  const values: Record<string, unknown> = { string: 'x', number: 1, boolean: true, any: {} };
  const { model } = entity as unknown as { model: { schema: { attributes: Attributes } } };
  const required = Object.entries(model.schema.attributes).filter(
    ([, attribute]) => attribute.required,
  );
  return Object.fromEntries(required.map(([name, { type }]) => [name, values[type]]));
}

/** What ElectroDB's own `get` makes of a key. */
function builtBy(entity: AnyEntity, facets: object): unknown {
  const get = Entity.prototype.get as unknown as (facets: object) => { params(): unknown };
  return get.call(entity, facets).params();
}

/** What a call gives, or with which message it throws. */
function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the keys of the table', () => {
  it('are pinned here for every kind of row, and known to the auditor', () => {
    expect([...entities.keys()].sort()).toEqual(Object.keys(GOLDEN).sort());
    expect(Object.keys(ROW_KINDS).sort()).toEqual(Object.keys(GOLDEN).sort());
  });

  it.each(Object.entries(GOLDEN))(
    'of %s are what they have always been',
    (name, { from, keys }) => {
      const entity = entities.get(name) as AnyEntity;
      const item = { ...filler(entity), ...from };

      for (const operation of [entity.create(item), entity.put(item)]) {
        const { Item } = operation.params() as { Item: Record<string, unknown> };
        const found = Object.fromEntries(
          KEY_FIELDS.filter((field) => field in Item).map((field) => [field, Item[field]]),
        );
        expect(found).toEqual(keys);
      }
      expect(entity.get(item).params()).toEqual({
        TableName: 'just-driving',
        Key: { pk: keys.pk, sk: keys.sk },
      });
    },
  );

  it.each(Object.entries(GOLDEN))('and items of %s are as ElectroDB has them', (name, { from }) => {
    const entity = entities.get(name) as AnyEntity;
    const item = { ...filler(entity), ...from };
    const { Item } = entity.put(item).params() as unknown as { Item: Record<string, unknown> };
    const row = { ...Item, unknown: 'left by another version' };

    expect(entity.get(item).params()).toEqual(builtBy(entity, item));
    expect(itemOf(entity, row)).toEqual(entity.parse({ Item: row }).data);
    expect([...entities.values()].filter((other) => isOf(other, row))).toEqual([entity]);
  });

  it('with a part missing, empty or no text are not spelled', () => {
    const booking = entities.get('booking') as AnyEntity;

    for (const bookingId of [undefined, '', 7, null]) {
      const spelled = () => booking.get({ schoolId: SCHOOL, bookingId }).params();
      const byElectro = () => builtBy(booking, { schoolId: SCHOOL, bookingId });
      expect(outcome(spelled)).toEqual(outcome(byElectro));
    }
  });

  it('leave the lists and the due index when there is nothing to list or do', () => {
    const member = entities.get('membership') as AnyEntity;
    const told = entities.get('notification') as AnyEntity;
    const colleague = { ...filler(member), personId: PERSON, schoolId: SCHOOL, name: 'Bo' };
    const done = {
      ...filler(told),
      owner: SCHOOL,
      notificationId: 'ntf_01kat5n8x7e4vv6h7w7b1q2r3s',
      createdAt: AT,
    };

    const rows = [member.put(colleague).params(), told.put(done).params()] as unknown as {
      Item: object;
    }[];

    expect(rows[0]?.Item).not.toHaveProperty('schoolPk');
    expect(rows[1]?.Item).not.toHaveProperty('duePk');
    expect(rows[1]?.Item).not.toHaveProperty('dueSk');
  });
});
