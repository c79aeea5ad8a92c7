import * as z from 'zod';
import type { ETeori } from '../../domain/integrations/provision-student.ts';
import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { callPlatform, type PlatformConnection } from './platform-http.ts';

const account = z.looseObject({ accountId: z.string().min(1).max(200) });

/** e-teori.dk by `domain/integrations/contracts/e-teori.openapi.json`. */
export function eTeoriAdapter(connection: PlatformConnection): ETeori {
  return {
    async provision({ schoolRef, studentRef, ...student }) {
      // PUT under our own reference: asked twice, also after an answer that was lost, it is one account.
      const answer = await callPlatform(connection, {
        method: 'PUT',
        path: `/v1/schools/${encodeURIComponent(schoolRef)}/students/${encodeURIComponent(studentRef)}`,
        deliveryId: `${schoolRef}.${studentRef}`,
        body: { schoolRef, studentRef, ...student },
      });
      const parsed = account.safeParse(answer);
      if (!parsed.success) throw new RemoteError('retry', 'e-teori_unreadable');
      return { accountId: parsed.data.accountId };
    },
  };
}
