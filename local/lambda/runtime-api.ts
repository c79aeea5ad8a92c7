import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen, readBody } from '../parts/http.ts';

/** What a child may say over the Runtime API. */
export type RuntimeListener = {
  /** asks for its next invocation; the response stays open until there is one */
  onNext(response: ServerResponse): void;
  onAnswer(requestId: string, payload: string): void;
  onError(requestId: string | null, payload: string): void;
};

/**
 * One Lambda Runtime API for all children: each has its own path before the API's, which its
 * `AWS_LAMBDA_RUNTIME_API` carries, so that no server is made per child.
 */
export async function startRuntimeApi() {
  const listeners = new Map<string, RuntimeListener>();
  const server = createServer((request, response) => {
    void dispatch(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 0; // a child may wait for its next invocation as long as it likes
  server.requestTimeout = 0;
  const origin = await listen(server, 0, 'the Lambda Runtime API');

  async function dispatch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, child = '', , , ...path] = (request.url ?? '').split('/');
    const listener = listeners.get(child);
    if (listener === undefined) return void response.writeHead(410).end();
    const [area, what, outcome] = path;
    if (area === 'invocation' && what === 'next') return listener.onNext(response);
    const payload = (await readBody(request)).toString();
    // Answered first: the child may ask for its next invocation while this one is being told.
    response.writeHead(202).end();
    if (area === 'invocation' && outcome === 'response') listener.onAnswer(what ?? '', payload);
    else listener.onError(area === 'invocation' ? (what ?? '') : null, payload);
  }

  return {
    /** Gives a child its address; returns what goes into `AWS_LAMBDA_RUNTIME_API`. */
    register(child: string, listener: RuntimeListener): string {
      listeners.set(child, listener);
      return `${origin.replace('http://', '')}/${child}`;
    },
    forget: (child: string) => void listeners.delete(child),
    stop: () => close(server),
  };
}

export type RuntimeApi = Awaited<ReturnType<typeof startRuntimeApi>>;
