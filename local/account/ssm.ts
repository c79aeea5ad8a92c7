import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import type { Answer } from '../parts/http.ts';

/** Parameters that stacks have made, read by name: all that a deploy asks of Systems Manager. */
export function answerSsm(
  parameter: (name: string) => string | null,
  target: string,
  body: Buffer,
): Answer {
  const action = target.split('.')[1];
  if (action !== 'GetParameter') {
    return json(400, { __type: 'InvalidAction', message: `no ${action} at this endpoint` });
  }
  const { Name = '' } = JSON.parse(body.toString('utf8')) as { Name?: string };
  const value = parameter(Name);
  if (value === null) return json(400, { __type: 'ParameterNotFound', message: '' });
  return json(200, {
    Parameter: {
      Name,
      Value: value,
      Type: 'String',
      DataType: 'text',
      Version: 1,
      ARN: `arn:aws:ssm:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:parameter${Name}`,
    },
  });
}

function json(status: number, value: object): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(value),
  };
}
