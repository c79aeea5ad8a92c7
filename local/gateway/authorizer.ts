import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { JwtIdentity } from './event.ts';

export type JwtAuthorizerOptions = {
  /** what tokens must name as `iss`: the local user pool's, in the place of the AWS address */
  issuer: string;
  jwksUri: string;
  /** one of them must be the token's `aud` or `client_id` */
  audience: readonly string[];
  /** milliseconds by the control clock */
  now: () => number;
};

type Claims = Record<string, unknown>;

const REFRESH_KEYS_MS = 10_000;

/**
 * The JWT authorizer of an HTTP API: RS256 signature against the issuer's published keys, `iss`,
 * audience, `exp`, `nbf` and `iat` by the control clock. Like the service it does not ask for
 * `token_use`, so an ID token passes and is the function's to refuse.
 */
export class JwtAuthorizer {
  readonly #options: JwtAuthorizerOptions;
  #keys = new Map<string, KeyObject>();
  #fetchedAt = Number.NEGATIVE_INFINITY;
  /** requests that come while the keys are fetched wait for the same answer */
  #fetching: Promise<void> = Promise.resolve();

  constructor(options: JwtAuthorizerOptions) {
    this.#options = options;
  }

  /** The caller's claims as the event carries them, or null for any token that must be refused. */
  async authorize(authorization: string | undefined): Promise<JwtIdentity | null> {
    const token = authorization?.replace(/^Bearer\s+/i, '').trim();
    const [head = '', body = '', signature = '', ...more] = token?.split('.') ?? [];
    if (signature === '' || more.length > 0) return null;
    const header = decode(head);
    const claims = decode(body);
    if (header?.alg !== 'RS256' || typeof header.kid !== 'string' || claims === null) return null;
    if (!this.#accepts(claims)) return null;
    const key = await this.#key(header.kid);
    if (key === null) return null;
    const signed = Buffer.from(`${head}.${body}`);
    if (!verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) return null;
    return { claims: asText(claims), scopes: null };
  }

  #accepts(claims: Claims): boolean {
    const { issuer, audience, now } = this.#options;
    const seconds = now() / 1000;
    const audiences = [claims.aud, claims.client_id].flat();
    return (
      claims.iss === issuer &&
      audience.some((expected) => audiences.includes(expected)) &&
      typeof claims.exp === 'number' &&
      claims.exp > seconds &&
      (claims.nbf === undefined || (typeof claims.nbf === 'number' && claims.nbf <= seconds)) &&
      // One second of grace: `iat` is rounded by whoever issued the token.
      (claims.iat === undefined || (typeof claims.iat === 'number' && claims.iat <= seconds + 1))
    );
  }

  async #key(kid: string): Promise<KeyObject | null> {
    const known = this.#keys.get(kid);
    if (known !== undefined) return known;
    if (performance.now() - this.#fetchedAt >= REFRESH_KEYS_MS) {
      this.#fetchedAt = performance.now();
      this.#fetching = this.#fetchKeys();
    }
    await this.#fetching;
    return this.#keys.get(kid) ?? null;
  }

  async #fetchKeys(): Promise<void> {
    const response = await fetch(this.#options.jwksUri);
    const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
    this.#keys = new Map(
      keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })] as const),
    );
  }
}

function decode(part: string): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Claims) : null;
  } catch {
    return null;
  }
}

/** The service tells every claim as text: numbers in digits, a list as `[a b]`. */
function asText(claims: Claims): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => {
      if (Array.isArray(value)) return [name, `[${value.join(' ')}]`];
      return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
    }),
  );
}
