import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import canonicalize from 'canonicalize';
import type * as z from 'zod';
import type { SchoolRow } from '../../domain/schools/school.entity.ts';
import { invalidField, notFound } from '../../domain/shared/errors.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import type { Context, IdempotencyScope } from '../../domain/store/context.ts';
import { AnsweredBefore, findReplay, rememberAnswer } from '../../domain/store/idempotency.ts';
import { type Answer, toHttp } from './answer.ts';
import { answered } from './answered.ts';
import { admit, type Caller } from './caller.ts';
import { readBody, readIfMatch, readParams, readQuery } from './input.ts';
import type { Operation } from './operation.ts';
import { answerProblems } from './problem.ts';
import { createContext } from './runtime.ts';

/** A request that has been admitted and validated: everything a handler needs. */
export type ApiRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  caller: Caller;
  /** the school of the path; a handler whose path has none must not ask */
  school: SchoolRow;
  context: Context;
  /** the version that `If-Match` insists on */
  ifMatch: number | undefined;
};

/**
 * The stack of every operation behind a token: path, caller, body, in this order, so that what one
 * may not see is never told apart by the shape of a body. The handler itself only translates.
 */
export function apiHandler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, B>,
  run: (request: ApiRequest<P, Q, B>) => Promise<Answer>,
) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerProblems())
    .handler(async (incoming) => {
      const event = incoming as APIGatewayProxyEventV2WithJWTAuthorizer;
      const params = readParams(operation.params, event);
      const { schoolId, studentId } = (params ?? {}) as { schoolId?: SchoolId; studentId?: string };
      const base = await createContext({ kind: 'visitor' }, event.requestContext.requestId);
      const { caller, school, closed } = await admit(
        base.store,
        operation as unknown as Operation,
        event,
        schoolId,
      );
      if (closed && event.headers['idempotency-key'] === undefined) throw closed;
      // "Self" is judged here for every operation alike: another student's id is not found.
      if (
        caller.scope.kind === 'self' &&
        studentId !== undefined &&
        studentId !== caller.personId
      ) {
        throw notFound('This student');
      }
      const query = readQuery(operation.query, event);
      const body = readBody(operation.body, event);
      const idempotency =
        operation.method === 'POST' ? idempotencyScope(event, caller, body) : undefined;
      const context: Context = {
        ...base,
        actor: { kind: 'person', personId: caller.personId },
        ...(idempotency && { idempotency }),
      };
      const replaces = operation.method === 'PATCH' || operation.method === 'PUT';
      const ifMatch = replaces ? readIfMatch(event) : undefined;
      const admitted = { caller, school: school as SchoolRow, context };
      const request = { params, query, body, ifMatch, ...admitted };
      return toHttp(await answerOnce(context, closed, () => run(request)));
    });
  return answered(handler);
}

/** A row holds 400 KB in UTF-8. Only previews of templates are as large, and they come out the same again. */
const LARGEST_REMEMBERED = 100_000;

/**
 * The answer of a request, which with a key is the first one. A retry is not refused for what became
 * of the school after its first success.
 */
async function answerOnce(
  context: Context,
  closed: Error | null,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { store, idempotency } = context;
  try {
    if (closed && !(idempotency && (await findReplay(store, idempotency, context.now())))) {
      throw closed;
    }
    const answer = await run();
    if (idempotency && !answer.passing) {
      const text = JSON.stringify(answer);
      if (text.length <= LARGEST_REMEMBERED) await rememberAnswer(context, JSON.parse(text));
    }
    return answer;
  } catch (error) {
    if (error instanceof AnsweredBefore) return error.answer as Answer;
    throw error;
  }
}

/** Whose request it is, under which key, and what exactly was asked. */
function idempotencyScope(
  event: APIGatewayProxyEventV2,
  caller: Caller,
  body: unknown,
): IdempotencyScope | undefined {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalidField(
      '/headers/Idempotency-Key',
      'invalid',
      'Idempotency-Key: 1 to 255 visible ASCII characters.',
    );
  }
  const asked = canonicalize([event.requestContext.http.method, event.rawPath, body ?? null]) ?? '';
  return { personId: caller.personId, keyHash: sha256(key), fingerprint: sha256(asked) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
