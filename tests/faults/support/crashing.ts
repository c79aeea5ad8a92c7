import { TestRunner } from 'vitest';
import { type Crash, control } from '../../flows/support/control.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** the crashes that have happened in a test, as vitest's JSON report tells them on */
    crashes?: string[];
  }
}

/** Told so often a test may ask; a stack that has not moved after as long as this never will. */
const PATIENCE_MS = 45_000;
const LOOK_EVERY_MS = 20;

/** Waits for a condition. Throws, naming it, when it does not come. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** How many crashes of a function have happened, as the stack counts them. */
export async function crashesOf(functionName: string): Promise<number> {
  const { happened } = await control.crashes();
  return happened.filter((crash: Crash) => crash.function === functionName).length;
}

/**
 * Plants a crash, does what leads to it, and waits until it has happened: a test whose crash never
 * came fails here, instead of passing for the wrong reason.
 */
export async function crashing<T>(order: Crash, act: () => Promise<T>): Promise<T> {
  const before = await crashesOf(order.function);
  await control.crash(order);
  const result = await act();
  await until(
    `${order.function} killed ${order.when} its ${order.call}`,
    async () => (await crashesOf(order.function)) > before,
  );
  const { function: name, when, call, nth = 1 } = order;
  const meta = TestRunner.getCurrentTest()?.meta;
  if (meta) meta.crashes = [...(meta.crashes ?? []), `${name} ${when} ${call} ${nth}`];
  return result;
}
