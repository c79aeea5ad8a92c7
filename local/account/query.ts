import { randomUUID } from 'node:crypto';
import type { Answer } from '../parts/http.ts';
import { Refusal } from './refusal.ts';
import { toXml, type XmlFields } from './xml.ts';

/** The parameters of a call by the query protocol, which CloudFormation and STS speak. */
export class QueryInput {
  readonly #form: URLSearchParams;

  constructor(form: URLSearchParams) {
    this.#form = form;
  }

  get(name: string): string | undefined {
    return this.#form.get(name) ?? undefined;
  }

  /** As `get`; a call without it is refused. */
  need(name: string): string {
    const value = this.get(name);
    if (value === undefined || value === '') {
      throw new Refusal('ValidationError', `1 validation error detected: ${name} must not be null`);
    }
    return value;
  }

  flag(name: string): boolean {
    return this.get(name) === 'true';
  }

  /** `Capabilities.member.1`, `.2`, ... */
  strings(name: string): string[] {
    return this.#numbered(name).map((at) => this.#form.get(`${name}.member.${at}`) ?? '');
  }

  /** `Tags.member.1.Key`, `Tags.member.1.Value`, ... as one object each. */
  records(name: string): Record<string, string>[] {
    return this.#numbered(name).map((at) => {
      const prefix = `${name}.member.${at}.`;
      const own = [...this.#form].filter(([key]) => key.startsWith(prefix));
      return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
    });
  }

  #numbered(name: string): number[] {
    const found = new Set<number>();
    for (const key of this.#form.keys()) {
      if (!key.startsWith(`${name}.member.`)) continue;
      found.add(Number(key.slice(name.length + '.member.'.length).split('.')[0]));
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** Null for an action that answers with nothing but its name. */
export type QueryAction = (input: QueryInput) => XmlFields | Promise<XmlFields>;

export type QueryService = { namespace: string; actions: Readonly<Record<string, QueryAction>> };

/** Answers one call of a query-protocol service. What it does not know it says by name. */
export async function answerQuery(service: QueryService, body: Buffer): Promise<Answer> {
  const form = new URLSearchParams(body.toString('utf8'));
  const name = form.get('Action') ?? '';
  const requestId = randomUUID();
  try {
    const action = service.actions[name];
    if (action === undefined) {
      throw new Refusal('InvalidAction', `The action ${name} is not answered by this endpoint`);
    }
    const result = toXml(await action(new QueryInput(form)));
    const inner = `<${name}Result>${result}</${name}Result>${toXml({ ResponseMetadata: { RequestId: requestId } })}`;
    return xml(200, `<${name}Response xmlns="${service.namespace}">${inner}</${name}Response>`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code: Code, message: Message, status } = error;
    const fault = toXml({ Error: { Type: 'Sender', Code, Message }, RequestId: requestId });
    return xml(status, `<ErrorResponse xmlns="${service.namespace}">${fault}</ErrorResponse>`);
  }
}

function xml(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
