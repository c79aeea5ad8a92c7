import { stack } from './stack.ts';

/**
 * Milliseconds since 1970 by the clock that the tests keep: of a morning in a week to come, so that
 * no verdict hangs on the hour they run at (`global-setup.ts`). A test that moves the control clock
 * on asks `control.now()`.
 */
export function now(): number {
  return Date.now() + stack().clockOffsetMs;
}

export function inMinutes(minutes: number): string {
  return new Date(now() + minutes * 60_000).toISOString();
}

/** The date so many days from now. */
export function inDays(days: number): string {
  return new Date(now() + days * 86_400_000).toISOString().slice(0, 10);
}
