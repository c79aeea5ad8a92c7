import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Account, startAccount } from './account/account.ts';
import { portFromEnvironment, runCommand } from './command.ts';
import { LOCAL_REGION } from './parts/constants.ts';

/**
 * `npm run aws`: an AWS account on this machine, to deploy the product onto with the real CDK. `PORT`
 * is its endpoint's (4566), `LOCAL_DIR` the folder for its data (`.local/aws`), `--fresh` empties it.
 */
await runCommand({
  greeting: 'Starting an AWS account on this machine.',
  start: async () => {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean' } } });
    const account = await startAccount({
      port: portFromEnvironment(4566),
      localDir: resolve(process.env.LOCAL_DIR || '.local/aws'),
      fresh: values.fresh ?? false,
      say: (line) => console.log(line),
    });
    return { ...account, ready: account.endpoint, introduction: introduction(account) };
  },
});

function introduction({ endpoint, api, control, mail, stageFile }: Account): string {
  return `
  export AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${LOCAL_REGION} \\
    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
  npx cdk bootstrap
  npm run deploy -- -c config=${stageFile}
  curl -X POST ${control}/_local/seed

  API ${api}   mailbox ${mail}   control ${control}/_local/...
`;
}
