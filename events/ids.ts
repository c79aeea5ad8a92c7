import * as z from 'zod';
import { type Id, type IdPrefix, idPattern } from '../domain/shared/ids.ts';

/** Schema of one kind of id. */
export function id<P extends IdPrefix>(prefix: P) {
  return z
    .string()
    .regex(idPattern(prefix), `must be an id that begins with ${prefix}_`) as unknown as z.ZodType<
    Id<P>,
    string
  >;
}
