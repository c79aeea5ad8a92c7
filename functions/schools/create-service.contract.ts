import * as z from 'zod';
import { SERVICE_KINDS } from '../../domain/schools/service.ts';
import { defineOperation } from '../shared/operation.ts';
import { serviceResource } from '../shared/resources.ts';
import { line, money, name, schoolParams, vatRate } from '../shared/schemas.ts';

export const createServiceRoute = defineOperation({
  name: 'create-service',
  method: 'POST',
  path: '/schools/{schoolId}/services',
  summary: 'Adds a line to the price list.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    name,
    kind: z.enum(SERVICE_KINDS),
    price: money,
    vatRate: vatRate.optional(),
    vatExemption: line(40).nullable().optional(),
  }),
  response: { status: 201, body: serviceResource },
  needs: { table: 'write' },
});
