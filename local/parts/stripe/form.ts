/** A form's values as Stripe reads them: text, lists and objects of them. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type Form = { [name: string]: FormValue };

/**
 * Reads `line_items[0][price_data][currency]=dkk` into nested lists and objects, the way Stripe's
 * API takes its parameters, in a body or in a query.
 */
export function readForm(text: string): Form {
  const root: Form = Object.create(null) as Form;
  for (const [name, value] of new URLSearchParams(text)) {
    const parts = name.split(/[[\]]+/).filter((part, index) => index === 0 || part !== '');
    let place = root;
    for (const part of parts.slice(0, -1)) {
      const next = place[part];
      place[part] = typeof next === 'object' ? next : (Object.create(null) as Form);
      place = place[part] as Form;
    }
    const last = parts.at(-1) ?? '';
    // `expand[]=data` names no place of its own.
    const at = name.endsWith('[]') ? String(Object.keys(place[last] ?? {}).length) : last;
    if (name.endsWith('[]')) {
      place[last] ??= Object.create(null) as Form;
      (place[last] as Form)[at] = value;
    } else place[at] = value;
  }
  return listed(root) as Form;
}

/** Objects whose names are 0, 1, 2 ... are lists. */
function listed(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  const inner = names.map((name) => listed(value[name] as FormValue));
  if (names.length > 0 && names.every((name, index) => name === String(index))) return inner;
  return Object.fromEntries(names.map((name, index) => [name, inner[index] as FormValue]));
}

/** The names of every value in a form, list places left out: `line_items.price_data.currency`. */
export function namesIn(value: FormValue, before = ''): string[] {
  if (typeof value === 'string') return [before];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, before));
  return Object.entries(value).flatMap(([name, one]) =>
    namesIn(one, before === '' ? name : `${before}.${name}`),
  );
}
