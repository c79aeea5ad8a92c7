import { ok } from '../shared/answer.ts';
import { staticHandler } from '../shared/static-handler.ts';

export const handler = staticHandler(() => ok({ status: 'ok' }));
