import { ok } from '../shared/answer.ts';
import { PROBLEMS } from '../shared/problem-table.ts';
import { staticHandler } from '../shared/static-handler.ts';

const items = Object.entries(PROBLEMS).map(([code, problem]) => ({ code, ...problem }));

export const handler = staticHandler(() => ok({ items }));
