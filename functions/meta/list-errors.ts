import { BOOKING_RULES } from '../../domain/scheduling/rules.ts';
import { ok } from '../shared/answer.ts';
import { FIELD_CODES } from '../shared/field-codes.ts';
import { INTERNAL, PROBLEMS } from '../shared/problem-table.ts';
import { staticHandler } from '../shared/static-handler.ts';

const items = Object.entries({ ...PROBLEMS, internal: INTERNAL }).map(([code, problem]) => ({
  code,
  ...problem,
  ...(code === 'rule_refused' && { rules: BOOKING_RULES }),
}));
const fields = Object.entries(FIELD_CODES).map(([code, meaning]) => ({ code, meaning }));

export const handler = staticHandler(() => ok({ items, fields }));
