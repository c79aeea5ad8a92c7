import { code, escapeHtml, type JsonSchema, renderSchema, sentence } from './page-schema.ts';
import { STYLE } from './page-style.ts';

type Content = Readonly<Record<string, { schema?: JsonSchema; example?: unknown }>>;
type Parameter = {
  in: string;
  name: string;
  required?: boolean;
  schema?: JsonSchema;
};
type Response = { description?: string; content?: Content };
type Operation = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters?: readonly Parameter[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, Response>>;
};

/** As much of our own OpenAPI document as the page shows. */
export type ApiDocument = {
  info: { title: string; version: string; description: string };
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> };
};

type Route = Operation & { method: string; path: string };

/** The whole API on one page of HTML: no script, no font, no file from anywhere else. */
export function renderPage(document: ApiDocument): string {
  const { info, tags, components } = document;
  const routes = routesOf(document);
  const tagged = (name: string) => routes.filter((route) => route.tags.includes(name));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Operations">
<p class="title"><a href="#top">${escapeHtml(info.title)} API</a></p>
${tags.map(({ name }) => renderMenu(name, tagged(name))).join('\n')}
<h2><a href="#schemas">schemas</a></h2>
</nav>
<main id="top">
<h1>${escapeHtml(info.title)} API <small>${escapeHtml(info.version)}</small></h1>
${paragraphs(info.description)}
<p>For programs: <a href="openapi.json">openapi.json</a></p>
${tags.map((tag) => renderTag(tag, tagged(tag.name))).join('\n')}
<h2 id="schemas">schemas</h2>
${Object.entries(components.schemas).map(renderNamed).join('\n')}
</main>
</body>
</html>
`;
}

function routesOf({ paths }: ApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...(operation as Operation),
      method: method.toUpperCase(),
      path,
    })),
  );
}

function renderMenu(name: string, routes: readonly Route[]): string {
  const items = routes.map(
    ({ operationId, method, path }) =>
      `<li><a href="#${escapeHtml(operationId)}">${badge(method)} ${escapeHtml(path)}</a></li>`,
  );
  return `<h2>${escapeHtml(name)}</h2>\n<ul>${items.join('')}</ul>`;
}

function renderTag(
  { name, description }: ApiDocument['tags'][number],
  routes: readonly Route[],
): string {
  return `<h2>${escapeHtml(name)}</h2>\n<p>${sentence(description)}</p>\n${routes.map(renderRoute).join('\n')}`;
}

function renderRoute(route: Route): string {
  const { operationId, method, path, summary, description, parameters = [], requestBody } = route;
  return `<section id="${escapeHtml(operationId)}">
<h3>${badge(method)} ${code(path)}</h3>
<p>${sentence(summary)}</p>
${paragraphs(description)}
${parameters.length === 0 ? '' : `<h4>Parameters</h4><ul>${parameters.map(renderParameter).join('')}</ul>`}
${requestBody ? `<h4>Body</h4>${renderContent(requestBody.content)}` : ''}
<h4>Answers</h4>
${Object.entries(route.responses).map(renderResponse).join('\n')}
</section>`;
}

function renderParameter({ in: place, name, required, schema }: Parameter): string {
  const must = required ? ' <em>required</em>' : '';
  return `<li>${code(name)} in ${escapeHtml(place)}${must}: ${renderSchema(schema ?? {})}</li>`;
}

function renderResponse([status, { description = '', content }]: [string, Response]): string {
  const good = Number(status) < 400;
  const shape = good && content ? renderContent(content) : '';
  return `<details${good ? ' open' : ''}><summary>${escapeHtml(status)}</summary>${paragraphs(description)}${shape}</details>`;
}

function renderContent(content: Content): string {
  return Object.entries(content)
    .map(
      ([type, { schema, example }]) =>
        `<p class="type">${escapeHtml(type)}</p>${schema ? renderSchema(schema) : ''}${renderExample(example)}`,
    )
    .join('');
}

function renderNamed([name, schema]: [string, JsonSchema & { examples?: readonly unknown[] }]) {
  const id = escapeHtml(`schema-${name}`);
  const example = renderExample(schema.examples?.[0]);
  return `<section id="${id}"><h3>${escapeHtml(name)}</h3>${renderSchema(schema)}${example}</section>`;
}

function renderExample(example: unknown): string {
  if (example === undefined) return '';
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return `<details><summary>Example</summary><pre>${escapeHtml(text)}</pre></details>`;
}

function badge(method: string): string {
  return `<b class="${escapeHtml(method.toLowerCase())}">${escapeHtml(method)}</b>`;
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${sentence(paragraph)}</p>`)
    .join('\n');
}
