import { LOCAL_ACCOUNT_ID, LOCAL_REGION, LOCAL_SECRET_ACCESS_KEY } from '../parts/constants.ts';
import type { FunctionModel } from '../template/model.ts';

/**
 * Suffixes of `AWS_ENDPOINT_URL_*` as the SDK derives them from its service ids. One address
 * answers them all.
 */
const SDK_SERVICES = [
  'DYNAMODB',
  'DYNAMODB_STREAMS',
  'SQS',
  'SES',
  'SESV2',
  'EVENTBRIDGE',
  'SECRETS_MANAGER',
  'COGNITO_IDENTITY_PROVIDER',
];

export function endpointVariables(origin: string): Record<string, string> {
  return Object.fromEntries(SDK_SERVICES.map((name) => [`AWS_ENDPOINT_URL_${name}`, origin]));
}

/**
 * A function's whole environment: what Lambda sets, what the template says, and the addresses of
 * this machine. Variables of this process are not handed down. An override takes effect only where
 * the template sets the variable, so that one forgotten there is missing here too.
 */
export function functionEnvironment(
  fn: FunctionModel,
  options: {
    childId: string;
    proxyOrigin: string;
    overrides: Record<string, string>;
  },
): Record<string, string> {
  const overrides = Object.entries(options.overrides).filter(([name]) => name in fn.environment);
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    _HANDLER: fn.handler,
    LAMBDA_TASK_ROOT: fn.codeDir,
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${options.childId}`,
    ...fn.environment,
    ...Object.fromEntries(overrides),
    // The proxy knows the caller by its key id, and where a call is not signed by the path.
    AWS_ACCESS_KEY_ID: options.childId,
    AWS_SECRET_ACCESS_KEY: LOCAL_SECRET_ACCESS_KEY,
    AWS_ACCOUNT_ID: LOCAL_ACCOUNT_ID,
    ...endpointVariables(`${options.proxyOrigin}/${options.childId}`),
  };
}
