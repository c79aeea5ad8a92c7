import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../app.ts';
import { statefulOf } from './stateful.ts';

/**
 * `npm run released`: part of making a release. Keeps what production then holds, so that the next
 * release can be tested for replacing none of it.
 */
const outdir = mkdtempSync(join(tmpdir(), 'just-driving-released-'));
try {
  const options = { stage: 'production', code: 'placeholder', validate: false, outdir } as const;
  const templates = statefulOf(await buildApp(options));
  const file = new URL('production.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(templates, null, 2)}\n`);
} finally {
  rmSync(outdir, { recursive: true });
}
