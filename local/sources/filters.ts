import { type EventPattern, matchesPattern } from '../bus/pattern.ts';

/** `FilterCriteria` of an event source mapping: any of the patterns must match; none means all pass. */
export function readFilters(criteria: unknown): (record: unknown) => boolean {
  const filters = (criteria as { Filters?: { Pattern: string }[] } | undefined)?.Filters ?? [];
  const patterns = filters.map((filter) => JSON.parse(filter.Pattern) as EventPattern);
  if (patterns.length === 0) return () => true;
  return (record) => patterns.some((pattern) => matchesPattern(pattern, record));
}
