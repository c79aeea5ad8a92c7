import { readState, removeState } from './state.ts';

export type Stop = () => Promise<unknown>;

/** Ends what was started, the last first, and takes the state file away. */
export function stopper(localDir: string, stops: Stop[]): () => Promise<void> {
  return async () => {
    // Only what this start wrote: a second start by mistake must not take the first one's state away.
    if (readState(localDir)?.process === process.pid) removeState(localDir);
    while (stops.length > 0) {
      // One part that does not end well must not keep the others running.
      await stops
        .pop()?.()
        .catch((error: unknown) => console.error('stopping:', error));
    }
  };
}
