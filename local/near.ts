import { type Part, PortTakenError } from './parts/http.ts';

/** Starts a part on the port so many above the API's, or on any when that is taken. */
export async function near<T extends Part>(
  port: number,
  distance: number,
  startAt: (port: number) => Promise<T>,
): Promise<T> {
  if (port === 0) return startAt(0);
  try {
    return await startAt(port + distance);
  } catch (error) {
    if (error instanceof PortTakenError) return startAt(0);
    throw error;
  }
}
