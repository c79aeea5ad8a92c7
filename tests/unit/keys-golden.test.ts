import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyEntity } from '../../domain/store/entity.ts';
import { INDEXES, PARTITION_KEY, SORT_KEY } from '../../domain/store/names.ts';
import { ROW_KINDS } from '../support/audit/keys.ts';

/**
 * The keys of every kind of row, as they lie in tables that are in use: a change here is a migration.
 * Each entry: the attributes that keys are made of, and all keys of the row that comes of them.
 */
const SCHOOL = 'sch_01kat5n8x0e4vv6h7w7b1q2r3s';
const PERSON = 'per_01kat5n8x1e4vv6h7w7b1q2r3s';
const INVOICE = 'inv_01kat5n8x6e4vv6h7w7b1q2r3s';
const PAYMENT = 'pay_01kat5n8xce4vv6h7w7b1q2r3s';
const AT = '2026-11-23T08:00:00.000Z';

type Golden = { from: Record<string, unknown>; keys: Record<string, string> };
const GOLDEN: Record<string, Golden> = {
  school: {
    from: { schoolId: SCHOOL, createdAt: AT },
    keys: { pk: SCHOOL, sk: 'school', schoolPk: 'schools', schoolSk: `${AT}#${SCHOOL}` },
  },
  settings: { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'settings' } },
  counter: {
    from: { schoolId: SCHOOL, series: 'invoice' },
    keys: { pk: SCHOOL, sk: 'counter#invoice' },
  },
  department: {
    from: { schoolId: SCHOOL, departmentId: 'dep_01kat5n8x2e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'dep_01kat5n8x2e4vv6h7w7b1q2r3s' },
  },
  service: {
    from: { schoolId: SCHOOL, serviceId: 'svc_01kat5n8x3e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'svc_01kat5n8x3e4vv6h7w7b1q2r3s' },
  },
  'lesson-plan': {
    from: { schoolId: SCHOOL, lessonPlanId: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s' },
  },
  vehicle: {
    from: { schoolId: SCHOOL, vehicleId: 'veh_01kat5n8x9e4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'veh_01kat5n8x9e4vv6h7w7b1q2r3s' },
  },
  'booking-type': {
    from: { schoolId: SCHOOL, bookingTypeId: 'bty_01kat5n8xae4vv6h7w7b1q2r3s' },
    keys: { pk: SCHOOL, sk: 'bty_01kat5n8xae4vv6h7w7b1q2r3s' },
  },
  calendar: { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'calendar' } },
  availability: {
    from: { schoolId: SCHOOL, teacherId: PERSON },
    keys: { pk: SCHOOL, sk: `avl#${PERSON}` },
  },
  agenda: {
    from: { schoolId: SCHOOL, resourceId: PERSON, day: '2026-11-23' },
    keys: { pk: `${SCHOOL}#agenda#${PERSON}`, sk: '2026-11-23' },
  },
  booking: {
    from: {
      schoolId: SCHOOL,
      bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      startsAt: AT,
      dueAt: '2026-11-23T06:00:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '1',
    },
    keys: {
      pk: `${SCHOOL}#bkg#bkg_01kat5n8xbe4vv6h7w7b1q2r3s`,
      sk: 'booking',
      schoolPk: `${SCHOOL}#calendar`,
      schoolSk: `${AT}#bkg_01kat5n8xbe4vv6h7w7b1q2r3s`,
      duePk: '2026-11-23#1',
      dueSk: '2026-11-23T06:00:00.000Z',
    },
  },
  slug: { from: { slug: 'nordby', schoolId: SCHOOL }, keys: { pk: 'slug#nordby', sk: 'slug' } },
  person: { from: { personId: PERSON }, keys: { pk: PERSON, sk: 'person' } },
  membership: {
    from: { personId: PERSON, schoolId: SCHOOL, name: 'Østergaard, Åse #1', student: {} },
    keys: {
      pk: PERSON,
      sk: `member#${SCHOOL}`,
      schoolPk: `${SCHOOL}#students`,
      schoolSk: `{bstergaard {cse 1#${PERSON}`,
    },
  },
  staff: {
    from: { schoolId: SCHOOL, personId: PERSON },
    keys: { pk: `${SCHOOL}#staff`, sk: PERSON },
  },
  acquaintance: {
    from: { schoolId: SCHOOL, teacherId: PERSON, studentId: PERSON },
    keys: { pk: `${SCHOOL}#tea#${PERSON}`, sk: PERSON },
  },
  email: {
    from: { emailKey: 'Ab-_9', personId: PERSON },
    keys: { pk: 'email#Ab-_9', sk: 'email' },
  },
  token: { from: { tokenHash: 'ab12', personId: PERSON }, keys: { pk: 'tok#ab12', sk: 'token' } },
  registration: {
    from: {
      schoolId: SCHOOL,
      registrationId: 'reg_01kat5n8x5e4vv6h7w7b1q2r3s',
      status: 'received',
    },
    keys: { pk: `${SCHOOL}#reg#reg_01kat5n8x5e4vv6h7w7b1q2r3s`, sk: 'registration' },
  },
  balance: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'balance' },
  },
  'ledger-entry': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042', at: AT },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'led#0000000042',
      schoolPk: `${SCHOOL}#ledger`,
      schoolSk: `${AT}#${PERSON}#0000000042`,
    },
  },
  'open-invoice': {
    from: { schoolId: SCHOOL, studentId: PERSON, dueDate: '2026-12-07', invoiceId: INVOICE },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: `due#2026-12-07#${INVOICE}`,
      schoolPk: `${SCHOOL}#open`,
      schoolSk: `2026-12-07#${INVOICE}`,
    },
  },
  'open-credit': {
    from: { schoolId: SCHOOL, studentId: PERSON, paymentId: PAYMENT },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: `crd#${PAYMENT}` },
  },
  billed: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'billed' },
  },
  payment: {
    from: { schoolId: SCHOOL, studentId: PERSON, paymentId: PAYMENT, createdAt: AT },
    keys: {
      pk: `${SCHOOL}#pay#${PAYMENT}`,
      sk: 'payment',
      schoolPk: `${SCHOOL}#stu#${PERSON}#pay`,
      schoolSk: `${AT}#${PAYMENT}`,
    },
  },
  refund: {
    from: { schoolId: SCHOOL, paymentId: PAYMENT, refundId: 'ref_01kat5n8xde4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#pay#${PAYMENT}`, sk: 'ref_01kat5n8xde4vv6h7w7b1q2r3s' },
  },
  'credit-note': {
    from: { schoolId: SCHOOL, invoiceId: INVOICE, creditNoteId: 'crn_01kat5n8xee4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#inv#${INVOICE}`, sk: 'crn_01kat5n8xee4vv6h7w7b1q2r3s' },
  },
  'invoice-run': {
    from: { schoolId: SCHOOL, runId: 'run_01kat5n8xfe4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#runs`, sk: 'run_01kat5n8xfe4vv6h7w7b1q2r3s' },
  },
  'lesson-plan-version': {
    from: {
      schoolId: SCHOOL,
      lessonPlanId: 'pln_01kat5n8x4e4vv6h7w7b1q2r3s',
      sequenceKey: '0000000003',
    },
    keys: { pk: `${SCHOOL}#pln#pln_01kat5n8x4e4vv6h7w7b1q2r3s`, sk: 'v#0000000003' },
  },
  lesson: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      dueAt: '2026-11-23T08:05:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '2',
    },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'les#bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      duePk: '2026-11-23#2',
      dueSk: '2026-11-23T08:05:00.000Z',
    },
  },
  pause: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      dueAt: '2026-11-23T08:05:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '2',
    },
    keys: {
      pk: `${SCHOOL}#stu#${PERSON}`,
      sk: 'pause',
      duePk: '2026-11-23#2',
      dueSk: '2026-11-23T08:05:00.000Z',
    },
  },
  warning: {
    from: { schoolId: SCHOOL, studentId: PERSON, eventId: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'wrn#evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
  },
  chain: {
    from: { schoolId: SCHOOL, studentId: PERSON },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'chain' },
  },
  'record-entry': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'sig#0000000042' },
  },
  'personal-part': {
    from: { schoolId: SCHOOL, studentId: PERSON, sequenceKey: '0000000042' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: 'sigp#0000000042' },
  },
  invoice: {
    from: {
      schoolId: SCHOOL,
      studentId: PERSON,
      invoiceId: INVOICE,
      createdAt: AT,
      dueAt: '2026-12-04T23:00:00.000Z',
      dueDay: '2026-12-04T23',
      dueShard: '3',
    },
    keys: {
      pk: `${SCHOOL}#inv#${INVOICE}`,
      sk: 'invoice',
      schoolPk: `${SCHOOL}#stu#${PERSON}#inv`,
      schoolSk: `${AT}#${INVOICE}`,
      duePk: '2026-12-04T23#3',
      dueSk: '2026-12-04T23:00:00.000Z',
    },
  },
  notification: {
    from: {
      owner: SCHOOL,
      notificationId: 'ntf_01kat5n8x7e4vv6h7w7b1q2r3s',
      createdAt: AT,
      dueAt: '2026-11-23T08:05:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '2',
    },
    keys: {
      pk: `${SCHOOL}#ntf#ntf_01kat5n8x7e4vv6h7w7b1q2r3s`,
      sk: 'notification',
      schoolPk: `${SCHOOL}#ntf`,
      schoolSk: `${AT}#ntf_01kat5n8x7e4vv6h7w7b1q2r3s`,
      duePk: '2026-11-23#2',
      dueSk: '2026-11-23T08:05:00.000Z',
    },
  },
  told: {
    from: {
      schoolId: SCHOOL,
      bookingId: 'bkg_01kat5n8xbe4vv6h7w7b1q2r3s',
      personId: PERSON,
      channel: 'email',
    },
    keys: { pk: `${SCHOOL}#told#bkg_01kat5n8xbe4vv6h7w7b1q2r3s`, sk: `${PERSON}#email` },
  },
  'payment-account': { from: { schoolId: SCHOOL }, keys: { pk: SCHOOL, sk: 'payment-account' } },
  'account-school': {
    from: { account: 'acct_1A', schoolId: SCHOOL },
    keys: { pk: 'acct#acct_1A', sk: 'account' },
  },
  checkout: {
    from: { schoolId: SCHOOL, invoiceId: INVOICE, attemptKey: '0001' },
    keys: { pk: `${SCHOOL}#inv#${INVOICE}`, sk: 'chk#0001' },
  },
  'checkout-session': {
    from: { schoolId: SCHOOL, sessionId: 'cs_test_a1' },
    keys: { pk: `${SCHOOL}#chk#cs_test_a1`, sk: 'session' },
  },
  'provider-fact': {
    from: { account: 'acct_1A', objectId: 're_3B', kind: 'refund', schoolId: SCHOOL },
    keys: { pk: 'ext#acct_1A#re_3B#refund', sk: 'fact' },
  },
  'waiting-fact': {
    from: {
      ...{ schoolId: SCHOOL, paymentIntentId: 'pi_3C', factKey: 're_3B#succeeded' },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '2' },
    },
    keys: {
      ...{ pk: `${SCHOOL}#wait#pi_3C`, sk: 're_3B#succeeded' },
      ...{ duePk: '2026-11-23#2', dueSk: AT },
    },
  },
  'asked-refund': {
    from: {
      ...{ schoolId: SCHOOL, paymentId: 'pay_01kat5n8xbe4vv6h7w7b1q2r3s' },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '2' },
    },
    keys: {
      ...{ pk: `${SCHOOL}#pay#pay_01kat5n8xbe4vv6h7w7b1q2r3s`, sk: 'asked' },
      ...{ duePk: '2026-11-23#2', dueSk: AT },
    },
  },
  suspense: {
    from: { schoolId: SCHOOL, suspenseId: 'sus_01kat5n8xbe4vv6h7w7b1q2r3s' },
    keys: { pk: `${SCHOOL}#sus`, sk: 'sus_01kat5n8xbe4vv6h7w7b1q2r3s' },
  },
  'platform-task': {
    from: {
      ...{ schoolId: SCHOOL, platform: 'e-teori', subjectId: PERSON, status: 'pending' },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '3' },
    },
    keys: {
      ...{ pk: `${SCHOOL}#task#e-teori`, sk: PERSON },
      ...{ duePk: '2026-11-23#3', dueSk: AT },
    },
  },
  'platform-pause': {
    from: { platform: 'e-teori' },
    keys: { pk: 'platform#e-teori', sk: 'pause' },
  },
  'platform-delivery': {
    from: {
      ...{ platform: 'findkoreskole', deliveryHash: 'ab12', status: 'quarantined' },
      createdAt: AT,
    },
    keys: {
      ...{ pk: 'inbox#findkoreskole#ab12', sk: 'delivery' },
      ...{ schoolPk: 'quarantine', schoolSk: `${AT}#ab12` },
    },
  },
  'theory-result': {
    from: { schoolId: SCHOOL, studentId: PERSON, takenAt: AT, resultId: 'res_ab12' },
    keys: { pk: `${SCHOOL}#stu#${PERSON}`, sk: `lest#${AT}#res_ab12` },
  },
  'webhook-endpoint': {
    from: { schoolId: SCHOOL, endpointId: 'whk_01kat5n8xce4vv6h7w7b1q2r3s', status: 'enabled' },
    keys: { pk: `${SCHOOL}#webhooks`, sk: 'whk_01kat5n8xce4vv6h7w7b1q2r3s' },
  },
  'webhook-delivery': {
    from: {
      ...{ schoolId: SCHOOL, endpointId: 'whk_01kat5n8xce4vv6h7w7b1q2r3s', status: 'pending' },
      ...{ eventId: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s', occurredAt: AT },
      ...{ dueAt: AT, dueDay: '2026-11-23', dueShard: '3' },
    },
    keys: {
      pk: `${SCHOOL}#whk#whk_01kat5n8xce4vv6h7w7b1q2r3s`,
      sk: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s',
      schoolPk: `${SCHOOL}#whk#whk_01kat5n8xce4vv6h7w7b1q2r3s`,
      schoolSk: `${AT}#evt_01kat5n8x8e4vv6h7w7b1q2r3s`,
      ...{ duePk: '2026-11-23#3', dueSk: AT },
    },
  },
  'sent-message': {
    from: { providerId: 'SM0a' },
    keys: { pk: 'prov#SM0a', sk: 'sent' },
  },
  'opt-out': { from: { tokenHash: 'ab12' }, keys: { pk: 'tok#ab12', sk: 'opt-out' } },
  suppression: {
    from: { channel: 'email', addressKey: 'Ab-_9' },
    keys: { pk: 'sup#email#Ab-_9', sk: 'suppression' },
  },
  template: {
    from: { schoolId: SCHOOL, key: 'booking_moved', language: 'da' },
    keys: { pk: `${SCHOOL}#tpl`, sk: 'booking_moved#da' },
  },
  'staff-message': {
    from: {
      schoolId: SCHOOL,
      messageId: 'msg_01kat5n8xbe4vv6h7w7b1q2r3s',
      dueAt: '2026-11-23T06:00:00.000Z',
      dueDay: '2026-11-23',
      dueShard: '1',
    },
    keys: {
      pk: `${SCHOOL}#msg#msg_01kat5n8xbe4vv6h7w7b1q2r3s`,
      sk: 'message',
      duePk: '2026-11-23#1',
      dueSk: '2026-11-23T06:00:00.000Z',
    },
  },
  'staff-message-part': {
    from: { schoolId: SCHOOL, messageId: 'msg_01kat5n8xbe4vv6h7w7b1q2r3s', partKey: '0001' },
    keys: { pk: `${SCHOOL}#msg#msg_01kat5n8xbe4vv6h7w7b1q2r3s`, sk: 'part#0001' },
  },
  outbox: {
    from: { shard: '7', eventId: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
    keys: { pk: 'outbox#7', sk: 'evt_01kat5n8x8e4vv6h7w7b1q2r3s' },
  },
  idempotency: {
    from: { personId: PERSON, keyHash: 'Cd-_8' },
    keys: { pk: `idem#${PERSON}`, sk: 'Cd-_8' },
  },
  'sweep-mark': { from: { sweep: 'sweep' }, keys: { pk: 'cursor#sweep', sk: 'cursor' } },
};

const KEY_FIELDS = [
  PARTITION_KEY,
  SORT_KEY,
  ...Object.values(INDEXES).flatMap(({ pk, sk }) => [pk, sk]),
];
const entities = new Map<string, AnyEntity>();

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..');
  for (const file of globSync('domain/**/*.entity.ts', { cwd: root })) {
    const exports = Object.values((await import(join(root, file))) as Record<string, unknown>);
    for (const entity of exports.filter(isEntity)) entities.set(entity.schema.model.entity, entity);
  }
});

function isEntity(value: unknown): value is AnyEntity {
  return typeof (value as AnyEntity | undefined)?.schema?.model?.entity === 'string';
}

type Attributes = Record<string, { required: boolean; type: string }>;

/** The attributes an entity insists on and no key is made of, filled with anything of their type. */
function filler(entity: AnyEntity): Record<string, unknown> {
  const values: Record<string, unknown> = { string: 'x', number: 1, boolean: true, any: {} };
  const { model } = entity as unknown as { model: { schema: { attributes: Attributes } } };
  const required = Object.entries(model.schema.attributes).filter(
    ([, attribute]) => attribute.required,
  );
  return Object.fromEntries(required.map(([name, { type }]) => [name, values[type]]));
}

describe('the keys of the table', () => {
  it('are pinned here for every kind of row, and known to the auditor', () => {
    expect([...entities.keys()].sort()).toEqual(Object.keys(GOLDEN).sort());
    expect(Object.keys(ROW_KINDS).sort()).toEqual(Object.keys(GOLDEN).sort());
  });

  it.each(Object.entries(GOLDEN))(
    'of %s are what they have always been',
    (name, { from, keys }) => {
      const entity = entities.get(name) as AnyEntity;
      const item = { ...filler(entity), ...from };

      for (const operation of [entity.create(item), entity.put(item)]) {
        const { Item } = operation.params() as { Item: Record<string, unknown> };
        const found = Object.fromEntries(
          KEY_FIELDS.filter((field) => field in Item).map((field) => [field, Item[field]]),
        );
        expect(found).toEqual(keys);
      }
      const { Key } = entity.get(item).params() as { Key: unknown };
      expect(Key).toEqual({ pk: keys.pk, sk: keys.sk });
    },
  );

  it('leave the lists and the due index when there is nothing to list or do', () => {
    const member = entities.get('membership') as AnyEntity;
    const told = entities.get('notification') as AnyEntity;
    const colleague = { ...filler(member), personId: PERSON, schoolId: SCHOOL, name: 'Bo' };
    const done = {
      ...filler(told),
      owner: SCHOOL,
      notificationId: 'ntf_01kat5n8x7e4vv6h7w7b1q2r3s',
      createdAt: AT,
    };

    const rows = [member.put(colleague).params(), told.put(done).params()] as unknown as {
      Item: object;
    }[];

    expect(rows[0]?.Item).not.toHaveProperty('schoolPk');
    expect(rows[1]?.Item).not.toHaveProperty('duePk');
    expect(rows[1]?.Item).not.toHaveProperty('dueSk');
  });
});
