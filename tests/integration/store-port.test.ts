import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import { createTestTable } from '../support/dynamo.ts';
import { portContract } from '../support/port-contract.ts';

portContract('DynamoDB Local', async () => {
  const { client, tableName } = await createTestTable('storeport');
  return createDynamoPort(client, tableName);
});
