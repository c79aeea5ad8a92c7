/** The part of JSON Schema that our contracts give. */
export type JsonSchema = {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** A schema as HTML: a phrase, and for an object the list of its fields below it. */
export function renderSchema(schema: JsonSchema): string {
  const { properties, items, anyOf } = schema;
  if (properties) return renderFields(properties, schema.required ?? []);
  if (anyOf) return anyOf.map(renderSchema).join(' or ');
  if (items) return `list${bounds(schema.minItems, schema.maxItems)} of ${renderSchema(items)}`;
  return `${phrase(schema)}${remark(schema)}`;
}

function renderFields(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): string {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const optional = required.includes(name) ? '' : ' <em>optional</em>';
    return `<li>${code(name)}${optional}: ${renderSchema(schema)}</li>`;
  });
  return `object<ul>${fields.join('')}</ul>`;
}

function phrase({ $ref, type, enum: values, const: only, format }: JsonSchema): string {
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  if (values) return values.map((value) => code(JSON.stringify(value))).join(' | ');
  if (only !== undefined) return code(JSON.stringify(only));
  const types = typeof type === 'string' ? [type] : (type ?? ['anything']);
  return escapeHtml([types.join(' or '), format].filter(Boolean).join(', '));
}

/** What narrows it: bounds, a pattern, a default, a sentence. */
function remark(schema: JsonSchema): string {
  const { pattern, default: usual, description } = schema;
  const whole = (limit: number | undefined) =>
    limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;
  return [
    bounds(whole(schema.minimum), whole(schema.maximum)),
    bounds(schema.minLength, schema.maxLength, ' characters'),
    pattern === undefined ? '' : ` ${code(pattern)}`,
    usual === undefined ? '' : `, default ${code(JSON.stringify(usual))}`,
    description === undefined ? '' : `: ${sentence(description)}`,
  ].join('');
}

function bounds(least: number | undefined, most: number | undefined, unit = ''): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` (at least ${least}${unit})`;
  if (least === undefined) return ` (at most ${most}${unit})`;
  return ` (${least} to ${most}${unit})`;
}

/** Text with the two marks our sentences use, `**bold**` and backticks, as HTML. */
export function sentence(text: string): string {
  return escapeHtml(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}

export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
