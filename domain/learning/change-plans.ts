import type { SchoolRow } from '../schools/school.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { Id } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { replace } from '../store/write.ts';
import { lessonPlanEntity } from './lesson-plan.entity.ts';
import { createVersion, planNewPlan } from './new-plan.ts';
import { type PlanInput, planContent } from './plan-input.ts';
import { type PlanView, planView } from './plan-view.ts';
import { TEMPLATES } from './plans/templates.ts';
import { readPlan, readPlans, readPlanVersion } from './read-plans.ts';

/** The same new ids on every run of a decision. */
function minting(context: Context): () => () => Id<'mod'> {
  const minted: Id<'mod'>[] = [];
  return () => {
    let next = 0;
    return () => {
      minted[next] ??= context.newId('mod');
      return minted[next++] as Id<'mod'>;
    };
  };
}

/**
 * A plan of the school's own: a template's newest version with changes, or made from nothing. As the
 * default it is what new students start on, in place of the one before. Throws `not_found` for an
 * unknown template or module, `invalid` for parts that do not fit together.
 */
export async function createPlan(
  context: Context,
  { schoolId }: SchoolRow,
  input: PlanInput & {
    name: string;
    templateId?: string | undefined;
    isDefault?: boolean | undefined;
  },
): Promise<PlanView> {
  const { name, templateId, isDefault = false } = input;
  const lessonPlanId = context.newId('pln');
  const template = TEMPLATES.filter(({ id }) => id === templateId).at(-1) ?? null;
  if (templateId !== undefined && !template) throw notFound('This template');
  const mint = minting(context);
  return context.store.transact(context, async () => {
    const content = planContent(template?.content ?? null, input, mint());
    const plan = planNewPlan(
      { schoolId, lessonPlanId, name, isDefault, template, content },
      context.now(),
    );
    const displaced = isDefault ? await planDisplacing(context, schoolId, lessonPlanId) : [];
    return {
      writes: [...plan.writes, ...displaced],
      result: planView(plan.row, { ...content, lessonPlanId, version: 1 }),
    };
  });
}

/**
 * One more version of a plan: the newest with changes. Students stay on the one they began; new ones
 * start on this. Throws `not_found`, `invalid`.
 */
export async function addPlanVersion(
  context: Context,
  { schoolId }: SchoolRow,
  lessonPlanId: string,
  input: PlanInput & { name?: string | undefined; isDefault?: true | undefined },
): Promise<PlanView> {
  const { store } = context;
  const mint = minting(context);
  return store.transact(context, async () => {
    const plan = await readPlan(store, schoolId, lessonPlanId);
    const base = await readPlanVersion(store, schoolId, { lessonPlanId, version: plan.latest });
    const content = planContent(base, input, mint());
    const version = plan.latest + 1;
    const next = {
      ...plan,
      name: input.name ?? plan.name,
      isDefault: plan.isDefault || input.isDefault === true,
      latest: version,
      version: plan.version + 1,
    };
    const displaces = next.isDefault && !plan.isDefault;
    return {
      writes: [
        replace(lessonPlanEntity, next),
        createVersion({ schoolId, lessonPlanId, version, content }, context.now()),
        ...(displaces ? await planDisplacing(context, schoolId, lessonPlanId) : []),
      ],
      result: planView(next, { ...content, lessonPlanId: base.lessonPlanId, version }),
    };
  });
}

/** There is one default: the others are it no longer. */
async function planDisplacing(
  { store }: Context,
  schoolId: string,
  lessonPlanId: string,
): Promise<TransactItem[]> {
  const plans = await readPlans(store, schoolId);
  return plans
    .filter((plan) => plan.isDefault && plan.lessonPlanId !== lessonPlanId)
    .map((plan) =>
      replace(lessonPlanEntity, { ...plan, isDefault: false, version: plan.version + 1 }),
    );
}
