import { instant } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import type { Keys } from '../../domain/shared/secrets.ts';
import type { Context } from '../../domain/store/context.ts';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { createStore, type Store } from '../../domain/store/store.ts';
import type { Actor } from '../../events/define.ts';
import { createDocumentClient } from './dynamo.ts';
import { ENV, requireEnvironment } from './environment.ts';
import { readKeys } from './secrets.ts';

/** One store per container, made at the first use. */
let store: Store | undefined;

function containerStore(): Store {
  store ??= createStore({
    port: createDynamoPort(createDocumentClient(), requireEnvironment(ENV.tableName)),
  });
  return store;
}

/**
 * The context of one request or one message: the real clock, new ids, the container's store.
 * Functions whose contract does not ask for `keys` get a set that refuses to be used.
 */
export async function createContext(actor: Actor, correlationId: string): Promise<Context> {
  return {
    store: containerStore(),
    now: () => instant(new Date()),
    newId,
    actor,
    correlationId,
    keys: process.env[ENV.keysSecretId] ? await readKeys() : noKeys,
  };
}

const refuse = (): never => {
  throw new Error('this function did not ask for keys in its contract');
};
const noKeys: Keys = {
  email: refuse,
  rate: refuse,
  linkToken: refuse,
  cursor: refuse,
  webhook: refuse,
  optOutToken: refuse,
  suppression: refuse,
};
