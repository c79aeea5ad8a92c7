import { describe, expect, it } from 'vitest';
import { classify, leavesDoubt, wasResent } from '../../domain/store/failures.ts';

const cancelled = (...codes: (string | undefined)[]) => ({
  name: 'TransactionCanceledException',
  CancellationReasons: codes.map((Code) => ({ Code })),
});

describe('what a failed transaction means', () => {
  it.each([
    ['a failed condition', cancelled('None', 'ConditionalCheckFailed'), 'lost-race'],
    ['a conflict', cancelled('TransactionConflict', 'None'), 'lost-race'],
    ['both', cancelled('TransactionConflict', 'ConditionalCheckFailed'), 'lost-race'],
    [
      'a conflict told as an exception of its own',
      { name: 'TransactionConflictException' },
      'lost-race',
    ],
    ['a throttled item', cancelled('None', 'ThrottlingError'), 'throttled'],
    [
      'a throttled item beside a conflict',
      cancelled('TransactionConflict', 'ProvisionedThroughputExceeded'),
      'throttled',
    ],
    ['a throttled request', { name: 'ThrottlingException' }, 'throttled'],
    ['an account over its limit', { name: 'RequestLimitExceeded' }, 'throttled'],
    ['a transaction still running', { name: 'TransactionInProgressException' }, 'unknown-outcome'],
    [
      'an error of the service',
      { name: 'InternalServerError', $fault: 'server' },
      'unknown-outcome',
    ],
    [
      'a gateway in between',
      { name: 'Unknown', $metadata: { httpStatusCode: 503 } },
      'unknown-outcome',
    ],
    [
      'a connection that broke',
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      'unknown-outcome',
    ],
    [
      'a reply that took too long',
      Object.assign(new Error(), { name: 'TimeoutError' }),
      'unknown-outcome',
    ],
    ['a row that is too large', cancelled('ValidationError', 'None'), 'defect'],
    [
      'a conflict beside a row that is too large',
      cancelled('TransactionConflict', 'ValidationError'),
      'defect',
    ],
    ['no reasons at all', cancelled(), 'defect'],
    ['reasons that give none', cancelled('None', undefined), 'defect'],
    ['a forbidden call', { name: 'AccessDeniedException', $fault: 'client' }, 'defect'],
    ['a bug of ours', new TypeError('x is undefined'), 'defect'],
    ['nothing', undefined, 'defect'],
    ['a text', 'oops', 'defect'],
  ])('%s', (_, error, kind) => {
    expect(classify(error).kind).toBe(kind);
  });

  it('keeps the rows that the conditions met, item by item', () => {
    const error = {
      name: 'TransactionCanceledException',
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: { pk: 'a' } },
      ],
    };

    expect(classify(error)).toMatchObject({ existing: [undefined, { pk: 'a' }] });
  });
});

describe('doubt about an earlier send', () => {
  it.each([
    ['a failed condition', cancelled('ConditionalCheckFailed'), false],
    ['a conflict', cancelled('TransactionConflict'), true],
    [
      'a conflict beside a failed condition',
      cancelled('TransactionConflict', 'ConditionalCheckFailed'),
      false,
    ],
    ['a throttle', { name: 'ThrottlingException' }, true],
    ['another lost reply', { name: 'TimeoutError' }, true],
    ['a defect', { name: 'ValidationException' }, false],
  ])('after %s is left: %s', (_, error, expected) => {
    expect(leavesDoubt(classify(error))).toBe(expected);
  });

  it('arises when the SDK resent by itself', () => {
    expect(wasResent({ $metadata: { attempts: 2 } })).toBe(true);
    expect(wasResent({ $metadata: { attempts: 1 } })).toBe(false);
    expect(wasResent(new Error())).toBe(false);
    expect(wasResent(undefined)).toBe(false);
  });
});
