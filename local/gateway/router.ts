/** A route key split up: `GET /schools/{schoolId}/students`. */
type Route<T> = { key: string; method: string; segments: string[]; greedy: boolean; value: T };

export type Match<T> = { value: T; routeKey: string; pathParameters: Record<string, string> };

/**
 * Finds the route of a request as an HTTP API does: a static segment goes before `{name}`, that
 * before `{name+}`, a named method before `ANY`, and `$default` last.
 */
export class Router<T> {
  readonly #routes: Route<T>[];
  readonly #default: T | undefined;

  constructor(routes: readonly { key: string; value: T }[]) {
    this.#default = routes.find(({ key }) => key === '$default')?.value;
    this.#routes = routes
      .filter(({ key }) => key !== '$default')
      .map(({ key, value }) => {
        const [method = '', path = ''] = key.split(' ');
        const segments = path.split('/').slice(1);
        return { key, method, segments, greedy: path.endsWith('+}'), value };
      })
      .sort(compareRoutes);
  }

  /**
   * `path` is as on the request line: an encoded slash does not make a segment, parameters are
   * told decoded. HEAD has no route of its own: it is unknown, as on the service. Throws URIError
   * on a path that does not decode.
   */
  match(method: string, path: string): Match<T> | null {
    const segments = path.split('/').slice(1).map(decodeURIComponent);
    for (const route of this.#routes) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const pathParameters = matchSegments(route, segments);
      if (pathParameters) return { value: route.value, routeKey: route.key, pathParameters };
    }
    if (this.#default === undefined) return null;
    return { value: this.#default, routeKey: '$default', pathParameters: {} };
  }
}

function compareRoutes(a: Route<unknown>, b: Route<unknown>): number {
  const longest = Math.max(a.segments.length, b.segments.length);
  for (let at = 0; at < longest; at += 1) {
    const difference = weight(a.segments[at]) - weight(b.segments[at]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function weight(segment: string | undefined): number {
  if (segment === undefined) return 3;
  if (segment.endsWith('+}')) return 2;
  return segment.startsWith('{') ? 1 : 0;
}

function matchSegments(
  route: Route<unknown>,
  segments: readonly string[],
): Record<string, string> | null {
  const enough = route.greedy
    ? segments.length >= route.segments.length
    : segments.length === route.segments.length;
  if (!enough) return null;
  const parameters: Record<string, string> = {};
  for (const [at, expected] of route.segments.entries()) {
    const actual = segments[at] ?? '';
    if (expected.endsWith('+}')) {
      parameters[expected.slice(1, -2)] = segments.slice(at).join('/');
    } else if (expected.startsWith('{')) {
      if (actual === '') return null;
      parameters[expected.slice(1, -1)] = actual;
    } else if (expected !== actual) return null;
  }
  return parameters;
}
