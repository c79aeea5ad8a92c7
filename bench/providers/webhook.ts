import { type BenchStack, outcome, type ProviderDriver } from './driver.ts';
import { schoolPath } from './school.ts';

let changes = 0;

const endpoints = (stack: BenchStack) => `${schoolPath(stack)}/webhook-endpoints`;

/** A school's own system: the school changes its name, and one endpoint wants to hear of it. */
export const driver: ProviderDriver = {
  name: 'outgoing webhook',
  provider: 'webhook',
  permanentCode: 410,
  deadLetterQueue: 'webhooks',
  prepare: async () => {},
  async trigger(stack) {
    const token = await stack.signIn('school_admin');
    for (const { id } of (await stack.api('GET', endpoints(stack), { token })).items) {
      await stack.api('DELETE', `${endpoints(stack)}/${id}`, { token });
    }
    const body = { url: 'https://hooks.example.com/in', events: ['SchoolChanged'] };
    const { id } = await stack.api('POST', endpoints(stack), { token, body });
    const name = `Nordby Køreskole nr. ${++changes}`;
    await stack.api('PATCH', schoolPath(stack), { token, body: { name } });
    return id;
  },
  async status(stack, endpointId) {
    const rows = (await stack.rows()).filter((row) => row.endpointId === endpointId);
    const of = (kind: string) => rows.find((row) => row.__edb_e__ === kind);
    const gone = of('webhook-endpoint')?.status === 'disabled' ? ', disabled' : '';
    return `${of('webhook-delivery')?.status ?? 'none'}${gone}`;
  },
  async received(stack, endpointId) {
    const rows = (await stack.rows()).filter((row) => row.endpointId === endpointId);
    const delivery = rows.find((row) => row.__edb_e__ === 'webhook-delivery');
    const requests: {
      headers: Record<string, string>;
      status: number | null;
      fault: string | null;
    }[] = await stack.control('GET', '/requests?provider=webhook');
    return requests.filter(
      ({ headers, status, fault }) =>
        headers['x-delivery-id'] === delivery?.eventId &&
        (status === 200 || fault === 'accept_then_timeout'),
    ).length;
  },
  expected: {
    '500': outcome(3, 'pending', 0, 'time', 4, 1, 'delivered'),
    '429 + Retry-After': outcome(3, 'delivered', 0, '-', 3, 1, 'delivered'),
    timeout: outcome(2, 'delivered', 0, '-', 2, 1, 'delivered'),
    // At least once: the receiver knows the second copy by its X-Delivery-Id.
    'accept, then timeout': outcome(2, 'delivered', 0, '-', 2, 2, 'delivered'),
    '400': outcome(2, 'delivered', 0, '-', 2, 1, 'delivered'),
    // 410 Gone: the endpoint is switched off; its school switches it on and replays.
    'permanent code': outcome(1, 'failed, disabled', 0, '-', 1, 0, 'failed, disabled'),
  },
};
