/** How a batch ended: all well, all failed, or only these failed. */
export type BatchOutcome = 'done' | 'failed' | ReadonlySet<string>;

/**
 * Reads a handler's partial batch answer as Lambda does: null or empty means all well; an
 * identifier that is empty, missing or not in the batch fails the whole batch. Without
 * `ReportBatchItemFailures` on the mapping the answer is ignored.
 */
export function readBatchFailures(
  answer: unknown,
  identifiers: ReadonlySet<string>,
  reported: boolean,
): BatchOutcome {
  if (!reported || answer === null || answer === undefined) return 'done';
  const failures = (answer as { batchItemFailures?: unknown }).batchItemFailures ?? [];
  if (!Array.isArray(failures)) return 'failed';
  const failed = new Set<string>();
  for (const failure of failures as { itemIdentifier?: unknown }[]) {
    const identifier = failure?.itemIdentifier;
    if (typeof identifier !== 'string' || !identifiers.has(identifier)) return 'failed';
    failed.add(identifier);
  }
  return failed.size === 0 ? 'done' : failed;
}

export function reportsFailures(properties: { FunctionResponseTypes?: unknown }): boolean {
  const types = properties.FunctionResponseTypes;
  return Array.isArray(types) && types.includes('ReportBatchItemFailures');
}
