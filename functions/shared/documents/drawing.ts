import type { Strokes } from '../../../domain/learning/entry.ts';

/** A drawn signature moved into a box of its own size, whatever coordinates it was drawn in. */
export type Drawing = {
  strokes: readonly (readonly (readonly [x: number, y: number])[])[];
  width: number;
  height: number;
};

/** Room around the strokes, so that thick lines are not cut. */
const PADDING = 0.04;

/**
 * Fits strokes tightly, keeping their proportions. Null when there is no point at all.
 *
 *   [[[0.1, 0.5], [0.9, 0.6]]]  ->  0.864 wide, 0.164 high, beginning at [0.032, 0.032]
 */
export function drawingOf(strokes: Strokes): Drawing | null {
  const points = strokes.flat();
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  if (points.length === 0) return null;
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  // A single dot has no size: it is drawn as one in a box of one.
  const padding = Math.max(width, height) * PADDING || 0.5;
  const moved = strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke.map(
        ([x = 0, y = 0]) => [exact(x - left + padding), exact(y - top + padding)] as const,
      ),
    );
  return { strokes: moved, width: exact(width + 2 * padding), height: exact(height + 2 * padding) };
}

/** Six digits are finer than any printer, and keep `0.1 + 0.2` out of documents. */
function exact(value: number): number {
  return Number(value.toPrecision(6));
}
