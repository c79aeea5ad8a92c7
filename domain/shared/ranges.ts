/**
 * Spans of time as half-open ranges of milliseconds since 1970: `from` belongs to it, `to` does not,
 * so that 10:00-10:45 and 10:45-11:30 touch and do not overlap. A range that holds nothing
 * (`to <= from`) is no range: every function takes it and none returns it.
 */
export type Range = { from: number; to: number };

function holdsSomething({ from, to }: Range): boolean {
  return from < to;
}

/** Whether two ranges share a moment. */
export function overlaps(a: Range, b: Range): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}

/** Whether all of `inner` lies within one of the ranges; merge them first when they may touch. */
export function contains(outer: readonly Range[], inner: Range): boolean {
  return outer.some(({ from, to }) => from <= inner.from && inner.to <= to);
}

/** The same moments in as few ranges as possible, in order: 8-10, 10-12 and 11-13 are 8-13. */
export function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.filter(holdsSomething).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

/** The moments that lie in both, in order. */
export function intersect(a: readonly Range[], b: readonly Range[]): Range[] {
  const others = merge(b);
  return merge(a).flatMap((one) =>
    others
      .map((other) => ({
        from: Math.max(one.from, other.from),
        to: Math.min(one.to, other.to),
      }))
      .filter(holdsSomething),
  );
}

/** What of the ranges lies within one span, in order. */
export function clip(ranges: readonly Range[], span: Range): Range[] {
  return intersect(ranges, [span]);
}

/** What is left of the ranges without the others, in order: 8-16 without 10-11 is 8-10 and 11-16. */
export function subtract(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const holes = merge(taken);
  return merge(ranges).flatMap((range) => {
    const left: Range[] = [];
    let from = range.from;
    for (const hole of holes) {
      if (hole.to <= from) continue;
      if (hole.from >= range.to) break;
      left.push({ from, to: hole.from });
      from = hole.to;
    }
    return [...left, { from, to: range.to }].filter(holdsSomething);
  });
}
