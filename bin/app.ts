import { join } from 'node:path';
import { buildApp } from '../infra/app.ts';
import { REPOSITORY } from '../infra/build/bundle.ts';

/**
 * Where a deploy starts. The CDK CLI runs this file and names the output folder; run alone
 * (`npm run synth`) it writes to `cdk.out`.
 */
try {
  const app = await buildApp(
    process.env.CDK_OUTDIR === undefined ? { outdir: join(REPOSITORY, 'cdk.out') } : {},
  );
  app.synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
