import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../events/catalogue.ts';
import { areas } from '../../functions/routes.ts';
import { describeEvents } from '../../functions/shared/asyncapi/document.ts';

const repository = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, repository), 'utf8'));
const committed = read('functions/shared/asyncapi/asyncapi.json');

it('is the document that today’s catalogue gives: after a change run `npm run asyncapi`', () => {
  const { version } = read('package.json');

  expect(committed).toEqual(JSON.parse(JSON.stringify(describeEvents(CATALOGUE, areas, version))));
});

it('is an AsyncAPI 3 document', () => {
  const { schemas } = createRequire(import.meta.url)('@asyncapi/specs');
  const ajv = formats.default(new Ajv({ strict: false, meta: false, validateSchema: false }));
  const validate = ajv.compile(schemas['3.0.0']);

  validate(committed);

  expect(validate.errors).toBeNull();
});

it('tells every event, and who receives it', () => {
  expect(Object.keys(committed.components.messages)).toEqual(CATALOGUE.map(({ name }) => name));
  expect(committed.operations.planNotifications).toMatchObject({ action: 'receive' });
});
