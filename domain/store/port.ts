/**
 * The narrow port between the write door and a table: three calls, plain JavaScript rows.
 *
 * DynamoDB implements it in `dynamo-port.ts`; the tests' in-memory twin implements the same port,
 * and one contract suite holds both to it. Errors are the SDK's own, told apart by `name`
 * (`TransactionCanceledException` with `CancellationReasons`, `ThrottlingException`, ...), so that
 * the door's classification is exercised the same way on both.
 */
export type Row = Record<string, unknown>;
export type RowKey = { pk: string; sk: string };

export type ConditionParams = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** One item of a transaction. `returnExisting` asks for the row that a failed condition met. */
export type TransactItem =
  | ({ kind: 'put'; row: Row; returnExisting?: boolean } & ConditionParams)
  | ({ kind: 'delete'; key: RowKey } & ConditionParams)
  | ({ kind: 'check'; key: RowKey } & ConditionParams);

export type QueryParams = {
  IndexName?: string;
  KeyConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  FilterExpression?: string;
  ScanIndexForward?: boolean;
  Limit?: number;
  ExclusiveStartKey?: Row;
  ConsistentRead?: boolean;
};

export type QueryPage = { rows: Row[]; lastKey?: Row };

export type TablePort = {
  /** All or nothing. `token` makes a resend of the same items within ten minutes the same transaction. */
  transactWrite(items: readonly TransactItem[], token: string): Promise<void>;
  /** Strongly consistent; rows that do not exist are left out, order is not kept. */
  batchGet(keys: readonly RowKey[]): Promise<Row[]>;
  /** One page, as the table gives it. Consistent unless an index is named. */
  query(params: QueryParams): Promise<QueryPage>;
};
