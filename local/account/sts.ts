import { randomBytes } from 'node:crypto';
import { LOCAL_ACCOUNT_ID } from '../parts/constants.ts';
import type { QueryService } from './query.ts';
import { Refusal } from './refusal.ts';

const SESSION_SECONDS = 3_600;

/**
 * Who calls, and the sessions of roles. A role is assumed when a stack has made it; its permissions
 * are recorded, not judged: whoever deploys here may do everything.
 */
export function sts(options: { hasRole(arn: string): boolean }): QueryService {
  return {
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    actions: {
      GetCallerIdentity: () => ({
        Arn: `arn:aws:iam::${LOCAL_ACCOUNT_ID}:root`,
        UserId: LOCAL_ACCOUNT_ID,
        Account: LOCAL_ACCOUNT_ID,
      }),
      AssumeRole: (input) => {
        const arn = input.need('RoleArn');
        const session = input.need('RoleSessionName');
        if (!options.hasRole(arn)) {
          throw new Refusal(
            'AccessDenied',
            `User: arn:aws:iam::${LOCAL_ACCOUNT_ID}:root is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
            403,
          );
        }
        const seconds = Number(input.get('DurationSeconds') ?? SESSION_SECONDS);
        return {
          Credentials: {
            AccessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
            SecretAccessKey: randomBytes(30).toString('base64'),
            SessionToken: randomBytes(48).toString('base64'),
            Expiration: new Date(Date.now() + seconds * 1000).toISOString(),
          },
          AssumedRoleUser: {
            AssumedRoleId: `AROA${LOCAL_ACCOUNT_ID}:${session}`,
            Arn: `${arn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${session}`,
          },
        };
      },
    },
  };
}
