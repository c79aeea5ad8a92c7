import type { Findkoreskole } from '../../domain/integrations/publish-profile.ts';
import { callPlatform, type PlatformConnection } from './platform-http.ts';

/** findkoreskole.dk by `domain/integrations/contracts/findkoreskole.openapi.json`. */
export function findkoreskoleAdapter(connection: PlatformConnection): Findkoreskole {
  return {
    async publish(listing) {
      const { schoolRef, revision } = listing;
      await callPlatform(connection, {
        method: 'PUT',
        path: `/v1/schools/${encodeURIComponent(schoolRef)}`,
        deliveryId: `${schoolRef}.${revision}`,
        body: listing,
      });
    },
  };
}
