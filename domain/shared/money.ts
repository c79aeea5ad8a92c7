/**
 * Money: an integer number of minor units (øre) and an ISO 4217 currency. Prices include VAT.
 */
export type Money = { amount: number; currency: string };

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`not a whole number of minor units: ${amount}`);
  return { amount, currency };
}

/**
 * An amount for part of a whole, half up: a lesson of 45 minutes at 60000 øre costs 120000 for 90, and
 * one at 55000 for 50 minutes 61111. Of whole numbers only, none of them negative; `whole` is not 0.
 */
export function proportionally(amount: number, part: number, whole: number): number {
  const [numerator, denominator] = [BigInt(amount) * BigInt(part), BigInt(whole)];
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}

/**
 * The VAT held in a gross amount: gross x rate / (100 + rate), half up.
 * 54995 øre at 25 % hold 10999 øre; computed in BigInt, so no float can round it wrong.
 */
export function vatIn(gross: number, ratePercent: number): number {
  // Rates have at most two decimals (25, 12.5): scaled by 100 they are whole.
  const rate = BigInt(Math.round(ratePercent * 100));
  const numerator = BigInt(Math.abs(gross)) * rate;
  const denominator = 10_000n + rate;
  const halfUp = Number((numerator * 2n + denominator) / (denominator * 2n));
  return gross < 0 && halfUp > 0 ? -halfUp : halfUp;
}
