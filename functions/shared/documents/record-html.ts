import type { Drawing } from './drawing.ts';
import { type Html, html, htmlPage } from './html.ts';
import type { EntryView, LessonView, Line, ModuleView, RecordView } from './record-view.ts';

const STYLE = `
@page { size: A4; margin: 16mm; }
body { max-width: 800px; margin: 32px auto; padding: 0 16px; color: #1d2330; background: #fff; font: 14px/1.45 'Noto Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
h1 { margin: 0; font-size: 26px; }
h2 { margin: 28px 0 6px; font-size: 18px; border-bottom: 1px solid #c9ced6; }
h3 { margin: 14px 0 6px; font-size: 15px; }
dl { display: grid; grid-template-columns: 150px 1fr; gap: 2px 12px; margin: 8px 0; }
dt, .quiet { color: #5b6472; }
dd { margin: 0; overflow-wrap: anywhere; }
.verdict { margin: 14px 0; padding: 8px 12px; border-left: 4px solid; background: #eef7f0; border-color: #1f8a4c; }
.verdict.broken { background: #fdecec; border-color: #c62828; font-weight: 600; }
.lesson, .entry { break-inside: avoid; }
.state { font-weight: 400; color: #5b6472; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
.entry { padding: 8px 0; }
.entry svg { display: block; width: 200px; height: 80px; overflow: visible; fill: none; stroke: #1d2330; stroke-linecap: round; stroke-linejoin: round; }
.entry path { stroke-width: 1.6px; vector-effect: non-scaling-stroke; }
.hash { font: 11px/1.4 ui-monospace, Menlo, Consolas, monospace; color: #5b6472; overflow-wrap: anywhere; }
.text { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** A record as one page that needs nothing else: style and drawings are inside it. */
export function recordHtml(view: RecordView): string {
  const verdict = view.verdict.valid ? 'verdict' : 'verdict broken';
  const body = html`<h1>${view.title}</h1>
<p class="quiet">${view.subtitle}</p>
${list(view.facts)}
<p class="${verdict}">${view.verdict.text}</p>
${view.nothing && html`<p>${view.nothing}</p>`}
${view.lessons.map(lesson)}
${view.warnings && html`<h2>${view.warnings.title}</h2>${list(view.warnings.lines)}`}
<h2>${view.log.title}</h2>
<dl>${view.log.lines.map(([name, hash]) => html`<dt>${name}</dt><dd class="hash">${hash}</dd>`)}</dl>
<p class="quiet">${view.howToCheck}</p>`;
  const title = `${view.title}: ${view.subtitle}`;
  return htmlPage({ language: view.language, title, style: STYLE, body });
}

function lesson({ title, facts, modules }: LessonView): Html {
  return html`<section class="lesson"><h2>${title}</h2>${list(facts)}${modules.map(module)}</section>
`;
}

function module({ title, state, entries }: ModuleView): Html {
  const signatures = entries.filter(({ signature }) => signature);
  const others = entries.filter(({ signature }) => !signature);
  return html`<h3>${title} <span class="state">${state}</span></h3>
<div class="signatures">${signatures.map(entry)}</div>${others.map(entry)}`;
}

function entry({ what, name, when, drawing, text, changes, mark }: EntryView): Html {
  return html`<div class="entry"><div class="quiet">${what}</div><strong>${name}</strong>
${drawing && svg(drawing)}<div>${when[0]} <span class="quiet">${when[1]}</span></div>
${changes.map((change) => html`<div>${change}</div>`)}${text && html`<p class="text">${text}</p>`}
<div class="hash">${mark[0]} ${mark[1]}</div></div>
`;
}

function svg({ strokes, width, height }: Drawing): Html {
  const paths = strokes.map((points) => {
    const moves = points.map(([x, y]) => `${x} ${y}`);
    // a dot is a line that ends where it began
    const line = moves.length === 1 ? [...moves, ...moves] : moves;
    return html`<path d="M ${line.join(' L ')}"/>`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}">${paths}</svg>
`;
}

function list(lines: readonly Line[]): Html {
  return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
