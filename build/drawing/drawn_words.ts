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
  DATASET_SKETCHES,
  EXPERIMENT_SKETCHES,
  FACET_SKETCHES,
  MAP_SKETCHES,
  TUNING_SKETCHES,
} from "./map_sketches.ts";
import { drawSketch, type Sketch } from "./tile.ts";

// The rows of a network, by what they tell of a layer.
const ROW_SKETCHES: Readonly<Record<string, Sketch>> = {
  "row-what": COLUMN_SKETCHES.class,
  "row-photo": MAP_SKETCHES.keepsPicture,
  "row-colour": EXPERIMENT_SKETCHES.colourDependence,
  "row-detail": EXPERIMENT_SKETCHES.detailDependence,
  "row-on": MAP_SKETCHES.on,
  "row-never": FACET_SKETCHES["when:never"]!,
  "row-border": FACET_SKETCHES["where:padding"]!,
  "row-duplicate": COLUMN_SKETCHES.nearest,
  "row-damage": COMPARED_SKETCHES.change!,
};

// The columns of two models that are compared: how far maps, and kernels, are off.
const RANKED_SKETCHES: Readonly<Record<string, Sketch>> = {
  worst: COMPARED_SKETCHES.change!,
  median: COMPARED_SKETCHES.change!,
  moved: COMPARED_SKETCHES.change!,
};

/** Draws what the words of pages mean. */
export function drawWords(): Drawings {
  const sketches: Readonly<Record<string, Sketch>> = {
    ...KERNEL_SKETCHES,
    ...COLUMN_SKETCHES,
    ...EXPERIMENT_SKETCHES,
    ...identify("map", MAP_SKETCHES),
    ...identify("tuning", TUNING_SKETCHES),
    ...identify("dataset", DATASET_SKETCHES),
    ...CLASS_SKETCHES,
    ...FACET_SKETCHES,
    ...COMPARED_SKETCHES,
    ...RULE_SKETCHES,
    ...ROW_SKETCHES,
    ...RANKED_SKETCHES,
  };
  return Object.fromEntries(
    Object.entries(sketches).map(([id, sketch]) => [id, drawSketch(sketch)]),
  );
}

function identify(
  of: "map" | "tuning" | "dataset",
  sketches: Readonly<Record<string, Sketch>>,
): Readonly<Record<string, Sketch>> {
  return Object.fromEntries(
    Object.entries(sketches).map(([measure, sketch]) => [identifyMeasure({ of, measure }), sketch]),
  );
}
