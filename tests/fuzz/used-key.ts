/** An `Idempotency-Key` under which each of those who act has done something already. */
export const USED_KEY = 'fuzz-used-key';
