import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Platform } from './platform.ts';

export const QUARANTINE_REASONS = [
  'unknown_school',
  'school_closed',
  'not_opted_in',
  'unknown_student',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/**
 * One item is one delivery of a platform, by the hash of its `X-Delivery-Id`: what makes a second
 * copy change nothing. What we cannot place is quarantined with its body, so that it can be worked
 * when its school or student is there: the platform sends it again, or an operator releases it, or
 * gives it up (`dropped`).
 */
export const platformDeliveryEntity = tableEntity(
  {
    model: { entity: 'platform-delivery', version: '1', service: SERVICE },
    attributes: {
      platform: { type: CustomAttributeType<Platform>('string'), required: true },
      deliveryHash: { type: 'string', required: true },
      status: { type: ['accepted', 'quarantined', 'dropped'] as const, required: true },
      reason: { type: CustomAttributeType<QuarantineReason>('string') },
      /** what was sent, while it is quarantined */
      body: { type: CustomAttributeType<Record<string, unknown>>('any') },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: {
      byDelivery: KEYS.platformDelivery,
      quarantined: {
        index: 'bySchoolAndTime',
        ...KEYS.quarantine,
        condition: ({ status }) => status === 'quarantined',
      },
    },
  },
  TABLE,
);

export type PlatformDeliveryRow = EntityItem<typeof platformDeliveryEntity>;
