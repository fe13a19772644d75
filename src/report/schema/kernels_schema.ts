import type { ComposedMeasure } from "../../analysis/kernel/composed_measures.ts";
import type { KernelKind } from "../../analysis/kind/kernel_kind.ts";
import { LARGEST_TURNED } from "../../analysis/likeness/largest_turned.ts";
import type { KernelColumns } from "../layer_report.ts";
import {
  INDEX,
  INDICES,
  listSchema,
  nullableSchema,
  numberColumns,
  objectSchema,
  type SchemaPart,
} from "./schema_part.ts";

type NumberColumn = Exclude<keyof KernelColumns, "index" | "kind" | "strongestSlices">;

const NUMBERS: Readonly<Record<NumberColumn, string>> = {
  min: "The smallest finite weight.",
  max: "The largest finite weight.",
  mean: "The mean of the finite weights.",
  norm: "The root of the sum of squares of the finite weights.",
  bias: "What the layer adds to every cell of the kernel's map; null where it adds " +
    "nothing, or computes it while it runs.",
  dcGain: "How much of the kernel averages: 0 is a pure band-pass, 1 pure averaging.",
  lumaGain: "The same of its luma part alone; null where the kernel does not read the image.",
  chroma: "The share of energy off the grey axis, 0 to 1; null where it does not read the " +
    "image.",
  hue: "The axis of its opponent colours in degrees: 0 red-cyan, 60 yellow-blue, 120 " +
    "green-magenta.",
  centroid: "The mean radial frequency, weighted by power, in cycles per pixel.",
  orientation: "Along which way its edges run, in degrees, counter-clockwise from horizontal.",
  coherence: "How much one orientation leads, 0 to 1.",
  bandwidth: "The standard deviation of the radial frequency, weighted by power, in cycles " +
    "per pixel.",
  separability: "The share of energy that is a column times a row in each slice, up to 1.",
  symmetry: "The share of energy that a turn by 180 degrees keeps: 1 is even, 0 is odd.",
  ownSymmetry: "The same about the middle of its energy: 1 is even, a line; 0 is odd, an edge; " +
    "null for kernels of more than 16 slices.",
  roundness: "The share of energy that is alike all around that middle: 1 is a spot.",
  waves: "How many waves lie across its pattern, which is four standard deviations of its energy " +
    "wide.",
  sparsity: "The share of weights below 1 % of the layer's largest, 0 to 1.",
  nonFinite: "How many weights are NaN or infinite.",
  confidence: "How far it is from the nearest of the thresholds that decided, 0 to 1; null " +
    "where none did.",
  nearest: "The kernel that is most like it, or most like its negative.",
  similarity: "The cosine of the angle between the two, -1 to 1.",
  duplicateOf: "The kernel most like it, where that is a duplicate, which reads the same input " +
    "channels, in place; null elsewhere.",
  antiPairOf: "The kernel most like its negative, where they are an anti-pair of the same " +
    "input channels, in place; null elsewhere.",
  likeness: "The largest cosine with another kernel of the same input channels, in place; " +
    "null where there is none.",
  strongestShare: "Their share of the kernel's energy, 0 to 1; null for a kernel of zeros.",
  balance:
    "How its weights balance, their sum over that of their sizes: 1 where all are positive, " +
    "-1 where all are negative.",
  similarityRank: "The place in an order in which neighbours are alike, counted from 0; of more " +
    `than ${LARGEST_TURNED} kernels it is the order in which they were grouped.`,
};

// Counts, ranks, and the indices of other kernels.
const WHOLES: readonly NumberColumn[] = [
  "nonFinite",
  "nearest",
  "duplicateOf",
  "antiPairOf",
  "similarityRank",
];

const KINDS: readonly KernelKind[] = [
  "dead",
  "grey blob",
  "colour blob",
  "grey edge",
  "colour edge",
  "high frequency",
  "duplicate",
  "near-constant",
  "low-pass",
  "band-pass",
  "other",
];

/** The schema of the measures of kernels. */
export const KERNELS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema("The measures of the kernels, a column a measure.", {
    index: INDICES,
    ...numberColumns(NUMBERS, WHOLES),
    kind: listSchema({ enum: KINDS }, "The class of the kernel."),
    strongestSlices: listSchema(
      { type: "array", items: INDEX },
      "The input slices that hold most of the energy, strongest first, counted from 0 " +
        "within the kernel's group.",
    ),
  }),
  "The measures of the kernels; null where they are not drawn.",
);

const COMPOSED: Readonly<Record<ComposedMeasure, string>> = {
  dcGain: "How much of it averages: 0 is a pure band-pass, 1 pure averaging.",
  lumaGain: "The same of its luma part alone; null where the photo has other than three colours.",
  chroma: "The share of its energy off the grey axis, 0 to 1; null likewise.",
  hue: NUMBERS.hue,
  centroid: "Its mean radial frequency, weighted by power, in cycles per pixel of the photo.",
  orientation: NUMBERS.orientation,
  coherence: NUMBERS.coherence,
  bandwidth: "The standard deviation of its radial frequency, weighted by power, in cycles per " +
    "pixel of the photo.",
  symmetry: NUMBERS.symmetry,
  ownSymmetry: NUMBERS.ownSymmetry,
  roundness: NUMBERS.roundness,
  waves: NUMBERS.waves,
};

/** The schema of the measures of kernels composed down to the pixels. */
export const COMPOSED_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(
    "The measures of the kernels composed with those of the layers before, activations left out, " +
      "in the space of the photo's pixels, a column a measure.",
    numberColumns(COMPOSED, []),
  ),
  "The measures of composed kernels; null where kernels read the photo, and where none are composed.",
);

/** The schema of the patterns that lead in kernels. */
export const LEADING_SCHEMA: SchemaPart = nullableSchema(
  objectSchema("The pattern that the slices of each kernel have most in common.", {
    share: listSchema(
      { type: ["number", "null"], minimum: 0, maximum: 1 },
      "Its share of the kernel's energy; null for a kernel of zeros, or one that is not finite.",
    ),
    tinted: {
      description:
        "Whether its picture is tinted by what the kernels read; grey where that is not known.",
      type: "boolean",
    },
  }),
  "The patterns that lead in kernels; null where slices are single weights or colours of the photo.",
);

const CLOSEST: Readonly<Record<string, SchemaPart>> = {
  kernel: listSchema(
    { type: "array", items: INDEX },
    "The indices of the kernels, the strongest first: a list a kernel.",
  ),
  cosine: listSchema(
    { type: "array", items: { type: "number", minimum: -1, maximum: 1 } },
    "The cosines of the angles between them.",
  ),
};

/** The schema of the kernels most like each kernel and its negative. */
export const NEIGHBOURS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    nearest: objectSchema("The kernels most like each.", CLOSEST),
    opposite: objectSchema("The kernels most like the negative of each.", CLOSEST),
  }),
  "The kernels most like each kernel and its negative; null where they are not compared.",
);

/** The schema of the kernels of a depthwise layer that are one filter. */
export const ALIKE_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    like: { description: "The kernel that all of them are like.", ...INDEX },
    kernels: listSchema(INDEX, "The indices of the kernels, that one among them."),
    blur: {
      description: "Whether every one of them averages, with weights that add up above 0.",
      type: "boolean",
    },
  }),
  "The kernels of a depthwise layer that are one filter, each for a channel of " +
    "its own; null where they are not most of it.",
);
