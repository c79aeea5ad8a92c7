import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { StatefulTemplates } from './stateful.ts';

const HARMLESS = [ResourceImpact.WILL_UPDATE, ResourceImpact.WILL_CREATE, ResourceImpact.NO_CHANGE];

/**
 * What CloudFormation would take away or make anew, going from one release to another, in either
 * direction: `Data/Table WILL_REPLACE`. Empty: nothing that holds something is lost.
 */
export function losses(from: StatefulTemplates, to: StatefulTemplates): string[] {
  return Object.entries(from).flatMap(([stack, before]) => {
    const lost: string[] = [];
    const { resources } = fullDiff(before, to[stack] ?? { Resources: {} });
    resources.forEachDifference((id, { changeImpact }) => {
      if (!HARMLESS.includes(changeImpact)) lost.push(`${stack}/${id} ${changeImpact}`);
    });
    return lost;
  });
}
