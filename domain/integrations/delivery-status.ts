/** How far an event came at an endpoint; `skipped`: it came while the endpoint was disabled. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'skipped'] as const;
