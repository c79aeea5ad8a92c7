import { join } from 'node:path';
import type { PlatformPartOptions } from './e-teori.ts';
import { type Received, startFront } from './front.ts';
import type { Answer, Part } from './http.ts';
import { Journal } from './json-file.ts';
import { isSigned, json, platformFault } from './platform-requests.ts';

/** What findkoreskole.dk was last told of a school. */
export type LocalListing = {
  schoolRef: string;
  revision: number;
  listed: boolean;
  profile?: unknown;
};

export type FindkoreskolePart = Part & { listings(): LocalListing[] };

const PATH = /^\/v1\/schools\/([^/]+)$/;

/** findkoreskole.dk as far as `PUT /v1/schools/{schoolRef}`; an older revision that comes late is not taken. */
export async function startFindkoreskole(options: PlatformPartOptions): Promise<FindkoreskolePart> {
  const { clock, dataDir } = options;
  const journal = new Journal<LocalListing>(dataDir ? join(dataDir, 'findkoreskole.jsonl') : null);
  const current = () => new Map(journal.entries.map((entry) => [entry.schoolRef, entry]));

  const handle = async (received: Received): Promise<Answer> => {
    if (!isSigned(received, options.secret(), clock)) return json(401, { code: 'bad_signature' });
    const [, schoolRef] = PATH.exec(received.path) ?? [];
    if (received.method !== 'PUT' || !schoolRef) return json(404, { code: 'not_found' });
    const listing = JSON.parse(received.body.toString('utf8')) as LocalListing;
    const known = current().get(schoolRef);
    if (!known || known.revision < listing.revision) journal.add({ ...listing, schoolRef });
    return json(200, { listed: listing.listed });
  };

  const front = await startFront({
    ...options,
    ...{ provider: 'findkoreskole', handle, refuse: platformFault },
  });
  return { ...front, listings: () => [...current().values()] };
}
