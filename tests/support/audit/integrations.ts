import { type Invariant, named, text } from './invariant.ts';

const DUE = ['dueAt', 'dueDay', 'dueShard', 'duePk', 'dueSk'];

export const integrationInvariants: Invariant[] = [
  {
    name: 'what a platform is to be told is told, refused, under way or waiting, and never forgotten',
    *check({ of }) {
      for (const row of of('platform-task')) {
        const status = text(row.status);
        if (!['pending', 'done', 'refused'].includes(status)) yield `${named(row)} is ${status}`;
        const due = DUE.some((field) => row[field] !== undefined);
        if (status === 'pending' && !due && row.attempts === 0)
          yield `${named(row)} is untried, and no sweep will look at it`;
        if (status !== 'pending' && due) yield `${named(row)} is ${status} and due`;
        if (row.parkedUntil !== undefined && row.dueAt !== row.parkedUntil)
          yield `${named(row)} is parked, and due at another moment`;
        if (status === 'refused' && row.lastError === undefined)
          yield `${named(row)} is refused without a reason`;
      }
    },
  },
  {
    name: 'an event at an endpoint is delivered, given up, skipped, under way or waiting, and never forgotten',
    *check({ of }) {
      for (const row of of('webhook-delivery')) {
        const status = text(row.status);
        if (!['pending', 'delivered', 'failed', 'skipped'].includes(status))
          yield `${named(row)} is ${status}`;
        const due = DUE.some((field) => row[field] !== undefined);
        if (status === 'pending' && !due && row.attempts === 0)
          yield `${named(row)} is untried, and no sweep will look at it`;
        if (status !== 'pending' && (due || row.claimedUntil !== undefined))
          yield `${named(row)} is ${status} and due or claimed`;
        if (status === 'delivered' && (row.deliveredAt === undefined || row.attempts === 0))
          yield `${named(row)} is delivered, but not when or by which try`;
        const { schoolId } = (row.payload ?? {}) as { schoolId?: string };
        if (schoolId !== row.schoolId) yield `${named(row)} tells of ${schoolId}`;
      }
    },
  },
  {
    name: 'a delivery of a platform is kept with its body while it is quarantined, and without it after',
    *check({ of }) {
      for (const row of of('platform-delivery')) {
        const quarantined = row.status === 'quarantined';
        if (quarantined !== (row.reason !== undefined))
          yield `${named(row)} is ${row.status} for the reason ${row.reason}`;
        if (quarantined !== (row.body !== undefined))
          yield `${named(row)} is ${row.status} ${row.body ? 'with' : 'without'} its body`;
        if (quarantined !== (row.schoolPk !== undefined))
          yield `${named(row)} is ${row.status}, and ${row.schoolPk ? '' : 'not '}in the operator's list`;
        if (!Number.isInteger(row.ttl)) yield `${named(row)} never expires`;
      }
    },
  },
  {
    name: 'no row holds the secret of a webhook endpoint',
    *check({ rows, of }, { keys }) {
      if (!keys) return;
      const secrets = of('webhook-endpoint').flatMap(({ endpointId, secretVersion }) =>
        [secretVersion, Number(secretVersion) - 1].map((version) =>
          keys.webhook(`${endpointId}.${version}`),
        ),
      );
      for (const row of rows) {
        const content = JSON.stringify(row);
        if (secrets.some((secret) => content.includes(secret)))
          yield `${named(row)} holds the secret of an endpoint`;
      }
    },
  },
];
