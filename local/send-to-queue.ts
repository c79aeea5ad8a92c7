import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_ACCOUNT_ID, LOCAL_CREDENTIALS, LOCAL_REGION } from './parts/constants.ts';

/** Sends a message to the queue of an ARN; rejects when there is none. */
export function queueSender(endpoint: string): (arn: string, body: string) => Promise<void> {
  const client = new SQSClient({
    endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  return async (arn, body) => {
    const name = arn.split(':').at(-1);
    await client.send(
      new SendMessageCommand({
        QueueUrl: `${endpoint}/${LOCAL_ACCOUNT_ID}/${name}`,
        MessageBody: body,
      }),
    );
  };
}
