import { WEBHOOK_EVENTS } from '../../../domain/integrations/webhook-events.ts';
import { CATALOGUE } from '../../../events/catalogue.ts';

const HEADING = '## Events\n\n';

/**
 * The documentation of webhooks with the list of events as the catalogue has them today. What each
 * says of itself is the comment above its definition, so `sources` are the files of `events/`.
 */
export function withEventList(document: string, sources: string): string {
  const rows = WEBHOOK_EVENTS.map((name) => {
    const definition = CATALOGUE.find((event) => event.name === name);
    const fields = Object.keys(definition?.schema.shape ?? {}).map((field) => `\`${field}\``);
    return `| \`${name}\` | ${commentOf(name, sources)} | ${fields.join(', ') || '–'} |`;
  });
  const [before = ''] = document.split(HEADING);
  return `${before}${HEADING}${['| type | when | `data` |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}

function commentOf(name: string, sources: string): string {
  const definition = `\\/\\*\\*((?:(?!\\*\\/)[^])*)\\*\\/\\s*export const \\w+ = defineEvent\\(\\s*'${name}'`;
  const [, comment] = new RegExp(definition).exec(sources) ?? [];
  if (comment === undefined) throw new Error(`the event ${name} has no comment above it`);
  return comment.replaceAll(/\s*\n \*\s*/g, ' ').trim();
}
