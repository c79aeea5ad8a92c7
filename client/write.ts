import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

/**
 * `npm run client`: writes the types of `client/api.d.ts` from the API's document, so that a
 * frontend's compiler knows every path, field and answer.
 */
const document = JSON.parse(
  readFileSync(new URL('../functions/shared/openapi/openapi.json', import.meta.url), 'utf8'),
);

const HEADER = '// Written by `npm run client` from openapi.json; do not edit.\n\n';

export async function clientTypes(): Promise<string> {
  return HEADER + astToString(await openapiTS(document, { defaultNonNullable: false }));
}

if (import.meta.main) {
  writeFileSync(new URL('api.d.ts', import.meta.url), await clientTypes());
}
