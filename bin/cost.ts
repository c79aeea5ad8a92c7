import { readFileSync, writeFileSync } from 'node:fs';
import { report, withReport } from '../infra/cost/report.ts';

// `npm run cost`: prints what schools cost a month, and keeps it in `infra/COST.md`.
const file = new URL('../infra/COST.md', import.meta.url);
writeFileSync(file, withReport(readFileSync(file, 'utf8')));
console.log(report());
