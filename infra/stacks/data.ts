import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import {
  BY_DUE,
  BY_SCHOOL_AND_TIME,
  PARTITION_KEY,
  SORT_KEY,
  TTL_ATTRIBUTE,
} from '../../domain/store/names.ts';
import type { Needs } from '../../functions/shared/operation.ts';
import { constructId, PRODUCT, physicalName } from '../names.ts';
import type { StageContext } from '../platform.ts';

type Platform = NonNullable<Needs['platform']>;

/** One purpose key for each use is derived from this many random characters. */
const ROOT_KEY_LENGTH = 64;

/**
 * What outlives every deploy, kept when the stack is deleted: the one table, the user pool, the
 * secrets. No function lives here, so this stack hardly ever changes.
 */
export class DataStack extends Stack {
  readonly table: Table;
  readonly userPool: UserPool;
  readonly userPoolClient: UserPoolClient;
  readonly keysSecret: Secret;
  readonly twilioSecret: Secret;
  readonly stripeSecret: Secret;
  readonly stripeWebhookSecret: Secret;
  readonly platformSecrets: Readonly<Record<Platform, Secret>>;

  constructor(scope: Construct, { stage, config }: StageContext) {
    super(scope, 'Data', {
      stackName: physicalName(stage, 'data'),
      description: 'Just Driving: table, user pool, secrets',
    });
    this.table = this.addTable(stage, config.deletionProtection);
    this.userPool = this.addUserPool(stage, config.deletionProtection);
    this.userPoolClient = this.userPool.addClient('Client', {
      userPoolClientName: physicalName(stage, 'api'),
      // passwords reach Cognito from our own functions only, which hold no client secret to lose
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(30),
    });
    this.keysSecret = new Secret(this, 'Keys', {
      secretName: `${PRODUCT}/${stage}/keys`,
      description: 'Root key: mail tokens, e-mail look-ups, cursors are derived from it',
      generateSecretString: { passwordLength: ROOT_KEY_LENGTH, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.twilioSecret = new Secret(this, 'Twilio', {
      secretName: `${PRODUCT}/${stage}/twilio`,
      description: 'Operators put the real accountSid, authToken and from number here',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ accountSid: 'AC-replace-me', from: '+4500000000' }),
        generateStringKey: 'authToken',
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.stripeSecret = new Secret(this, 'Stripe', {
      secretName: `${PRODUCT}/${stage}/stripe`,
      description: "Operators put the platform's restricted apiKey here",
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'apiKey',
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // apart from the key: the function that the world can call must not be able to call Stripe
    this.stripeWebhookSecret = new Secret(this, 'StripeWebhook', {
      secretName: `${PRODUCT}/${stage}/stripe-webhook`,
      description:
        'Operators put { "secrets": [..] } here: platform, connect, and the next of each',
      generateSecretString: {
        secretStringTemplate: '{"secrets":[]}',
        generateStringKey: 'unused',
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.platformSecrets = {
      'e-teori': this.addPlatformSecret(stage, 'e-teori'),
      findkoreskole: this.addPlatformSecret(stage, 'findkoreskole'),
    };
  }

  /** Makes itself; an operator gives it to the platform, or puts the platform's own here. */
  private addPlatformSecret(stage: string, name: Platform): Secret {
    return new Secret(this, constructId(name), {
      secretName: `${PRODUCT}/${stage}/${name}`,
      description: `Signs what we and ${name} send each other; "previous" is taken too, while rotating`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'secret',
        excludePunctuation: true,
        passwordLength: 48,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private addTable(stage: string, deletionProtection: boolean): Table {
    const table = new Table(this, 'Table', {
      tableName: physicalName(stage, 'data'),
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: TTL_ATTRIBUTE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: BY_SCHOOL_AND_TIME.name,
      partitionKey: { name: BY_SCHOOL_AND_TIME.pk, type: AttributeType.STRING },
      sortKey: { name: BY_SCHOOL_AND_TIME.sk, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    table.addGlobalSecondaryIndex({
      indexName: BY_DUE.name,
      partitionKey: { name: BY_DUE.pk, type: AttributeType.STRING },
      sortKey: { name: BY_DUE.sk, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    return table;
  }

  /** Holds a person's id and password, nothing else: addresses live in the table. */
  private addUserPool(stage: string, deletionProtection: boolean): UserPool {
    return new UserPool(this, 'People', {
      userPoolName: physicalName(stage, 'people'),
      signInAliases: { username: true },
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      // length beats composition rules, which mostly produce `Password1!` (NIST SP 800-63B, 3.1.1.2)
      passwordPolicy: {
        minLength: 10,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
      },
      deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
