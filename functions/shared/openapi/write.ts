import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { areas } from '../../routes.ts';
import { describeApi } from './document.ts';
import { withEventList } from './event-list.ts';

// Writes `openapi.json`, and the list of events into the documentation of webhooks: `npm run openapi`.
const repository = new URL('../../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
const document = JSON.stringify(describeApi(areas, version), null, 2);
writeFileSync(new URL('openapi.json', import.meta.url), `${document}\n`);

const events = new URL('events/', repository);
const sources = readdirSync(events).map((file) => readFileSync(new URL(file, events), 'utf8'));
const webhooks = new URL('domain/integrations/contracts/webhooks.md', repository);
writeFileSync(webhooks, withEventList(readFileSync(webhooks, 'utf8'), sources.join('\n')));
