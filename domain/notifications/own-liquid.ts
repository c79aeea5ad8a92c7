import { Liquid, type LiquidError, type Template } from 'liquidjs';
import { RENDERING } from './render.ts';

/**
 * Liquid for texts that schools write: the part of the language that fills in, chooses and repeats.
 * Nothing that reads other files, keeps state between messages, or puts out a value unescaped.
 */
const TAGS = new Set([
  'if',
  'unless',
  'case',
  'for',
  'assign',
  'comment',
  'raw',
  'break',
  'continue',
]);
const FILTERS = new Set(
  `append at_least at_most capitalize ceil compact concat date default divided_by downcase escape
   escape_once first floor join last lstrip map minus modulo plus prepend remove remove_first replace
   replace_first reverse round rstrip size slice sort split squish strip strip_newlines times truncate
   truncatewords uniq upcase url_encode`.split(/\s+/),
);

const html = restricted(new Liquid({ ...RENDERING, outputEscape: 'escape' }));
const plain = restricted(new Liquid(RENDERING));

function restricted(engine: Liquid): Liquid {
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) {
    if (!FILTERS.has(name)) delete engine.filters[name];
  }
  return engine;
}

/** What is wrong with a text and where, for whoever writes it. Lines and columns count from 1. */
export type Flaw = { code: 'template_syntax' | 'unknown_variable'; message: string } & Place;
export type Place = { line: number; column: number };

/** The first flaw of a text over these variables, or null when it can be used. */
export function flawOf(text: string, variables: readonly string[]): Flaw | null {
  let parsed: Template[];
  try {
    parsed = plain.parse(text);
  } catch (error) {
    return flaw('template_syntax', readable(error as LiquidError));
  }
  const used = Object.entries(plain.analyzeSync(parsed).globals);
  for (const [name, [first]] of used) {
    if (variables.includes(name)) continue;
    const { row = 1, col = 1 } = first?.location ?? {};
    const message = `${name} is not known here; there are ${variables.join(', ')}.`;
    return flaw('unknown_variable', { message, line: row, column: col });
  }
  return null;
}

function flaw(code: Flaw['code'], found: Omit<Flaw, 'code'>): Flaw {
  return { code, ...found };
}

/** The names of the data that a text uses. Throws when it cannot be parsed. */
export function variablesIn(text: string): string[] {
  return plain.globalVariablesSync(plain.parse(text)).map(String);
}

/** Throws when the text cannot be parsed, wants what is not there, or takes too long. */
export function renderOwnHtml(text: string, data: object): string {
  return html.parseAndRenderSync(text, data);
}

export function renderOwnText(text: string, data: object): string {
  return plain.parseAndRenderSync(text, data);
}

/** The library ends its sentence with the place, which is told beside it. */
function readable(error: LiquidError): { message: string } & Place {
  const [line = 1, column = 1] = error.token?.getPosition?.() ?? [];
  const message = error.message.replace(/, (file:[^,]*, )?line:\d+, col:\d+$/, '').trim();
  return { message: message.slice(0, 300), line, column };
}
