/** What a student was warned or reminded of. */
export type Warning =
  | { kind: 'pause'; days: number; lastTaughtOn: string; resumeBy: string }
  | { kind: 'signature'; bookingId: string; moduleIds: string[]; hoursAfter: number };
