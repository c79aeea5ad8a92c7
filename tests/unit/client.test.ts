import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clientTypes } from '../../client/write.ts';

it('the client’s types are those of today’s document: after a change run `npm run client`', async () => {
  const committed = readFileSync(new URL('../../client/api.d.ts', import.meta.url), 'utf8');

  expect(committed === (await clientTypes())).toBe(true);
});
