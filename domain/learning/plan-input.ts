import { DomainError, type FieldError, notFound } from '../shared/errors.ts';
import type { Id } from '../shared/ids.ts';
import type { Minimums, Module, PlanContent } from './plan.ts';

/** A module as somebody writes it. Without an id it is a new one; `order` is its place by default. */
export type ModuleInput = Omit<Module, 'id' | 'order' | 'prerequisites' | 'dark'> & {
  id?: Id<'mod'> | undefined;
  order?: number | undefined;
  /** ids, or the `order` of modules in the same list: a new one has no id yet */
  prerequisites?: readonly (Id<'mod'> | number)[] | undefined;
  dark?: boolean | undefined;
};

/** Parts of a plan. What is left out stays as it is in the plan that this one is made from. */
export type PlanInput = {
  lessonMinutes?: number | undefined;
  sections?: PlanContent['sections'] | undefined;
  modules?: readonly ModuleInput[] | undefined;
  minimums?: { [What in keyof Minimums]?: number | undefined } | undefined;
  pause?: { months?: number | undefined; warnDays?: number[] | null | undefined } | undefined;
};

/** Of a plan that is made from nothing: no minimums, and the pause rule of Denmark. */
const NOTHING: PlanContent = {
  lessonMinutes: 45,
  sections: [],
  modules: [],
  minimums: { theory: 0, road: 0, manoeuvring: 0, skid: 0, dark: 0, teachingDays: 0 },
  pause: { months: 3, warnDays: null },
};

/**
 * The content that the parts make over another plan's. Modules keep their ids; `mint` makes those of
 * new ones. Throws `invalid` naming what does not fit together, `not_found` for an id of neither.
 */
export function planContent(
  base: PlanContent | null,
  input: PlanInput,
  mint: () => Id<'mod'>,
): PlanContent {
  const from = base ?? NOTHING;
  const sections = input.sections ?? from.sections;
  const modules = input.modules ? readModules(from, input.modules, mint) : from.modules;
  const content: PlanContent = {
    lessonMinutes: input.lessonMinutes ?? from.lessonMinutes,
    sections: [...sections].sort((a, b) => a.order - b.order),
    modules: [...modules].sort((a, b) => a.order - b.order),
    minimums: merged(from.minimums, input.minimums),
    pause: merged(from.pause, input.pause),
  };
  const errors = faultsOf({ ...content, sections, modules });
  if (errors.length === 0) return content;
  throw new DomainError('invalid', errors[0]?.message ?? 'The plan is invalid.', { errors });
}

function merged<Whole extends object>(
  whole: Whole,
  parts: { [Key in keyof Whole]?: Whole[Key] | undefined } | undefined,
): Whole {
  const given = Object.entries(parts ?? {}).filter(([, value]) => value !== undefined);
  return { ...whole, ...Object.fromEntries(given) };
}

function readModules(
  { modules: known }: PlanContent,
  input: readonly ModuleInput[],
  mint: () => Id<'mod'>,
): Module[] {
  const withIds = input.map((module, i) => {
    if (module.id && !known.some(({ id }) => id === module.id)) throw notFound('This module');
    return { ...module, id: module.id ?? mint(), order: module.order ?? i + 1 };
  });
  const idOf = (asked: Id<'mod'> | number) =>
    typeof asked === 'number' ? withIds.find(({ order }) => order === asked)?.id : asked;
  return withIds.map(({ prerequisites = [], dark = false, ...module }) => ({
    ...module,
    prerequisites: prerequisites.map((asked) => idOf(asked) ?? ('' as Id<'mod'>)),
    dark,
  }));
}

function faultsOf({ sections, modules }: PlanContent): FieldError[] {
  const refuse = (path: string, code: string, what: string) => ({
    ...{ path, code },
    message: `${path}: ${what}`,
  });
  const twice = (all: readonly unknown[], i: number) => all.indexOf(all[i]) < i;
  const numbers = sections.map(({ order }) => order);
  const orders = modules.map(({ order }) => order);
  const ids = modules.map(({ id }) => id);
  return [
    ...(modules.length === 0 ? [refuse('/modules', 'required', 'a plan has modules.')] : []),
    ...sections.flatMap((_, i) =>
      twice(numbers, i)
        ? [refuse(`/sections/${i}/order`, 'duplicate', 'another section has it.')]
        : [],
    ),
    ...modules.flatMap((module, i) => {
      const at = `/modules/${i}`;
      const strange = module.prerequisites.findIndex((id) => !ids.includes(id));
      return [
        ...(twice(ids, i) ? [refuse(`${at}/id`, 'duplicate', 'names a module twice.')] : []),
        ...(twice(orders, i) ? [refuse(`${at}/order`, 'duplicate', 'another module has it.')] : []),
        ...(numbers.includes(module.section)
          ? []
          : [refuse(`${at}/section`, 'invalid', 'the plan has no such section.')]),
        ...(module.dark && module.kind !== 'road'
          ? [refuse(`${at}/dark`, 'invalid', 'only road lessons are driven in the dark.')]
          : []),
        ...(strange >= 0
          ? [refuse(`${at}/prerequisites/${strange}`, 'invalid', 'the plan has no such module.')]
          : []),
        ...(comesBeforeItself(modules, module)
          ? [refuse(`${at}/prerequisites`, 'circular', 'the module would come before itself.')]
          : []),
      ];
    }),
  ];
}

/** Whether a module is among what must come before it, directly or through others. */
function comesBeforeItself(modules: readonly Module[], { id, prerequisites }: Module): boolean {
  const before = new Set<string>(prerequisites);
  // A set that grows while it is walked: each module is looked at once.
  for (const step of before) {
    for (const next of modules.find((module) => module.id === step)?.prerequisites ?? []) {
      before.add(next);
    }
  }
  return before.has(id);
}
