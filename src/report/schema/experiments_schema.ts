import type { ExperimentMeasure } from "../../analysis/trial/experiments.ts";
import { TRIALS } from "../../analysis/trial/trial.ts";
import {
  ID,
  listSchema,
  nullableSchema,
  NUMBER,
  objectSchema,
  refer,
  type SchemaPart,
} from "./schema_part.ts";

/** The schema of a measure of experiments: columns over the photos that tell it. */
export const TRIED_SCHEMA: SchemaPart = objectSchema(
  "A measure of each map over the photos on which it is known.",
  {
    mean: listSchema(NUMBER, "Its mean; null where no photo tells it."),
    least: nullableSchema(
      listSchema(NUMBER, "A number a map."),
      "Its least on a photo; null where trials were run on one photo alone.",
    ),
    most: nullableSchema(
      listSchema(NUMBER, "A number a map."),
      "Its most on a photo; null where trials were run on one photo alone.",
    ),
  },
);

const WHAT_WAS_TRIED: Readonly<Record<"images" | "trials", SchemaPart>> = {
  images: listSchema(ID, "The ids of the photos that were fed in other ways."),
  trials: listSchema({ enum: TRIALS }, "What was done to them."),
};

/** The schema of which photos a model was fed in other ways, and in which. */
export const REPORT_EXPERIMENTS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, WHAT_WAS_TRIED),
  "The photos that were fed in other ways, and in which; null where none were.",
);

const MEASURES: Readonly<Record<ExperimentMeasure, string>> = {
  colourDependence: "1 - r², r the correlation of the map with that of the photo in grey.",
  colourLoss: "The share of what the map has above 0, behind the activation, that goes without " +
    "colour, cell by cell, 0 to 1.",
  detailDependence: "1 - r², r the correlation with the map of the photo blurred by a standard " +
    "deviation of 1.5 pixels.",
  detailLoss: "The share that goes with that blur.",
  detailPeriod:
    "About how many pixels a cycle of what carries the map has, from 4 to 64: from the " +
    "shares of its variance that blurs of 1.5 and of 6 pixels leave.",
  coarseDependence:
    "1 - r², r the correlation with the map of the photo without what a blur of 6 " +
    "pixels leaves.",
  coarseLoss: "The share that goes without that.",
  mirrorSymmetry:
    "The correlation with the map of the mirrored photo, mirrored back, -1 to 1; null " +
    "where no cells read just what others read before.",
};

/** The schema of what trials tell of the maps of a layer. */
export const EXPERIMENTS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    ...WHAT_WAS_TRIED,
    ...Object.fromEntries(
      Object.entries(MEASURES).map(([name, description]) =>
        [name, { description, ...refer("tried") }] as const
      ),
    ),
  }),
  "How maps change where photos are fed in other ways; null where none were.",
);
