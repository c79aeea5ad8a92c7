import * as z from 'zod';
import { defineEvent } from './define.ts';

/** A school joined the platform. */
export const schoolCreated = defineEvent('SchoolCreated', 1, z.object({}));

/** Name, address, contact or status of a school changed. */
export const schoolChanged = defineEvent(
  'SchoolChanged',
  1,
  z.object({ status: z.enum(['active', 'suspended', 'archived']) }),
);
