import { describe, expect, it } from 'vitest';
import { check, create, remove, replace } from '../../domain/store/write.ts';
import { createWorld } from '../support/store-world.ts';
import { counterEntity } from '../support/test-entities.ts';

describe('the four writes', () => {
  const counter = { name: 'n', value: 1, version: 1 };
  const commit = (
    world: ReturnType<typeof createWorld>,
    ...writes: ReturnType<typeof create>[]
  ) => {
    let runs = 0;
    return world.store.transact(world.context(), () => {
      if (runs++ > 0) throw new Error('lost');
      return { writes, result: 'done' };
    });
  };

  it('create refuses to replace a row', async () => {
    const world = createWorld();
    await commit(world, create(counterEntity.create(counter)));

    await expect(
      commit(world, create(counterEntity.create({ ...counter, value: 2 }))),
    ).rejects.toThrow('lost');
  });

  it('replace needs the version before, and a row', async () => {
    const world = createWorld();

    await expect(commit(world, replace(counterEntity, { ...counter, version: 2 }))).rejects.toThrow(
      'lost',
    );

    await commit(world, create(counterEntity.create(counter)));
    await commit(world, replace(counterEntity, { ...counter, value: 7, version: 2 }));
    await expect(commit(world, replace(counterEntity, { ...counter, version: 2 }))).rejects.toThrow(
      'lost',
    );
    expect(world.rowsOf('testCounter')).toMatchObject([{ value: 7, version: 2 }]);
  });

  it('remove and check hold only while their condition does', async () => {
    const world = createWorld();
    const asOf = (version: number) =>
      counterEntity
        .remove({ name: 'n' })
        .where((attribute, { eq }) => eq(attribute.version, version));
    await commit(world, create(counterEntity.create(counter)));

    await expect(commit(world, check(asOf(2)))).rejects.toThrow('lost');
    await commit(world, check(asOf(1)));
    await expect(commit(world, remove(asOf(2)))).rejects.toThrow('lost');
    expect(world.rowsOf('testCounter')).toHaveLength(1);

    await commit(world, remove(asOf(1)));
    expect(world.twin.rows()).toEqual([]);
  });

  it('refuse operations that carry no condition', () => {
    expect(() => create(counterEntity.put(counter))).toThrow('create needs');
    expect(() => remove(counterEntity.delete({ name: 'n' }))).toThrow('remove needs');
    expect(() => check(counterEntity.get({ name: 'n' }))).toThrow('remove needs');
  });
});
