import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import document from '../../functions/shared/openapi/openapi.json' with { type: 'json' };
import { PROBLEMS } from '../../functions/shared/problem-table.ts';
import { type Answer, api } from '../flows/support/api.ts';
import { signedDelivery } from './deliveries.ts';
import type { Schema } from './schema-arbitrary.ts';
import type { Request, Target } from './targets.ts';
import { BUSY_ADDRESS, type World } from './world.ts';

/** Sends it, and says everything about the answer that the document does not allow. */
export async function tryRequest(target: Target, request: Request, world: World) {
  const { caller, address, body, raw, headers, busy } = request;
  const answer = await api(target.method, address, {
    token: world.tokens[caller],
    headers,
    ...(busy && { sourceIp: BUSY_ADDRESS }),
    ...(raw === undefined ? { body } : { raw }),
    ...signedDelivery(target.name, request, world),
  });
  world.learn(answer.body);
  const wrong = complaints(target, request, answer);
  const shown = `${caller}: ${target.method} ${address.slice(0, 200)} ${(raw ?? JSON.stringify(body) ?? '').slice(0, 300)}`;
  return {
    status: answer.status,
    code: String(answer.body?.code ?? ''),
    complaints: wrong.map((text) => `${text}\n    ${shown}\n    ${answer.text.slice(0, 300)}`),
  };
}

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: false }));
const ROOT_ID = 'https://just-driving.example/api';
ajv.addSchema({ $id: ROOT_ID, components: document.components });

function complaints(target: Target, { caller, raw, address }: Request, answer: Answer): string[] {
  const { status, body, headers } = answer;
  const hasToken = !['nobody', 'forged', 'idToken'].includes(caller);
  if (!hasToken && !target.isPublic && status !== 401 && status !== 404) {
    return [`${target.name}: ${status} without a token`];
  }
  // Answers of the gateway itself.
  if (body?.message !== undefined && body.code === undefined) {
    // A path that cannot be decoded reaches no function.
    if (status === 400 && /%(?![0-9a-f]{2})/i.test(address)) return [];
    return [401, 404, 413].includes(status) ? [] : [`${target.name}: the gateway says ${status}`];
  }
  if (status >= 500 && !(status === 503 && headers.get('retry-after'))) {
    return [`${target.name}: ${status}`];
  }
  if (status >= 400) return problemComplaints(target, answer);
  if (raw !== undefined && target.method !== 'GET') return [`${target.name}: took a hostile body`];
  return schemaComplaints(target, answer);
}

function problemComplaints({ name, codes }: Target, { status, body, headers }: Answer): string[] {
  const code = String(body?.code);
  const known = PROBLEMS[code as keyof typeof PROBLEMS];
  if (!headers.get('content-type')?.startsWith('application/problem+json')) {
    return [`${name}: ${status} is no problem document`];
  }
  if (known?.status !== status) return [`${name}: ${code} with status ${status}`];
  return codes.includes(code) ? [] : [`${name}: ${code} is not among its documented codes`];
}

function schemaComplaints({ name, described }: Target, answer: Answer): string[] {
  const { status, body, headers } = answer;
  const response = described.responses[status];
  if (response === undefined) return [`${name}: ${status} is not documented`];
  const [media = ''] = (headers.get('content-type') ?? '').split(';');
  if (response.content !== undefined && !(media in response.content)) {
    return [`${name}: ${status} with ${media}, which is not documented`];
  }
  if (media !== 'application/json') return [];
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return [];
  const validate = ajv.getSchema(`${ROOT_ID}/${name}`) ?? compile(name, schema);
  return validate(body) ? [] : [`${name}: ${status} ${ajv.errorsText(validate.errors)}`];
}

function compile(name: string, schema: Schema) {
  const text = JSON.stringify(schema).replaceAll('"#/components/', `"${ROOT_ID}#/components/`);
  ajv.addSchema({ ...JSON.parse(text), $id: `${ROOT_ID}/${name}` });
  const compiled = ajv.getSchema(`${ROOT_ID}/${name}`);
  if (compiled === undefined) throw new Error(`${name}: its schema does not compile`);
  return compiled;
}
