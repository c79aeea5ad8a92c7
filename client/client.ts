import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './api.d.ts';

/** Every operation of the API, typed by its document: `client.POST('/sessions', { body })`. */
export type ApiClient = Client<paths>;

export type ApiClientOptions = Omit<ClientOptions, 'baseUrl'> & {
  /** the access token to send, asked for before each call, so that a refreshed one is used at once */
  token?: () => string | undefined;
};

/**
 * A client of the API at an origin without a trailing slash. Answers are `{ data, error, response }`:
 * `error` is the problem document, nothing is thrown but what the network throws.
 */
export function createClient(baseUrl: string, options: ApiClientOptions = {}): ApiClient {
  const { token, ...others } = options;
  const client = createFetchClient<paths>({ baseUrl, ...others });
  client.use({
    onRequest({ request }) {
      const current = token?.();
      if (current !== undefined) request.headers.set('authorization', `Bearer ${current}`);
      return request;
    },
  });
  return client;
}
