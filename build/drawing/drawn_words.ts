import type { Drawings } from "../../src/site/drawing.ts";
import { identifyMeasure } from "../../src/site/measure_columns.ts";
import {
  CLASS_SKETCHES,
  COLUMN_SKETCHES,
  COMPARED_SKETCHES,
  KERNEL_SKETCHES,
  RULE_SKETCHES,
} from "./kernel_sketches.ts";
import {
  EXPERIMENT_SKETCHES,
  FACET_SKETCHES,
  MAP_SKETCHES,
  TUNING_SKETCHES,
} from "./map_sketches.ts";
import { drawSketch, type Sketch } from "./tile.ts";

/** Draws what the words of pages mean. */
export function drawWords(): Drawings {
  const sketches: Readonly<Record<string, Sketch>> = {
    ...KERNEL_SKETCHES,
    ...COLUMN_SKETCHES,
    ...EXPERIMENT_SKETCHES,
    ...identify("map", MAP_SKETCHES),
    ...identify("tuning", TUNING_SKETCHES),
    ...CLASS_SKETCHES,
    ...FACET_SKETCHES,
    ...COMPARED_SKETCHES,
    ...RULE_SKETCHES,
  };
  return Object.fromEntries(
    Object.entries(sketches).map(([id, sketch]) => [id, drawSketch(sketch)]),
  );
}

function identify(
  of: "map" | "tuning",
  sketches: Readonly<Record<string, Sketch>>,
): Readonly<Record<string, Sketch>> {
  return Object.fromEntries(
    Object.entries(sketches).map(([measure, sketch]) => [identifyMeasure({ of, measure }), sketch]),
  );
}
