import { modelLine, playModel } from '../tests/support/booking-model.ts';

/**
 * Random sequences of create, move, cancel, leave, add, remove, confirm and expire by two to four
 * clients at once on the in-memory twin, held against a simple model and the auditor.
 *
 *     npm run bench:booking-model -- [<sequences, default 500>] [<seed, default 1>]
 *
 * A violation names its sequence: that seed alone, with one sequence, plays it again. Ends with 1 then.
 */
const [sequences = 500, seed = 1] = process.argv.slice(2).map(Number);

const began = performance.now();
const result = await playModel({ sequences, seed });
console.log(modelLine(result, (performance.now() - began) / 1000));
for (const violation of result.violations.slice(0, 20)) console.log(`- ${violation}`);
process.exitCode = result.violations.length === 0 ? 0 : 1;
