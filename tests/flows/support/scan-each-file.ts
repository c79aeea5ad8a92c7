import { afterAll, expect } from 'vitest';
import { newLeaks } from './leaks.ts';

// After each file no log of the stack holds what the tests, or the rows they left, know of anybody. This
// file is run anew for each; what was scanned before is remembered beside it.
afterAll(async () => {
  expect(await newLeaks()).toEqual([]);
});
