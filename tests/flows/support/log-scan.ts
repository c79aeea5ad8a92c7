import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What must not be in a log, and where it was found. Never the whole line: it would spread what leaked. */
export type Leak = { what: string; file: string; line: number };

/** What gives itself away by its form, whoever it belongs to. */
const FORMS: Record<string, RegExp> = {
  'e-mail address': /[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i,
  'phone number': /(?:\+|%2B)\d{8,15}\b/,
  'JSON web token': /\beyJ[\w-]{8,}\.[\w-]{8,}/,
  'link with a token': /[?&]token=[\w%.-]{8,}/,
};

/**
 * Looks for personal data and secrets in every log file of a folder: by their form, and word for
 * word for the values given, each under the name it is told by. A value is sought raw and as base64.
 * `read` has how many lines of each file were looked at before: they are passed over, and it is brought
 * up to date.
 */
export function scanLogs(
  folder: string,
  values: Readonly<Record<string, readonly string[]>> = {},
  read: Map<string, number> = new Map(),
): { leaks: Leak[]; lines: number } {
  const sought = Object.entries(values).flatMap(([what, list]) =>
    [...new Set(list)].flatMap((value) =>
      [value, Buffer.from(value).toString('base64').replace(/=+$/, '')].map(
        (text) => [what, text] as const,
      ),
    ),
  );
  const leaks: Leak[] = [];
  let lines = 0;
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.log'))
    : [];
  for (const file of files) {
    const whole = readFileSync(join(folder, file), 'utf8').split('\n');
    const before = read.get(file) ?? 0;
    const fresh = whole.slice(before);
    read.set(file, whole.length - 1); // the last one is not ended yet
    const text = fresh.join('\n');
    // Few files have anything: their lines are looked at one by one then.
    const found = sought.filter(([, value]) => text.includes(value));
    for (const [at, line] of fresh.entries()) {
      if (line === '') continue;
      lines += 1;
      const whats = [
        ...Object.entries(FORMS).flatMap(([what, form]) => (form.test(line) ? [what] : [])),
        ...found.flatMap(([what, value]) => (line.includes(value) ? [what] : [])),
      ];
      for (const what of new Set(whats)) leaks.push({ what, file, line: before + at + 1 });
    }
  }
  return { leaks, lines };
}
