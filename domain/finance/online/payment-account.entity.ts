import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';

/** `not_connected` is a school without a row. `restricted`: told everything, and still may not be paid. */
export type AccountStatus = 'onboarding' | 'active' | 'restricted' | 'deauthorized';

/** One item is a school's account at the payment provider. */
export const paymentAccountEntity = tableEntity(
  {
    model: { entity: 'payment-account', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      /** absent while the provider is being asked for the first one */
      account: { type: 'string' },
      /** how many accounts the school has been given: a deauthorized one is not used again */
      generation: { type: 'number', required: true },
      status: { type: customType<AccountStatus>(), required: true },
      chargesEnabled: { type: 'boolean', required: true },
      payoutsEnabled: { type: 'boolean', required: true },
      /** seconds since 1970, of the newest event that told about it */
      toldAt: { type: 'number', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.paymentAccount },
  },
  TABLE,
);

export type PaymentAccountRow = EntityItem<typeof paymentAccountEntity>;

/** One item says which school an account is. It stays when the account is given up: money may still come. */
export const accountSchoolEntity = tableEntity(
  {
    model: { entity: 'account-school', version: '1', service: SERVICE },
    attributes: {
      account: { type: 'string', required: true },
      schoolId: { type: 'string', required: true },
    },
    indexes: { byAccount: KEYS.accountSchool },
  },
  TABLE,
);
