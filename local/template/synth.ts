import { buildApp } from '../../infra/app.ts';

/**
 * Synthesizes the stage `dev` into the folder named on the command line. A process of its own, so
 * that the parts start meanwhile and CDK's memory is given back. The gates (CloudFormation's rules,
 * cdk-nag) belong to `npm run synth` and the tests; they change nothing in the template.
 */
try {
  const app = await buildApp({ stage: 'dev', outdir: process.argv[2] ?? '', validate: false });
  app.synth();
} catch (error) {
  // A contract without a handler, a bundle that does not build: the message says what and where.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
