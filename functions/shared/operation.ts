import type * as z from 'zod';
import type { Platform } from '../../domain/integrations/platform.ts';
import type { ErrorCode } from '../../domain/shared/errors.ts';
import type { IndexName } from '../../domain/store/names.ts';
import type { QueueName } from './queue-names.ts';

/**
 * What an operation of the HTTP API is, stated once.
 *
 * From this one object come the route and its function (`infra/`), input validation and the role
 * check (`apiHandler`), the OpenAPI document and the tenancy tests. Pure: a contract may import zod
 * and pure domain files only, and never reaches an SDK.
 */
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** How much of the school a role sees in this operation (the clause after a role in the docs). */
export type Scope =
  /** everything inside the school */
  | 'school'
  /** the school, narrowed to the member's departments when they have any */
  | 'departments'
  /** records of bookings they teach and students assigned to them */
  | 'own'
  /** their own person only */
  | 'self';

export type Who =
  /** no token: the route has no authorizer */
  | 'public'
  /** any signed-in person, whatever the membership */
  | 'signed-in'
  /** platform administrators only */
  | 'platform'
  /** members of the school in the path by role; platform administrators always may, with scope `school` */
  | { school_admin?: Scope; office?: Scope; teacher?: Scope; student?: Scope };

export type UserPoolAction =
  | 'AdminCreateUser'
  | 'AdminSetUserPassword'
  | 'AdminUserGlobalSignOut'
  | 'AdminInitiateAuth'
  | 'InitiateAuth'
  | 'RevokeToken';

/** What a function touches: the grants of its role and the environment it gets, nothing more. */
export type Needs = {
  /**
   * `read`: GetItem, BatchGetItem, Query. `write`: also puts, deletes and checks inside transactions.
   * `append`: these alone, for what judges nothing that is stored.
   */
  table?: 'read' | 'write' | 'append';
  indexes?: readonly IndexName[];
  /** the per-address counters (UpdateItem on `rate#` rows) */
  rateLimits?: true;
  /** the deployment's root key, from which the purpose keys are derived */
  keys?: true;
  /** Cognito calls */
  userPool?: readonly UserPoolAction[];
  /** deletes outbox rows after publishing them */
  outbox?: true;
  bus?: 'publish';
  queues?: readonly QueueName[];
  email?: true;
  sms?: true;
  /** calls of Stripe's API */
  stripe?: true;
  /** the secrets that Stripe signs its deliveries with */
  stripeWebhook?: true;
  /** whether the stage moves real money */
  livemode?: true;
  /** one of the Danish platforms: its secret, for both directions, and its address */
  platform?: Platform;
  /** calls addresses that schools name: which private ones are allowed, and the way out */
  webhooks?: true;
  /** checks that a callback is Twilio's: its secret, and the address that was signed */
  twilioCallbacks?: true;
  /** the counters of what goes out (UpdateItem on `rate#` rows), and the stage's limits */
  sendingLimits?: true;
  /** the portal's address, for links in messages */
  portal?: true;
};

/** Limits per minute and caller address, set per stage. `school` counts registrations of one school. */
export type RateLimitName = 'registrations' | 'sessions' | 'tokens';
export type RateLimits = Record<RateLimitName | 'school', number>;

/** What goes out at most: messages a minute of one school, SMS an hour to one number. */
export type SendingLimitValues = { schoolPerMinute: number; numberPerHour: number };

type Schema = z.ZodType;

export type Operation<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
> = {
  /** kebab-case verb and noun; also the file's name and the function's */
  name: string;
  method: Method;
  /** API Gateway syntax: `/schools/{schoolId}/students` */
  path: string;
  summary: string;
  who: Who;
  params?: Params;
  query?: Query;
  body?: Body;
  /**
   * Status and body of the answer when it goes well; lazy, since only the documents and tests read
   * it. `mediaType` is said where it is not JSON, `alsoAs` what else a caller may ask for, `otherwise`
   * the status of the same body where another thing was done, and when.
   */
  response: {
    status: 200 | 201 | 202 | 204;
    body?: () => Schema;
    mediaType?: 'text/html' | 'text/csv';
    alsoAs?: readonly ('text/html' | 'application/pdf')[];
    otherwise?: { status: 200 | 201; when: string };
  };
  /** codes a caller may meet beyond those that every operation shares */
  errors?: readonly ErrorCode[];
  /** which of the stage's limits per caller address counts this operation; `needs.rateLimits` goes with it */
  rateLimit?: RateLimitName;
  /** nobody stands in for another here, platform administrators included: it is done in one's own name */
  byThemselves?: true;
  /** writes that a suspended school still accepts (a platform administrator lifting the suspension) */
  allowedWhileSuspended?: true;
  needs: Needs;
  memory?: number;
  timeoutSeconds?: number;
};

/** States an operation, keeping the literal types of its schemas for the handler. */
export function defineOperation<Params extends Schema, Query extends Schema, Body extends Schema>(
  operation: Operation<Params, Query, Body>,
): Operation<Params, Query, Body> {
  return operation;
}
