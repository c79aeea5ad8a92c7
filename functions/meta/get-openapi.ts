import { ok } from '../shared/answer.ts';
import document from '../shared/openapi/openapi.json' with { type: 'json' };
import { staticHandler } from '../shared/static-handler.ts';

const body = JSON.stringify(document);

export const handler = staticHandler(() => ok(body));
