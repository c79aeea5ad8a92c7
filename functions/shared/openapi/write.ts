import { readFileSync, writeFileSync } from 'node:fs';
import { areas } from '../../routes.ts';
import { describeApi } from './document.ts';

/** `npm run openapi`: writes the document that `GET /openapi.json` serves. */
const repository = new URL('../../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
const document = describeApi(areas, version);
writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
