import * as z from 'zod';

const built = new Map<string, z.ZodType>();

/** The one schema of a name: what the OpenAPI document calls it, wherever it occurs. */
export function named<S extends z.ZodType>(id: string, build: () => S): S {
  const known = built.get(id) as S | undefined;
  if (known) return known;
  const schema = build().meta({ id });
  built.set(id, schema);
  return schema;
}

export const instant = () => z.iso.datetime();
export const money = () =>
  named('Money', () => z.object({ amount: z.int(), currency: z.string() }));
export const address = () =>
  named('Address', () =>
    z.union([
      z.string(),
      z.object({
        street: z.string(),
        postalCode: z.string(),
        city: z.string(),
        country: z.string().optional(),
      }),
    ]),
  );
