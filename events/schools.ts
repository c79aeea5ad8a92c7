import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** A school joined the platform. */
export const schoolCreated = defineEvent('SchoolCreated', 1, z.object({}));

/** Name, address, contact or status of a school changed. */
export const schoolChanged = defineEvent(
  'SchoolChanged',
  1,
  z.object({ status: z.enum(['active', 'suspended', 'archived']) }),
);

/** A school changed its settings. The subject's version is that of the settings. */
export const settingsChanged = defineEvent('SettingsChanged', 1, z.object({}));

/** A line of the price list is new or changed. */
export const serviceChanged = defineEvent('ServiceChanged', 1, z.object({ serviceId: id('svc') }));
