import { describe, expect, it } from 'vitest';
import { createEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { replayDeliveries } from '../../domain/integrations/replay-deliveries.ts';
import { replayWebhookDeliveriesRoute } from '../../functions/integrations/replay-webhook-deliveries.contract.ts';
import { confirmMembershipRoute } from '../../functions/people/confirm-membership.contract.ts';
import { setPasswordRoute } from '../../functions/people/set-password.contract.ts';
import { platformStage } from '../support/integrations.ts';

const resolver = { allowList: [], addressesOf: async () => ['8.8.8.8'] };

async function replay(from: string, to: string) {
  const stage = await platformStage();
  const input = { url: 'https://a.example/in', events: ['StudentEnrolled' as const] };
  const { id: endpointId } = await createEndpoint(stage.context(), stage.schoolId, input, resolver);
  const key = { schoolId: stage.schoolId, endpointId };
  const body = replayWebhookDeliveriesRoute.body?.parse({ from, to }) as {
    from: string;
    to: string;
  };
  return replayDeliveries(stage.context(), key, { timeZone: 'Europe/Copenhagen' }, body);
}

describe('a span that is replayed', () => {
  it.each([
    ['2026-11-20T00:00', '2026-11-23T00:00'],
    ['2026-11-20T00:00:00+01', '2026-11-23T00:00:00+01'],
    ['2026-11-20T00:00Z', '2026-11-23T00:00:00.000Z'],
  ])('is told as every other input tells times: %s', async (from, to) => {
    expect(await replay(from, to)).toEqual({ replayed: 0, nextFrom: null });
  });

  it('begins at no time that the clocks skip, and at none that is no time', async () => {
    await expect(replay('2026-03-29T02:30', '2026-04-01T00:00')).rejects.toMatchObject({
      code: 'local_time_does_not_exist',
    });
    await expect(replay('soon', '2026-04-01T00:00')).rejects.toMatchObject({
      code: 'invalid',
      details: { errors: [{ path: '/from', code: 'invalid_time' }] },
    });
  });
});

describe('the token of a mailed link', () => {
  it.each(['', 'x'.repeat(201)])('of any length is told apart by nobody: it may be %j', (token) => {
    expect(confirmMembershipRoute.body?.safeParse({ token }).success).toBe(true);
    const body = { token, password: 'en god lang sætning' };
    expect(setPasswordRoute.body?.safeParse(body).success).toBe(true);
  });

  it('must be there, and be text', () => {
    for (const body of [{}, { token: 1 }, { token: null }]) {
      expect(confirmMembershipRoute.body?.safeParse(body).success).toBe(false);
    }
  });
});
