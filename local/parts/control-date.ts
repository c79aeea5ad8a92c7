/**
 * Puts the control clock in place of real time in this process: `new Date()`, `Date.now()` and
 * `Date()` are shifted by the offset that `offsetMs` gives at that moment. Timers keep real time.
 */
export function replaceDate(offsetMs: () => number): void {
  const Real = globalThis.Date;
  const now = () => Real.now() + offsetMs();
  const Control = new Proxy(Real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
  Real.prototype.constructor = Control; // `new someDate.constructor()` must not slip past
  globalThis.Date = Control;
}
