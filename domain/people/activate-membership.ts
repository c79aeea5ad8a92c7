import type { PendingEvent } from '../../events/define.ts';
import { membershipActivated, membershipDisabled } from '../../events/people.ts';
import { invoiceEntity } from '../finance/invoice.entity.ts';
import { planIssue } from '../finance/issue-invoice.ts';
import { readConfiguration } from '../schools/read-schools.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { replace } from '../store/write.ts';
import { type MembershipRow, membershipEntity } from './membership.entity.ts';

/**
 * Plans the step from pending to active: the membership, and the issue of the draft invoice that was
 * waiting for it, in one transaction. `changes` are other fields that change with it.
 */
export async function planActivation(
  context: Context,
  membership: MembershipRow,
  changes: Partial<MembershipRow> = {},
) {
  const { store } = context;
  const schoolId = membership.schoolId as SchoolId;
  const personId = membership.personId as PersonId;
  const merged = { ...membership, ...changes };
  const next: MembershipRow = {
    ...merged,
    status: 'active',
    ...(merged.student && { student: { ...merged.student, draftInvoiceId: null } }),
    version: membership.version + 1,
  };
  const writes: TransactItem[] = [replace(membershipEntity, next)];
  const events: PendingEvent[] = [
    membershipActivated.of(schoolId, { id: personId, version: next.version }, { personId }),
  ];
  const invoiceId = membership.student?.draftInvoiceId;
  if (invoiceId) {
    const { school, settings } = await readConfiguration(store, schoolId);
    const invoice = await store.get(invoiceEntity, invoiceEntity.get({ schoolId, invoiceId }));
    if (invoice?.status === 'draft') {
      const issue = await planIssue(context, { school, settings, invoice, stored: true });
      writes.push(...issue.writes);
      events.push(...issue.events);
    }
  }
  return { writes, events, membership: next };
}

/** What is told when a membership's status changed, if it did. */
export function statusEvents(before: MembershipRow, after: MembershipRow): PendingEvent[] {
  if (before.status === after.status) return [];
  const personId = after.personId as PersonId;
  const event = after.status === 'disabled' ? membershipDisabled : membershipActivated;
  return [
    event.of(after.schoolId as SchoolId, { id: personId, version: after.version }, { personId }),
  ];
}
