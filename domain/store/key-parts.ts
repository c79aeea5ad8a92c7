import { BY_DUE, BY_SCHOOL_AND_TIME, PARTITION_KEY, SORT_KEY } from './names.ts';

/**
 * What keys are spelled with: which attribute, of what, by which template. `casing: 'none'`, because
 * ElectroDB's own composition lower-cases and labels parts, which makes different ids collide.
 */
export function pk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: PARTITION_KEY, composite, template, casing: 'none' } as const;
}

export function sk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: SORT_KEY, composite, template, casing: 'none' } as const;
}

export function listPk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_SCHOOL_AND_TIME.pk, composite, template, casing: 'none' } as const;
}

export function listSk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_SCHOOL_AND_TIME.sk, composite, template, casing: 'none' } as const;
}

function duePk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_DUE.pk, composite, template, casing: 'none' } as const;
}

function dueSk<const C extends readonly string[]>(composite: C, template: string) {
  return { field: BY_DUE.sk, composite, template, casing: 'none' } as const;
}

/** What falls due on a UTC day, spread over four shards: the same for every row that has something due. */
export const DUE = {
  pk: duePk(['dueDay', 'dueShard'], '${dueDay}#${dueShard}'),
  sk: dueSk(['dueAt'], '${dueAt}'),
} as const;
