import {
  ID,
  INDEX,
  listSchema,
  nullableSchema,
  NUMBER,
  objectSchema,
  refer,
  type SchemaPart,
  WHOLE,
} from "./schema_part.ts";

const STAGE: SchemaPart = {
  description: "The own output, or what is behind what follows it.",
  enum: ["maps", "activated"],
};

const KERNEL: SchemaPart = { description: "The kernel of a, counted from 0.", ...INDEX };

const OTHER: SchemaPart = { description: "The kernel of b that goes with it.", ...INDEX };

const SENTENCE: SchemaPart = { type: ["string", "null"] };

const MAP_ERRORS: Readonly<Record<string, string>> = {
  medianError: "The median, over the kernels, of each one's mean error over the photos.",
  lowError: "What a tenth of these means is below.",
  highError: "What a tenth of these means is above.",
  worstError: "The largest error of a map on a photo.",
  medianSnr:
    "The signal-to-noise ratio of the median error, -20 log10 of it, in decibels; null too " +
    "where the error is 0.",
  worstSnr: "That of the largest error.",
};

const KERNEL_MOVES: Readonly<Record<string, string>> = {
  medianMoved: "The median, over the kernels, of ‖A - B‖ ÷ ‖A‖.",
  lowMoved: "What a tenth of them has moved less than.",
  highMoved: "What a tenth of them has moved more than.",
  mostMoved: "The most that one has moved.",
  medianCosine: "The median of their cosines.",
};

function listNumbers(meanings: Readonly<Record<string, string>>): Record<string, SchemaPart> {
  return Object.fromEntries(
    Object.entries(meanings).map(([name, description]) => [name, { description, ...NUMBER }]),
  );
}

const COMPARED_LAYER: SchemaPart = objectSchema(
  "Two layers that go together. The error of a map is ‖A - B‖ ÷ ‖A‖ over its cells on a photo.",
  {
    a: { description: "The id of the layer of a.", ...ID },
    b: { description: "The id of the layer of b.", ...ID },
    matched: {
      description: "By what they go together: their names, or their order among layers of their " +
        "shape.",
      enum: ["name", "order"],
    },
    paired: {
      description:
        "How their kernels go together: each with that at its place, or some, permuted, " +
        "with those like them.",
      enum: ["place", "likeness"],
    },
    permuted: {
      description: "How many kernels of a go with one at another place.",
      ...INDEX,
    },
    pairs: { description: "How many pairs of kernels there are.", ...INDEX },
    stages: objectSchema(
      "Which maps are compared: the convolution's own output, or, where one does behind it what the " +
        "other has folded into it, what is behind that.",
      { a: STAGE, b: STAGE },
    ),
    images: listSchema(ID, "The ids of the photos on which maps are compared; empty for none."),
    ...listNumbers(MAP_ERRORS),
    worst: nullableSchema(
      objectSchema(null, {
        kernel: KERNEL,
        other: OTHER,
        image: { description: "The id of the photo.", ...ID },
      }),
      "Which map has the largest error; null where none is known.",
    ),
    mapsMissing: { description: "Why no maps are compared; null where some are.", ...SENTENCE },
    mapsReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
    kernels: nullableSchema(
      objectSchema("How far the kernels are apart.", {
        ...listNumbers(KERNEL_MOVES),
        most: nullableSchema(
          objectSchema(null, { kernel: KERNEL, other: OTHER }),
          "Which kernel of a has moved most, and that of b that goes with it.",
        ),
      }),
      "How far kernels have moved; null where they are not compared.",
    ),
    kernelsMissing: {
      description: "Why kernels are not compared; null where they are.",
      ...SENTENCE,
    },
    kernelsReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
  },
);

/** The schema of two models that are compared, in the head of a report. */
export const REPORT_COMPARISON_SCHEMA: SchemaPart = objectSchema(
  "Two models, layer by layer: how far the kernels and maps of b are from those of a.",
  {
    a: { description: "The id of the model that the other is compared with.", ...ID },
    b: { description: "The id of the other.", ...ID },
    file: {
      description: "The files of the numbers of each kernel, relative to the report's folder, " +
        "without .json and .js.",
      type: "string",
    },
    seenAlike: {
      description: "Whether both see the photos alike; where not, maps may differ by that alone.",
      type: "boolean",
    },
    learnedAlike: {
      description: "Whether most of their kernels are next to equal, or else most of their maps " +
        "alike; where not, they are different networks.",
      type: "boolean",
    },
    medianError: {
      description: "The median, over the layers, of their medianError; null where none is known.",
      ...NUMBER,
    },
    medianCosine: {
      description:
        "The median, over the layers, of the medianCosine of their kernels; null where " +
        "none is known.",
      ...NUMBER,
    },
    layers: listSchema(COMPARED_LAYER, "The layers that go together, in the order of a."),
    unmatched: objectSchema("The layers of each that go with none of the other.", {
      a: listSchema(ID, "Their ids."),
      b: listSchema(ID, "Their ids."),
    }),
  },
);

const COLUMN: SchemaPart = { type: "array", items: NUMBER };

/** The schema of `comparisons/<a>/<b>.json`; `comparison.schema.json` is its copy. */
export const COMPARISON_SCHEMA: SchemaPart = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "convatlas comparison",
  ...objectSchema("How far each kernel and map of one model is from that of another.", {
    format: { description: "What this file is.", const: "convatlas-comparison" },
    version: { description: "The version of the format.", const: 1 },
    a: { description: "The id of the model that the other is compared with.", ...ID },
    b: { description: "The id of the other.", ...ID },
    layers: listSchema(
      objectSchema("Two layers that go together: a column a number, in the order of a's kernels.", {
        a: { description: "The id of the layer of a.", ...ID },
        b: { description: "The id of the layer of b.", ...ID },
        other: nullableSchema(
          listSchema(INDEX, "A kernel each."),
          "The kernel of b that goes with each; null where each goes with that at its place.",
        ),
        inputs: nullableSchema(
          listSchema(INDEX, "An input each."),
          "The input of b that goes with each of a; null where each goes with that at its place.",
        ),
        errors: nullableSchema(
          objectSchema("The errors of the maps, ‖A - B‖ ÷ ‖A‖ over the cells.", {
            mean: { description: "The mean over the photos.", ...COLUMN },
            worst: { description: "The largest on a photo.", ...COLUMN },
            photo: listSchema(
              WHOLE,
              "The place of that photo in images of the layer in report.json.",
            ),
          }),
          "How far maps are apart; null where none are compared.",
        ),
        moves: nullableSchema(
          objectSchema("How far the kernels are apart.", {
            moved: { description: "‖A - B‖ ÷ ‖A‖.", ...COLUMN },
            cosine: { description: "a · b ÷ (‖a‖ ‖b‖).", ...COLUMN },
          }),
          "How far kernels have moved; null where they are not compared.",
        ),
      }),
      "The layers, in the order of report.json.",
    ),
  }),
};
