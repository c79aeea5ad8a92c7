import type { IncomingMessage } from 'node:http';
import { type Answer, type Part, serve } from '../parts/http.ts';
import { signingContent } from './signing.ts';

/** A page that a link in a message opens, and the call of the API that stands behind it. */
type Page = {
  title: string;
  text: string;
  method: 'GET' | 'POST';
  /** `{token}` is the link's */
  path: string;
  button: string;
  fields: { name: string; label: string; type: string }[];
};

const PAGES: Record<string, Page> = {
  '/set-password': {
    title: 'Choose a password',
    text: 'The link of a welcome, invitation or reset mail leads here.',
    method: 'POST',
    path: '/credentials',
    button: 'Set password',
    fields: [{ name: 'password', label: 'Password', type: 'password' }],
  },
  '/confirm': {
    title: 'Confirm the registration',
    text: 'The link in the mail to somebody who already has an account leads here.',
    method: 'POST',
    path: '/confirmations',
    button: 'Confirm',
    fields: [],
  },
};

/** The link at the end of an SMS: its token is part of the path, to save characters. */
const OPT_OUT: Page = {
  title: 'No more SMS',
  text: 'The link at the end of an SMS leads here.',
  method: 'POST',
  path: '/opt-out/{token}',
  button: 'Stop SMS',
  fields: [],
};

/**
 * Stands for the portal, which is another project: plain pages behind the links in messages, each
 * telling the one API call that the real page makes. Calls go through this origin (`/api/...`), so
 * that the stage's CORS rules stay as they deploy.
 */
export function startPortal(port: number, apiOrigin: string): Promise<Part> {
  return serve({ port, what: 'the portal' }, async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://local');
    if (url.pathname.startsWith('/api/')) {
      return callApi(apiOrigin, url.pathname.slice('/api'.length), request, body);
    }
    const signing = /^\/sign\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (signing) return html(layout('Sign a lesson', signingContent(signing)));
    const page = PAGES[url.pathname];
    const optOut = /^\/opt-out\/([\w-]{1,200})$/.exec(url.pathname)?.[1];
    if (optOut) return html(render(OPT_OUT, optOut));
    const token = url.searchParams.get('token') ?? '';
    return html(page ? render(page, token) : index(url.pathname));
  });
}

async function callApi(
  origin: string,
  path: string,
  { method = 'GET', headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const response = await fetch(origin + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(headers.authorization && { authorization: headers.authorization }),
    },
    ...(method !== 'GET' && { body: new Uint8Array(body) }),
  });
  return {
    status: response.status,
    headers: { 'content-type': response.headers.get('content-type') ?? 'text/plain' },
    body: await response.text(),
  };
}

function render(page: Page, token: string): string {
  const fields = page.fields
    .map(
      ({ name, label, type }) =>
        `<p><label>${label} <input name="${name}" type="${type}" required></label></p>`,
    )
    .join('');
  const names = ['token', ...page.fields.map(({ name }) => name)].join(', ');
  return layout(
    page.title,
    `<p>${page.text} The frontend calls <code>${page.method} ${page.path}</code> with
    <code>{ ${names} }</code>; so does this form.</p>
    <form><input name="token" type="hidden" value="${escapeHtml(token)}">${fields}
    <button>${page.button}</button></form><pre id="answer"></pre>
    <script>
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault();
        const body = JSON.stringify(Object.fromEntries(new FormData(event.target)));
        const path = '${page.path}'.replace('{token}', event.target.token.value);
        const response = await fetch('/api' + path, {
          method: '${page.method}', headers: { 'content-type': 'application/json' }, body });
        document.querySelector('#answer').textContent =
          response.status + ' ' + (response.ok ? 'done' : await response.text());
      });
    </script>`,
  );
}

function index(path: string): string {
  return layout(
    'The portal',
    `<p>The portal is another project. <code>${escapeHtml(path)}</code> is where a link in a message
    led; the pages that work here are ${Object.keys(PAGES)
      .map((known) => `<code>${known}?token=</code>`)
      .join(', ')} and
    <code>/sign/{token}</code>.</p>`,
  );
}

function layout(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
    <style>body { font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
    <h1>${title}</h1>${content}</html>`;
}

function html(body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' },
    body,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
