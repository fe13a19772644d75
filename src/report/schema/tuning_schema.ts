import type { LayerTuning, TuningCurves } from "../../analysis/tuning/layer_tuning.ts";
import type { ReportTuning } from "../report_model.ts";
import {
  listSchema,
  nullableSchema,
  numberColumns,
  NUMBERS,
  objectSchema,
  type SchemaPart,
} from "./schema_part.ts";

type NumberColumn = Exclude<keyof LayerTuning, "opponent" | "curves">;

const COLUMNS: Readonly<Record<NumberColumn, string>> = {
  response:
    "The strongest response to a grating or a sheet of a hue, above that to plain grey, in " +
    "units of the map; null where it responds to none.",
  orientation:
    "Along which way the stripes run that it prefers, in degrees, counter-clockwise: 0 " +
    "lies like –, 90 like |; null where its selectivity is below 0.1.",
  orientationBandwidth:
    "How many degrees lie between the half-heights of its curve; null where it " +
    "falls to half nowhere.",
  orientationSelectivity: "1 − the circular variance of its curve, 0 to 1.",
  frequency:
    "The frequency that it prefers, in cycles per pixel, at an end of the axis that end; " +
    "null where its selectivity is below 0.1.",
  frequencyBandwidth: "How many octaves lie between the half-heights of its curve; null where it " +
    "does not fall to half on both sides.",
  frequencySelectivity: "How much one frequency leads the others, 0 to 1.",
  hue:
    "The hue that it prefers, in degrees: 0 is red, 60 yellow, 120 green; of two opposite ones " +
    "that below 180; null where its selectivity is below 0.1.",
  hueSelectivity:
    "How much one hue, or one and its opposite, lead the others, 0 to 1; null where it " +
    "responds to hues less than a tenth of what it does to gratings.",
};

const CURVES: Readonly<Record<keyof TuningCurves, string>> = {
  orientation: "At the frequency that it prefers.",
  frequency: "At the orientation that it prefers.",
  hue: "On the sheets of gratings of each hue.",
};

const CURVE: SchemaPart = { type: ["array", "null"], items: { type: "number" } };

const AXES: Readonly<Record<"orientations" | "frequencies" | "hues", SchemaPart>> = {
  orientations: {
    description: "Along which way the stripes of the gratings run, in degrees.",
    ...NUMBERS,
  },
  frequencies: { description: "Their frequencies, in cycles per pixel.", ...NUMBERS },
  hues: { description: "The hues, in degrees; none for a network that sees grey.", ...NUMBERS },
};

/** The schema of what the kernels of a layer are tuned to. */
export const TUNING_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    ...AXES,
    inside: {
      description: "Whether the cells whose largest number counts read gratings alone; else they " +
        "are those around the middle, and may read padding.",
      type: "boolean",
    },
    ...numberColumns(COLUMNS, []),
    opponent: listSchema(
      { type: ["boolean", "null"] },
      "Whether it responds to that hue and its opposite more than to those between.",
    ),
    curves: objectSchema(
      "The responses of each kernel along each axis, as shares of the largest; null where there are " +
        "none.",
      Object.fromEntries(
        Object.entries(CURVES).map(([name, text]) => [name, listSchema(CURVE, text)]),
      ),
    ),
  }),
  "What the kernels respond to gratings, behind the layer's activation; null where it was not " +
    "asked for, or is not known.",
);

const SIZES: Readonly<Record<Exclude<keyof ReportTuning, keyof typeof AXES>, SchemaPart>> = {
  width: { description: "The width of a grating, in pixels.", type: "integer", minimum: 1 },
  height: { description: "The height likewise.", type: "integer", minimum: 1 },
  pictures: { description: "How many pictures were run.", type: "integer", minimum: 1 },
};

/** The schema of the gratings that a model was run on. */
export const REPORT_TUNING_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, { ...SIZES, ...AXES }),
  "The gratings that the model was run on; null where there were none.",
);
