import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LOCAL_CREDENTIALS } from '../../../local/parts/constants.ts';
import { stack } from './stack.ts';

/** Runs an operator's command of `bin/` at the addresses of this stack; what it prints. Throws with its last words. */
export async function operate(command: string, ...words: string[]): Promise<string> {
  const { aws } = stack();
  const { stdout } = await promisify(execFile)(process.execPath, [`bin/${command}.ts`, ...words], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_SQS: aws.endpoints.sqs,
      AWS_ENDPOINT_URL_DYNAMODB: aws.endpoints.dynamodb,
      AWS_REGION: aws.region,
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    },
  });
  return stdout;
}
