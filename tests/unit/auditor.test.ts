import { beforeAll, describe, expect, it } from 'vitest';
import { audit, expectSound, INVARIANTS } from '../support/auditor.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { createWorld } from '../support/store-world.ts';
let sample: Awaited<ReturnType<typeof sampleSchool>>;
beforeAll(async () => { sample = await sampleSchool(createWorld()); });
describe('x', () => { it('y', () => { 
  const kinds = Map.groupBy(sample.rows, (r) => String(r.__edb_e__));
  console.log([...kinds].map(([k, v]) => `${k}:${v.length}`).join(' '));
  console.log(sample.extras.carried?.map((e) => e.name).join(' '));
  console.log(sample.rows.filter(r=>['notification','token','membership'].includes(String(r.__edb_e__))).slice(0,6));
  expectSound(sample.rows, sample.extras); }); });
