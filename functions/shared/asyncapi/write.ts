import { readFileSync, writeFileSync } from 'node:fs';
import { CATALOGUE } from '../../../events/catalogue.ts';
import { areas } from '../../routes.ts';
import { describeEvents } from './document.ts';

/** `npm run asyncapi`: writes the document of all events beside this file. */
const repository = new URL('../../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
const document = describeEvents(CATALOGUE, areas, version);
writeFileSync(new URL('asyncapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
