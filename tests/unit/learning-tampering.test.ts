import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Row, RowKey, TransactItem } from '../../domain/store/port.ts';
import {
  FIRST_ROAD,
  JUNCTIONS,
  type LearningStage,
  learningStage,
} from '../support/learning-stage.ts';

/** Two modules of a lesson signed by both: four entries in the table, and somebody who writes past the door. */
async function signedTable() {
  const stage = await learningStage();
  const id = await stage.taught({ moduleIds: [FIRST_ROAD, JUNCTIONS] });
  await stage.bothSign(id, FIRST_ROAD);
  await stage.bothSign(id, JUNCTIONS);
  const rows = stage.world
    .rowsOf('record-entry')
    .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
  return { stage, rows };
}

let token = 0;
const tamper = (stage: LearningStage, ...items: TransactItem[]) =>
  stage.world.twin.transactWrite(items, `tampering ${token++}`);
const put = (row: Row): TransactItem => ({ kind: 'put', row });
const gone = ({ pk, sk }: Row): TransactItem => ({ kind: 'delete', key: { pk, sk } as RowKey });

describe('in the stored rows', () => {
  it('one byte of any entry is found and named', async () => {
    for (const which of [0, 1, 2, 3]) {
      const { stage, rows } = await signedTable();
      const row = rows[which] as Row;
      const content = String(row.content).replace('"minutes":45', '"minutes":46');
      await tamper(stage, put({ ...row, content }));

      const { valid, firstBrokenEntry } = await stage.verified();

      expect(content).not.toBe(row.content);
      expect([valid, firstBrokenEntry?.sequence]).toEqual([false, which + 1]);
      expect(firstBrokenEntry?.id).toBe(JSON.parse(content).signatureId);
    }
  });

  it('one byte of it, with its hash made to fit, is betrayed by the entry after it', async () => {
    const { stage, rows } = await signedTable();
    const row = rows[1] as Row;
    const content = String(row.content).replace('"minutes":45', '"minutes":46');
    const hash = createHash('sha256').update(content).digest('hex');
    await tamper(stage, put({ ...row, content, hash }));

    const { firstBrokenEntry } = await stage.verified();

    expect(firstBrokenEntry).toMatchObject({ sequence: 3, problem: 'wrong_place' });
  });

  it('the last that was deleted is missed, and so is one in between', async () => {
    for (const which of [3, 1]) {
      const { stage, rows } = await signedTable();
      await tamper(stage, gone(rows[which] as Row));

      const { entries, firstBrokenEntry } = await stage.verified();

      expect(entries).toBe(3);
      expect(firstBrokenEntry).toMatchObject({ sequence: which + 1, problem: 'missing' });
    }
  });

  it('two in each other’s place are found', async () => {
    const { stage, rows } = await signedTable();
    const [, second, third] = rows as [Row, Row, Row];
    const place = ({ sk, sequenceKey }: Row) => ({ sk, sequenceKey });
    await tamper(stage, put({ ...second, ...place(third) }), put({ ...third, ...place(second) }));

    const { firstBrokenEntry } = await stage.verified();

    expect(firstBrokenEntry).toMatchObject({ sequence: 2, problem: 'wrong_place' });
  });

  it('another name beside an entry is found; none at all is an erasure', async () => {
    const { stage } = await signedTable();
    const [part, next] = stage.world.rowsOf('personal-part') as [Row, Row];
    await tamper(stage, gone(part));
    const erased = await stage.verified();
    await tamper(stage, put({ ...next, personal: { ...(next.personal as Row), name: 'Another' } }));

    expect(erased.valid).toBe(true);
    expect((await stage.verified()).firstBrokenEntry?.problem).toBe('personal_part_altered');
  });

  it('a whole chain replaced, head and all, is told by a head that was mailed', async () => {
    const { stage } = await signedTable();
    const mailed = stage.events('StudentSigned').map(({ data }) => (data as { head: string }).head);
    const other = await signedTable();

    const { head } = await stage.verified();

    expect(mailed.at(-1)).toBe(head);
    expect((await other.stage.verified()).head).not.toBe(head);
  });
});
