/**
 * Who the local account is. Every part and every function process gets these, so that an ARN, a
 * queue URL and a DynamoDB database (one per access key id) name the same thing everywhere.
 */
export const LOCAL_HOST = '127.0.0.1';
export const LOCAL_REGION = 'eu-north-1';
export const LOCAL_ACCOUNT_ID = '000000000000';

/** Alphanumeric, because DynamoDB Local refuses anything else and names its database file after it. */
export const LOCAL_ACCESS_KEY_ID = 'justdriving';
export const LOCAL_SECRET_ACCESS_KEY = 'local';

/** SDK options shared by every client of a local part. */
export const LOCAL_CREDENTIALS = {
  accessKeyId: LOCAL_ACCESS_KEY_ID,
  secretAccessKey: LOCAL_SECRET_ACCESS_KEY,
} as const;
