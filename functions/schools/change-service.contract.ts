import * as z from 'zod';
import { SERVICE_KINDS } from '../../domain/schools/service.ts';
import { defineOperation } from '../shared/operation.ts';
import { serviceResource } from '../shared/resources.ts';
import { idOf, line, money, name, vatRate } from '../shared/schemas.ts';

export const changeServiceRoute = defineOperation({
  name: 'change-service',
  method: 'PATCH',
  path: '/schools/{schoolId}/services/{serviceId}',
  summary: 'Changes a line of the price list; `active: false` takes it off sale.',
  who: { school_admin: 'school' },
  params: z.object({ schoolId: idOf('sch'), serviceId: idOf('svc') }),
  body: z.strictObject({
    name: name.optional(),
    kind: z.enum(SERVICE_KINDS).optional(),
    price: money.partial().optional(),
    vatRate: vatRate.optional(),
    vatExemption: line(40).nullable().optional(),
    active: z.boolean().optional(),
  }),
  response: { status: 200, body: serviceResource },
  errors: ['stale_version'],
  needs: { table: 'write' },
});
