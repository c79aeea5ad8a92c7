import { ERROR_CODES, type ErrorCode } from '../../../domain/shared/errors.ts';
import type { Operation } from '../operation.ts';

/**
 * Every code an operation can answer with: those of its contract and those that follow from its
 * shape, as `apiHandler` and `publicHandler` give them. In the order of the domain's list.
 */
export function codesOf(operation: Operation): ErrorCode[] {
  const {
    method,
    who,
    byThemselves,
    params,
    query,
    body,
    errors = [],
    rateLimit,
    needs,
  } = operation;
  const writes = needs.table === 'write' || needs.table === 'append';
  const inSchool = operation.path.startsWith('/schools/{schoolId}');
  const signedIn = who !== 'public';
  const byRole = typeof who === 'object';
  const shaped: Record<string, boolean> = {
    // a POST may carry an Idempotency-Key that is none
    invalid: body !== undefined || query !== undefined || (signedIn && method === 'POST'),
    malformed_json: body !== undefined,
    unsupported_media_type: body !== undefined,
    body_too_large: body !== undefined,
    invalid_token: signedIn,
    // where every role may, nobody in the school is forbidden it
    forbidden:
      byThemselves === true || who === 'platform' || (byRole && Object.keys(who).length < 4),
    membership_disabled: byRole,
    // an unknown token is a `link_invalid`
    not_found: params !== undefined && !operation.path.endsWith('/{token}'),
    school_suspended: signedIn && inSchool && method !== 'GET',
    stale_version: signedIn && (method === 'PATCH' || method === 'PUT'),
    idempotency_key_reused: signedIn && method === 'POST',
    rate_limited: rateLimit !== undefined,
    busy: writes,
  };
  return ERROR_CODES.filter((code) => shaped[code] === true || errors.includes(code));
}
