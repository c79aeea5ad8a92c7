import { DOCUMENT_POLICY } from '../shared/documents/policy.ts';
import document from '../shared/openapi/openapi.json' with { type: 'json' };
import { type ApiDocument, renderPage } from '../shared/openapi/page.ts';
import { staticHandler } from '../shared/static-handler.ts';

const body = renderPage(document as ApiDocument);

/** One file without script or outside host; the policy says so to the browser, too. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': DOCUMENT_POLICY,
};

export const handler = staticHandler(() => ({ status: 200, body, headers }));
