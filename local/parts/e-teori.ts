import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ControlClock } from './clock.ts';
import type { Faults } from './faults.ts';
import { type Received, startFront } from './front.ts';
import type { Answer, Part } from './http.ts';
import { Journal } from './json-file.ts';
import { isSigned, json, platformFault } from './platform-requests.ts';
import type { RequestLog } from './requests.ts';

/** An account that e-teori.dk has made; every one ever made, so that a second one for a student shows. */
export type Account = {
  accountId: string;
  schoolRef: string;
  studentRef: string;
  email: string;
  at: string;
};

export type PlatformPartOptions = {
  port?: number;
  dataDir?: string;
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
  /** what we sign with; null until the secret is made */
  secret: () => string | null;
};

export type ETeoriPart = Part & { accounts(): Account[] };

const PATH = /^\/v1\/schools\/([^/]+)\/students\/([^/]+)$/;

/** e-teori.dk as far as `PUT /v1/schools/{schoolRef}/students/{studentRef}`; accounts are kept in `dataDir`. */
export async function startETeori(options: PlatformPartOptions): Promise<ETeoriPart> {
  const { clock, dataDir } = options;
  const journal = new Journal<Account>(dataDir ? join(dataDir, 'e-teori.jsonl') : null);

  const handle = async (received: Received): Promise<Answer> => {
    if (!isSigned(received, options.secret(), clock)) return json(401, { code: 'bad_signature' });
    const [, schoolRef, studentRef] = PATH.exec(received.path) ?? [];
    if (received.method !== 'PUT' || !schoolRef || !studentRef)
      return json(404, { code: 'not_found' });
    const body = JSON.parse(received.body.toString('utf8')) as Partial<Account>;
    if (typeof body.email !== 'string') return json(400, { code: 'invalid_email' });
    const known = journal.entries.find(
      (account) => account.schoolRef === schoolRef && account.studentRef === studentRef,
    );
    if (known) return json(200, { accountId: known.accountId, created: false });
    const accountId = `ete_${randomBytes(8).toString('hex')}`;
    const { email } = body;
    journal.add({ accountId, schoolRef, studentRef, email, at: clock.date().toISOString() });
    return json(201, { accountId, created: true });
  };

  const front = await startFront({
    ...options,
    ...{ provider: 'e-teori', handle, refuse: platformFault },
  });
  return { ...front, accounts: () => [...journal.entries] };
}
