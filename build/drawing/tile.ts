import { DRAWING_SIDE, type WordDrawing } from "../../src/site/drawing.ts";
import type { Pattern } from "./pattern.ts";

/** Tiles, each with its label. */
export type Sketch = readonly (readonly [pattern: Pattern, label?: string])[];

/** Paints the tiles of a drawing, cell by cell. */
export function drawSketch(sketch: Sketch): WordDrawing {
  return sketch.map(([pattern, label = ""]) => [paintCells(pattern), label]);
}

function paintCells(pattern: Pattern): string {
  const places = Array.from({ length: DRAWING_SIDE }, (_, i) => (2 * i + 1) / DRAWING_SIDE - 1);
  const values = places.flatMap((y) => places.map((x) => pattern(x, y)));
  const isGrey = values.every((value) => typeof value === "number");
  return values.flatMap((value) => {
    return typeof value !== "number" ? value : isGrey ? [value] : [value, value, value];
  }).map(digit).join("");
}

// −1 is black, 0 mid grey, 1 white.
function digit(value: number): string {
  const level = Math.round((Math.max(-1, Math.min(1, value)) + 1) * 7.5);
  return level.toString(16);
}
