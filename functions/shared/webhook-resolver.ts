import { lookup } from 'node:dns/promises';
import { readAllowList } from '../../domain/integrations/address-guard.ts';
import type { Resolver } from '../../domain/integrations/webhook-url.ts';
import { ENV, requireEnvironment } from './environment.ts';

const LONGEST_LOOKUP_MS = 2_000;

/** Every address a name has here, none for an unknown one. Throws when nobody answers in time. */
export async function addressesOf(hostname: string): Promise<string[]> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, LONGEST_LOOKUP_MS, new Error('no answer to a look-up')).unref();
  });
  try {
    const found = await Promise.race([lookup(hostname, { all: true }), late]);
    return found.map(({ address }) => address);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOTFOUND') return [];
    throw error;
  }
}

/** How addresses of endpoints are judged on this stage. Behind a proxy, what we cannot resolve is the proxy's to find. */
export function webhookResolver(): Resolver {
  const proxied = requireEnvironment(ENV.webhookEgressUrl) !== 'direct';
  return {
    allowList: readAllowList(requireEnvironment(ENV.webhookAllowList)),
    async addressesOf(hostname) {
      // Nobody answering is no reason to refuse: every delivery looks again.
      const found = await addressesOf(hostname).catch(() => null);
      return found?.length === 0 && proxied ? null : found;
    },
  };
}
