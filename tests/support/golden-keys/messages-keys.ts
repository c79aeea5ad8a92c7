import { AT, type Golden, PERSON, SCHOOL } from './golden.ts';

/** Rows about messages and other systems, and those that the store itself keeps. */
export const MESSAGE_KEYS: Record<string, Golden> = {
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
