import { type App, CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Findings of cdk-nag that we answer instead of obeying, each with its reason, each on exactly the
 * resources it speaks of. cdk-nag accepts an acknowledgement that matches nothing, so a test
 * demands that every entry, on every resource it selects, meets a finding.
 */
type Acknowledgement = {
  /** the pack's rule, with the finding in brackets where the rule reports several */
  id: string;
  type: string;
  /** construct path of the resources it is about; absent: all of the type */
  path?: RegExp;
  reason: string;
};

export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    id: 'AwsSolutions-COG1',
    type: 'AWS::Cognito::UserPool',
    reason:
      'Ten characters without composition rules: NIST SP 800-63B forbids demanding digits and ' +
      'symbols, since people then write predictable ones.',
  },
  {
    id: 'AwsSolutions-COG2',
    type: 'AWS::Cognito::UserPool',
    reason: 'A second factor is not part of the product yet; pupils sign in with a password.',
  },
  {
    id: 'AwsSolutions-COG8',
    type: 'AWS::Cognito::UserPool',
    reason:
      'The plus plan bills every active person. Sign-in is limited per address and the pool cannot ' +
      'be reached but through our own functions.',
  },
  {
    id: 'AwsSolutions-SMG4',
    type: 'AWS::SecretsManager::Secret',
    path: /\/Keys\//,
    reason:
      'Mail links and e-mail look-ups are derived from the root key: a rotation would break every ' +
      'link sent and every address stored.',
  },
  {
    id: 'AwsSolutions-SMG4',
    type: 'AWS::SecretsManager::Secret',
    path: /\/Twilio\//,
    reason: 'Twilio issues the token; an operator rotates it there and here.',
  },
  {
    id: 'AwsSolutions-SMG4',
    type: 'AWS::SecretsManager::Secret',
    path: /\/Stripe(Webhook)?\//,
    reason: 'Stripe issues key and secrets; an operator rolls them there and here.',
  },
  {
    id: 'AwsSolutions-SMG4',
    type: 'AWS::SecretsManager::Secret',
    path: /\/(ETeori|Findkoreskole)\//,
    reason: 'The platform holds the same secret; an operator rotates it there and here.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::*]',
    type: 'AWS::IAM::ManagedPolicy',
    path: /\/Tracing\//,
    reason: 'X-Ray knows no resource that a statement could name.',
  },
  {
    id: 'AwsSolutions-SQS3',
    type: 'AWS::SQS::Queue',
    path: /\/Failures\/Resource$/,
    reason:
      'It is a dead-letter queue, of a rule target or a failure destination; the rule looks at ' +
      'redrive policies only.',
  },
  {
    id: 'Serverless-SQSRedrivePolicy',
    type: 'AWS::SQS::Queue',
    path: /\/(DeadLetters|Failures)\/Resource$/,
    reason: 'Dead letters end here: people look at them, and an alarm calls these people.',
  },
  {
    id: 'Serverless-LambdaDLQ',
    type: 'AWS::Lambda::Function',
    reason:
      'Called by the API, a queue or a stream, which keep their own failures; a scheduled one has ' +
      'an asynchronous failure destination, which carries more than a dead-letter target would.',
  },
  {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    type: 'AWS::Lambda::EventSourceMapping',
    path: /\/Messages\/Resource$/,
    reason: 'A queue is its own: what fails six times goes to its dead-letter queue.',
  },
  {
    id: 'AwsSolutions-APIG4',
    type: 'AWS::ApiGatewayV2::Route',
    reason: 'Public on purpose: listed in infra/public-routes.ts, which synth compares.',
  },
  {
    id: 'Serverless-SNSRedrivePolicy',
    type: 'AWS::SNS::Subscription',
    reason: 'Alarms to a mailbox: the alarm itself keeps its state and the dashboard shows it.',
  },
];

/** The resources an acknowledgement is about. */
export function resourcesOf(app: App, { type, path, id }: Acknowledgement): CfnResource[] {
  return app.node
    .findAll()
    .filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct))
    .filter(({ cfnResourceType }) => cfnResourceType === type)
    .filter((resource) => path === undefined || path.test(resource.node.path))
    .filter((resource) => id !== 'AwsSolutions-APIG4' || isPublic(resource));
}

function isPublic(resource: IConstruct): boolean {
  return 'authorizationType' in resource && resource.authorizationType === 'NONE';
}

/** Records every acknowledgement on its resources. Call it when the tree is complete. */
export function acknowledgeFindings(app: App): void {
  for (const acknowledgement of ACKNOWLEDGEMENTS) {
    const { id, reason } = acknowledgement;
    for (const resource of resourcesOf(app, acknowledgement)) {
      Validations.of(resource).acknowledge({ id, reason });
    }
  }
}
