import { portContract } from '../support/port-contract.ts';
import { createTwin } from '../support/twin.ts';

portContract('the in-memory twin', async () => createTwin());
