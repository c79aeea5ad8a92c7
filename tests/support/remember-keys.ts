import type { AnyEntity } from '../../domain/store/entity.ts';

type Get = (facets: object) => { params(): object };

/**
 * Remembers the keys that entities build, while `work` lasts. ElectroDB spells a key in some 30
 * microseconds, and a hundred thousand tries on a few resources spell the same few keys over and over:
 * without this, half the time of such a run is theirs. The keys are the entities' own, built once.
 */
export async function rememberingKeys<T>(
  entities: readonly AnyEntity[],
  work: () => Promise<T>,
): Promise<T> {
  const own = entities.map((entity) => ({ entity, get: entity.get as unknown as Get }));
  for (const { entity, get } of own) {
    const known = new Map<string, object>();
    const remembering: Get = (facets) => {
      const name = JSON.stringify(facets);
      const params = known.get(name) ?? get.call(entity, facets).params();
      known.set(name, params);
      return { params: () => structuredParams(params) };
    };
    Object.assign(entity, { get: remembering });
  }
  try {
    return await work();
  } finally {
    for (const { entity } of own) Reflect.deleteProperty(entity, 'get');
  }
}

/** A copy: whoever takes it may change it. */
function structuredParams(params: object): object {
  const { Key, ...rest } = params as { Key: object };
  return { ...rest, Key: { ...Key } };
}
