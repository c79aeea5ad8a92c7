import { createTwin } from '../support/twin.ts';
import { portContract } from '../support/port-contract.ts';

portContract('the in-memory twin', async () => createTwin());
