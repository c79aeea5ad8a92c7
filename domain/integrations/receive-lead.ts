import { planLead } from '../people/plan-lead.ts';
import { findSchool, readSettings } from '../schools/read-schools.ts';
import type { SchoolId } from '../shared/ids.ts';
import { phoneField } from '../shared/phone-field.ts';
import type { Context } from '../store/context.ts';
import { deliveryHashOf, type Placement, type Taken, takeDelivery } from './take-delivery.ts';

/** A lead as findkoreskole.dk sends it; `schoolRef` is the school's id here, or its slug. */
export type LeadInput = {
  schoolRef: string;
  name: string;
  email: string;
  phone: string;
  message?: string | undefined;
};

/**
 * A visitor of findkoreskole.dk wants to learn at a school: stored as a registration, which the same
 * consumer carries out as those of the school's own form, so that who is known there already is no
 * second student. What cannot be placed (school unknown, closed, or not opted in) is quarantined.
 * Throws `invalid` for a phone that is none in the school's country.
 */
export function receiveLead(context: Context, deliveryId: string, lead: LeadInput): Promise<Taken> {
  const delivery = {
    ...{ platform: 'findkoreskole' as const, body: { ...lead } },
    deliveryHash: deliveryHashOf(deliveryId),
  };
  return takeDelivery(context, delivery, () => placeLead(context, lead));
}

/** Plans the registration that a lead becomes, or says why it belongs nowhere. */
export async function placeLead(context: Context, lead: LeadInput): Promise<Placement> {
  const { store } = context;
  const school = await findSchool(store, lead.schoolRef);
  if (!school) return { quarantine: 'unknown_school' };
  if (school.status !== 'active') return { quarantine: 'school_closed' };
  const { settings } = await readSettings(store, school.schoolId);
  if (!settings.integrations.findkoreskole) return { quarantine: 'not_opted_in' };
  const { name, email, message } = lead;
  return planLead(context, {
    ...{ registrationId: context.newId('reg'), name, email, message },
    schoolId: school.schoolId as SchoolId,
    phone: phoneField('/phone', lead.phone, school.country),
    language: school.language,
    source: 'findkoreskole',
  });
}
