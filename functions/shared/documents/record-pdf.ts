import { type Block, openSheet, QUIET, type Sheet } from './pdf.ts';
import type { EntryView, LessonView, ModuleView, RecordView } from './record-view.ts';

const SMALL = { size: 7, color: QUIET };

/**
 * A record as PDF. Import this dynamically: it brings pdfkit and the fonts, which only this format
 * needs.
 */
export function recordPdf(view: RecordView, author: string, createdAt: Date): Promise<Buffer> {
  const sheet = openSheet({
    title: `${view.title}: ${view.subtitle}`,
    author,
    language: view.language,
    createdAt,
    footer: view.footer,
  });
  const { text, facts, put, rule, space } = sheet;
  put(text(view.title, { size: 20, bold: true }));
  put(text(view.subtitle, { size: 11, color: QUIET }));
  put(space(8));
  put(facts(view.facts));
  put(space(6));
  put(text(view.verdict.text, { bold: true, color: view.verdict.valid ? '#1f7a45' : '#b71c1c' }));
  if (view.nothing) put(text(view.nothing));
  for (const lesson of view.lessons) putLesson(sheet, lesson);
  if (view.warnings) {
    put(heading(sheet, view.warnings.title));
    for (const line of view.warnings.lines) put(facts([line], 8));
  }
  put(heading(sheet, view.log.title));
  for (const line of view.log.lines) put(facts([line], 7));
  put(rule());
  put(text(view.howToCheck, SMALL));
  return sheet.finish();
}

function heading({ text, stack, rule, space }: Sheet, title: string): Block {
  return stack([space(8), text(title, { size: 12, bold: true }), rule(2)], 0);
}

/** A lesson's heading never stands alone at the foot of a page: it goes with its first module. */
function putLesson(sheet: Sheet, { title, facts, modules }: LessonView): void {
  const [first, ...rest] = modules.map((module) => moduleBlock(sheet, module));
  const top = [heading(sheet, title), sheet.facts(facts)];
  sheet.put(sheet.stack(first ? [...top, first] : top));
  for (const block of rest) sheet.put(block);
}

function moduleBlock(sheet: Sheet, { title, state, entries }: ModuleView): Block {
  const { text, stack, row, space } = sheet;
  const blocks = entries.map((entry) => ({ entry, block: entryBlock(sheet, entry) }));
  const signatures = blocks.filter(({ entry }) => entry.signature);
  const others = blocks.filter(({ entry }) => !entry.signature);
  const cells = [0, 1].map((i) => ({ share: 1, block: signatures[i]?.block ?? space(0) }));
  return stack([
    space(3),
    row([
      { share: 3, block: text(title, { bold: true }) },
      { share: 2, block: text(state, { color: QUIET, align: 'right' }) },
    ]),
    row(cells),
    ...signatures.slice(2).map(({ block }) => block),
    ...others.map(({ block }) => stack([space(3), block])),
  ]);
}

function entryBlock({ text, stack, drawing: drawn }: Sheet, entry: EntryView): Block {
  const { what, name, when, drawing, changes, mark } = entry;
  return stack(
    [
      text(what, { size: 8, color: QUIET }),
      text(name),
      ...(drawing ? [drawn(drawing, 36)] : []),
      text(`${when[0]}  (${when[1]})`, { size: 8 }),
      ...changes.map((change) => text(change)),
      ...(entry.text ? [text(entry.text)] : []),
      text(`${mark[0]}  ${mark[1]}`, { size: 6, color: QUIET }),
    ],
    1,
  );
}
