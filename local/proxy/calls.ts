import type { IncomingHttpHeaders } from 'node:http';

/** The AWS services that functions call here, by the names IAM and the crash control use. */
const SERVICES = [
  'dynamodb',
  'dynamodbstreams',
  'sqs',
  'ses',
  'events',
  'secretsmanager',
  'cognito-idp',
] as const;
export type Service = (typeof SERVICES)[number];

export type Call = {
  service: Service;
  action: string;
  /** access key id of the request's signature, or from its path when it bears none */
  caller: string | null;
};

const TABLE_WRITES = [
  'TransactWriteItems',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
];

/** Whether a call may put something into the table's stream. */
export function isTableWrite({ service, action }: Call): boolean {
  return service === 'dynamodb' && TABLE_WRITES.includes(action);
}

/** Prefixes of `X-Amz-Target`. */
const TARGETS: Record<string, Service> = {
  DynamoDB_20120810: 'dynamodb',
  DynamoDBStreams_20120810: 'dynamodbstreams',
  AmazonSQS: 'sqs',
  AWSEvents: 'events',
  secretsmanager: 'secretsmanager',
  AWSCognitoIdentityProviderService: 'cognito-idp',
};

const CREDENTIAL = /Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request/;

/**
 * Names a request as IAM would: `dynamodb:TransactWriteItems`. JSON protocols carry the action in
 * `X-Amz-Target`, the query protocol (SES) in a form field. Null for anything else.
 */
export function nameCall(path: string, headers: IncomingHttpHeaders, body: Buffer): Call | null {
  const credential = CREDENTIAL.exec(headers.authorization ?? '');
  // Cognito's public calls are not signed: the child's endpoint carries its id as a path.
  const caller = credential?.[1] ?? /^\/(LOCALF\d+)(\/|$)/.exec(path)?.[1] ?? null;
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', action = ''] = target.split('.');
    const service = TARGETS[prefix];
    return service === undefined ? null : { service, action, caller };
  }
  if (credential?.[4] === 'ses' || credential?.[4] === 'email') {
    const version2 = path.match(/\/v2\/email\/(.+)$/);
    const action = version2 ? 'SendEmail' : new URLSearchParams(body.toString()).get('Action');
    return { service: 'ses', action: action ?? '', caller };
  }
  if (credential?.[4] === 'sqs') {
    const action = new URLSearchParams(body.toString()).get('Action');
    return { service: 'sqs', action: action ?? '', caller };
  }
  return null;
}

/**
 * The signature's credential as the parts know it: DynamoDB Local keeps one database per access key
 * id and region, and every function here has a key id of its own.
 */
export function rewriteCredential(authorization: string, keyId: string, region: string): string {
  return authorization.replace(
    CREDENTIAL,
    (_, _key, date: string, _region, service: string) =>
      `Credential=${keyId}/${date}/${region}/${service}/aws4_request`,
  );
}
