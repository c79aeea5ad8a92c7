import { schoolChanged, settingsChanged } from '../../events/schools.ts';
import type { SchoolId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import { phoneField } from '../shared/phone-field.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type AddressPatch, changedAddress } from './change-address.ts';
import { readSchool } from './read-schools.ts';
import { schoolEntity } from './school.entity.ts';
import type { Language, School, SchoolStatus } from './school.ts';
import { settingsEntity } from './school-rows.entity.ts';
import { patchSettings, type Settings, settingsWith } from './settings.ts';
import { schoolView } from './views.ts';

export type SchoolPatch = {
  name?: string | undefined;
  timeZone?: string | undefined;
  language?: Language | undefined;
  address?: AddressPatch | undefined;
  contact?: { email?: string | undefined; phone?: string | undefined } | undefined;
  vatNumber?: string | null | undefined;
  status?: SchoolStatus | undefined;
};

/** Changes a school's own data or, for the platform, its status. Throws `stale_version`, `invalid`. */
export async function changeSchool(
  context: Context,
  schoolId: SchoolId,
  patch: SchoolPatch,
  ifMatch?: number,
): Promise<School> {
  return context.store.transact(context, async () => {
    const school = await readSchool(context.store, schoolId);
    requireVersion(school.version, ifMatch);
    const { address, contact = {}, vatNumber, ...plain } = patch;
    const { vatNumber: oldVatNumber, ...kept } = school;
    const nextVatNumber = vatNumber === undefined ? oldVatNumber : (vatNumber ?? undefined);
    const next = {
      ...kept,
      ...defined(plain),
      ...(address !== undefined && { address: changedAddress(school.address, address) }),
      ...(contact.email !== undefined && { contactEmail: contact.email }),
      ...(contact.phone !== undefined && {
        contactPhone: phoneField('/contact/phone', contact.phone, school.country),
      }),
      ...(nextVatNumber !== undefined && { vatNumber: nextVatNumber }),
      version: school.version + 1,
    };
    return {
      writes: [replace(schoolEntity, next)],
      events: [
        schoolChanged.of(
          schoolId,
          { id: schoolId, version: next.version },
          { status: next.status },
        ),
      ],
      result: schoolView(next),
    };
  });
}

/** Changes settings by merge patch. Throws `stale_version`, and `invalid` naming every bad field. */
export async function changeSettings(
  context: Context,
  schoolId: SchoolId,
  patch: Record<string, unknown>,
  ifMatch?: number,
): Promise<Settings & { version: number }> {
  return context.store.transact(context, async () => {
    const { currency } = await readSchool(context.store, schoolId);
    const row = await context.store.get(settingsEntity, settingsEntity.get({ schoolId }));
    const version = row?.version ?? 0;
    requireVersion(version, ifMatch);
    const changes = patchSettings(row?.changes ?? {}, patch, currency);
    const next = { schoolId, changes, version: version + 1 };
    return {
      writes: [replace(settingsEntity, next)],
      events: [settingsChanged.of(schoolId, { id: schoolId, version: next.version }, {})],
      result: { ...settingsWith(changes, currency), version: next.version },
    };
  });
}
