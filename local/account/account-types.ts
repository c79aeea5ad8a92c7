import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import { arn, type Describe } from '../template/resources.ts';
import type { Template } from '../template/types.ts';

/**
 * What `cdk bootstrap` makes besides roles. The account has these; the product's functions have not,
 * so a stack is either of these or of the types that the runner runs.
 */
export const ACCOUNT_TYPES: Readonly<Record<string, Describe>> = {
  'AWS::S3::Bucket': (name, property) => {
    const bucket = property('BucketName') ?? name.toLowerCase();
    return {
      Ref: bucket,
      Arn: `arn:aws:s3:::${bucket}`,
      DomainName: `${bucket}.s3.amazonaws.com`,
      RegionalDomainName: `${bucket}.s3.${LOCAL_REGION}.amazonaws.com`,
    };
  },
  'AWS::S3::BucketPolicy': (_name, property) => ({ Ref: property('Bucket') ?? '' }),
  'AWS::KMS::Key': (name) => ({ Ref: name, KeyId: name, Arn: arn('kms', `key/${name}`) }),
  'AWS::KMS::Alias': (name, property) => ({ Ref: property('AliasName') ?? name }),
  'AWS::ECR::Repository': (name, property) => {
    const repository = property('RepositoryName') ?? name.toLowerCase();
    return {
      Ref: repository,
      Arn: arn('ecr', `repository/${repository}`),
      RepositoryUri: `${LOCAL_ACCOUNT_ID}.dkr.ecr.${LOCAL_REGION}.amazonaws.com/${repository}`,
    };
  },
  'AWS::SSM::Parameter': (name, property) => ({
    Ref: property('Name') ?? name,
    Type: property('Type') ?? 'String',
    Value: property('Value') ?? '',
  }),
};

/** Whether a template is about the account, such as the bootstrap's, and nothing in it runs. */
export function isAboutAccount({ Resources }: Template): boolean {
  const types = Object.values(Resources).map(({ Type }) => Type);
  return (
    types.some((type) => type in ACCOUNT_TYPES) &&
    types.every((type) => type in ACCOUNT_TYPES || type.startsWith('AWS::IAM::'))
  );
}
