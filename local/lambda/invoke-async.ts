import type { Resolved } from '../template/model.ts';
import type { Invocation } from './child.ts';

export type AsyncInvokeOptions = {
  invoke(functionName: string, event: unknown): Promise<Invocation>;
  configs: readonly Resolved[];
  sendToQueue(queueArn: string, body: string): Promise<void>;
};

type InvokeConfig = {
  FunctionName: string;
  MaximumRetryAttempts?: number;
  DestinationConfig?: { OnFailure?: { Destination?: string } };
};

const DEFAULT_RETRIES = 2;
/** The service waits one minute, then two; nobody waits that long on a laptop. */
const RETRY_AFTER_MS = 1_000;

/**
 * Asynchronous invocation, as a schedule makes it: retried as the function's `EventInvokeConfig`
 * says, then told to its failure destination. Resolves when it is over, true when it went well.
 */
export function asyncInvoker(options: AsyncInvokeOptions) {
  const configs = options.configs.map((config) => config.properties as InvokeConfig);

  return async (functionArn: string, event: unknown): Promise<boolean> => {
    const name = functionArn.split(':').at(-1);
    const config = configs.find(
      ({ FunctionName }) => FunctionName === name || FunctionName === functionArn,
    );
    const retries = config?.MaximumRetryAttempts ?? DEFAULT_RETRIES;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await options.invoke(functionArn, event);
      if (outcome.ok) return true;
      if (attempt >= retries || outcome.error.errorType === 'Stopped') {
        const destination = config?.DestinationConfig?.OnFailure?.Destination;
        const record = {
          version: '1.0',
          requestContext: {
            functionArn,
            condition: 'RetriesExhausted',
            approximateInvokeCount: attempt + 1,
          },
          requestPayload: event,
          responsePayload: outcome.error,
        };
        if (destination !== undefined) {
          await options.sendToQueue(destination, JSON.stringify(record));
        }
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  };
}
