import { afterAll } from 'vitest';
import { audit } from './audit.ts';
import { control } from './control.ts';
import { forgetPlatformToken } from './people.ts';

// Whatever a file did to the clock and the providers ends with it, and what it left behind is sound.
afterAll(async () => {
  await control.clock(null);
  await control.clearCrashes();
  forgetPlatformToken();
  await audit();
});
