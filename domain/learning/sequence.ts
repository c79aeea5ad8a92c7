/** `7` -> `0000000007`: keys sort like the numbers in them. */
export function sequenceKey(sequence: number): string {
  return String(sequence).padStart(10, '0');
}
