import { afterAll, expect } from 'vitest';
import { audit } from './audit.ts';
import { control } from './control.ts';
import { newLeaks } from './leaks.ts';
import { forgetPlatformToken } from './people.ts';

// Whatever a file did to the clock and the providers ends with it, and what it left behind is sound: the
// rows hold every invariant, and no log holds what the tests, or those rows, know of anybody. This file
// is run anew for each; what was scanned before is remembered beside it.
afterAll(async () => {
  await control.clock(null);
  await control.clearCrashes();
  forgetPlatformToken();
  expect(await newLeaks(await audit())).toEqual([]);
});
