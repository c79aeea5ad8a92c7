import { startTestDynamoDb } from '../../local/parts/dynamodb.ts';

/** One DynamoDB Local for all integration tests; every test file has its own database in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const { stop } = await startTestDynamoDb();
  return stop;
}
