/** What a dispute's status says about the money. An inquiry (`warning_...`) has moved none. */
export function disputeMove(status: string): 'withdrawn' | 'reinstated' | null {
  if (status.startsWith('warning') || status === 'prevented') return null;
  return status === 'won' ? 'reinstated' : 'withdrawn';
}
