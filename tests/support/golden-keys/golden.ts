/** The attributes that the keys of a row are made of, and all keys of the row that come of them. */
export type Golden = { from: Record<string, unknown>; keys: Record<string, string> };

export const SCHOOL = 'sch_01kat5n8x0e4vv6h7w7b1q2r3s';
export const PERSON = 'per_01kat5n8x1e4vv6h7w7b1q2r3s';
export const INVOICE = 'inv_01kat5n8x6e4vv6h7w7b1q2r3s';
export const PAYMENT = 'pay_01kat5n8xce4vv6h7w7b1q2r3s';
export const AT = '2026-11-23T08:00:00.000Z';
