/** A target of a rule, as the template writes it. */
export type Target = {
  Id: string;
  Arn: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  DeadLetterConfig?: { Arn?: string };
};

/** What a target is given for an event: the whole event unless the rule says otherwise. JSON text. */
export function inputFor(target: Target, event: unknown): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(at(event, target.InputPath) ?? null);
  if (target.InputTransformer === undefined) return JSON.stringify(event);
  return transform(target.InputTransformer, event);
}

/** `<name>` is the JSON value; within a quoted text, `"student <name>"`, it is the bare text. */
function transform(
  { InputPathsMap: paths = {}, InputTemplate: template }: NonNullable<Target['InputTransformer']>,
  event: unknown,
): string {
  return template.replace(/<([\w.-]+)>/g, (_, name: string, offset: number) => {
    const value =
      name === 'aws.events.event.json' ? event : (at(event, paths[name] ?? '$.') ?? null);
    const quotesBefore = template.slice(0, offset).match(/(?<!\\)"/g)?.length ?? 0;
    const json = JSON.stringify(value);
    if (quotesBefore % 2 === 0) return json;
    return typeof value === 'string' ? json.slice(1, -1) : JSON.stringify(json).slice(1, -1);
  });
}

/** `$.detail.studentId`; no lists, no filters. */
function at(event: unknown, path: string): unknown {
  return path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter((step) => step !== '')
    .reduce<unknown>(
      (value, step) => (value as Record<string, unknown> | undefined)?.[step],
      event,
    );
}
