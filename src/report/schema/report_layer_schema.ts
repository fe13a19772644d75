import { PATCHES_SCHEMA } from "./patches_schema.ts";
import {
  ID,
  INDEX,
  listSchema,
  nullableSchema,
  objectSchema,
  refer,
  type SchemaPart,
  WHOLE,
} from "./schema_part.ts";

/** The schema of a layer in the head of a report. */
export const REPORT_LAYER_SCHEMA: SchemaPart = objectSchema("A convolution.", {
  id: {
    description: "The name of its folder.",
    ...ID,
  },
  name: {
    description: "The name for people: the node's, else its weight's, else its ordinal.",
    type: "string",
  },
  node: { description: "The name of its node; empty where the file gives none.", type: "string" },
  op: { description: "The operator, such as Conv.", type: "string" },
  input: { description: "The tensor that it reads.", type: "string" },
  output: { description: "The tensor that it writes.", type: "string" },
  weight: { description: "The tensor of its kernels.", type: "string" },
  bias: {
    description: "The name of the tensor that it adds to its maps, a number each; null where it " +
      "adds nothing.",
    type: ["string", "null"],
  },
  summing: {
    description: "Whether a cell of its maps is the sum of products and bias, or that sum " +
      "rounded to whole numbers or to half precision; null where more than a sum is " +
      "behind it, or its bias is computed.",
    enum: ["exact", "rounded", null],
  },
  badges: listSchema({ type: "string" }, "What is worth knowing before judging its kernels."),
  dtype: {
    description: "How the file stores the kernels, such as float32; null where they are not read.",
    type: ["string", "null"],
  },
  source: {
    description: "The id of the layer whose kernel j makes the map that this one reads as input " +
      "j; else null.",
    type: ["string", "null"],
  },
  sources: listSchema(
    objectSchema(null, {
      layer: { description: "The id of their layer.", ...ID },
      first: { description: "The input that the first of them makes.", ...INDEX },
      count: { description: "How many there are; null where that is not known.", ...WHOLE },
    }),
    "Which kernels of which layers make the maps that it reads, also where maps of several layers " +
      "stand one behind the other; none behind what is not known.",
  ),
  reads: listSchema(
    ID,
    "The ids of the layers whose maps reach its input through nodes that are no layers, such as " +
      "sums, joins, poolings and activations, in the order of the graph; none where it reads the " +
      "photo.",
  ),
  kernelShape: listSchema(
    { type: "integer" },
    "The extent of a kernel along each spatial axis, height first.",
  ),
  strides: listSchema({ type: "integer" }, "The step along each axis."),
  pads: listSchema(
    { type: "integer" },
    "The padding at the begin of every axis, then at the end of every axis.",
  ),
  dilations: listSchema({ type: "integer" }, "The dilation along each axis."),
  group: {
    description: "How many groups of channels are convolved apart.",
    type: "integer",
    minimum: 1,
  },
  inChannels: { description: "How many channels it reads.", type: "integer", minimum: 0 },
  outChannels: { description: "How many channels it writes.", type: "integer", minimum: 0 },
  pairs: {
    description: "How many pairs of a kernel and a map there are: one for each output channel.",
    type: "integer",
    minimum: 0,
  },
  readsImage: {
    description: "Whether the kernels read the photo's own channels.",
    type: "boolean",
  },
  receptiveField: nullableSchema(
    refer("receptiveField"),
    "What one cell of a map reads of the photo: the line that the cells away from " +
      "the border are on, on all photos; null where there is none, or it is not known.",
  ),
  fieldMissing: {
    description: "Why it is not known what a cell reads; null where it is, in receptiveField or " +
      "in the fields of the maps.",
    type: ["string", "null"],
  },
  fieldReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
  activation: listSchema(
    { type: "string" },
    "What follows the convolution and changes each cell by itself, as operators in " +
      "their order.",
  ),
  added: {
    description: "The tensor that a fused convolution adds to its maps before the rest of " +
      "activation; null for others.",
    type: ["string", "null"],
  },
  kernelsMissing: {
    description: "Why the kernels are not drawn; null where they are.",
    type: ["string", "null"],
  },
  kernelsReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
  mapsMissing: {
    description: "Why the maps are not drawn; null where they are.",
    type: ["string", "null"],
  },
  mapsReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
  pictures: listSchema(refer("picture"), "The pictures of the kernels."),
  values: nullableSchema(
    refer("values"),
    "The numbers of the kernels, [outChannels, inChannels / group, …kernelShape], " +
      "in values/kernels/<n>.js; null where they were left out or the kernels are missing.",
  ),
  cosines: listSchema(
    { type: "string" },
    "The ids of layers before it in its model with kernels of the same size: " +
      "values/kernels/cosines.js tells how alike its own are to theirs, since its numbers alone would not.",
  ),
  maps: listSchema(
    objectSchema(null, {
      image: { description: "The id of the photo.", type: "string" },
      height: { description: "The height of a map, in cells.", type: "integer", minimum: 1 },
      width: { description: "The width of a map, in cells.", type: "integer", minimum: 1 },
      space: listSchema(
        { type: "integer", minimum: 1 },
        "How many cells a map has along each of its axes.",
      ),
      samples: objectSchema(
        "Of how many samples that the layer made of the photo, as of its windows or " +
          "tiles, these are the maps of the first.",
        {
          shown: { description: "How many are shown.", type: "integer", minimum: 1 },
          of: { description: "How many there are.", type: "integer", minimum: 1 },
        },
      ),
      fields: nullableSchema(
        { type: "array", items: refer("cellReads") },
        "What each cell reads of the photo, its rows before its columns; null where the " +
          "layer's receptiveField says it for every cell, or where it is not known.",
      ),
      pictures: listSchema(refer("picture"), "All pictures of them, those below among them."),
      picture: refer("picture"),
      activated: nullableSchema(
        refer("picture"),
        "The grid of the maps behind the activation; null where nothing follows.",
      ),
      inputs: nullableSchema(
        refer("picture"),
        "The grid of the maps that the layer reads; null where it reads the photo.",
      ),
      values: nullableSchema(
        refer("values"),
        "The numbers of the maps, [channels, height, width], in " +
          "values/maps/<image>/<n>.js; null where they were left out.",
      ),
      activatedValues: nullableSchema(
        refer("values"),
        "Those behind the activation, in values/activated/<image>/<n>.js; null where " +
          "they were left out, where nothing follows, and where they are max(0, x) of the maps.",
      ),
    }),
    "The maps of every photo that could be run.",
  ),
  patches: PATCHES_SCHEMA,
  preview: {
    description:
      "The picture that stands for its page where a link is shown, in its folder; null " +
      "where there is none, as of reports that are not published.",
    type: ["string", "null"],
  },
  effective: nullableSchema(
    refer("view"),
    "The kernels composed with those of the layers before, down to the pixels, " +
      "activations left out; null where they read the photo.",
  ),
  projections: refer("view"),
  rule: nullableSchema(
    refer("rule"),
    "What kernels and maps have to do with each other; null where either is missing.",
  ),
  reviews: listSchema(
    objectSchema("What a reader found a pair to be.", {
      kernel: {
        description: "The index of the kernel, counted from 0.",
        type: "integer",
        minimum: 0,
      },
      verdict: {
        description: "What the reader found the pair to be.",
        enum: ["fine", "suspicious", "dead"],
      },
      note: { description: "A remark; empty where there is none.", type: "string" },
      reviewer: {
        description: "Who says so; null where the file does not tell.",
        type: ["string", "null"],
      },
      source: { description: "The name of the file, without its folders.", type: "string" },
    }),
    "What the config's files of reviews say of its pairs, by kernel, then in the " +
      "order of the files.",
  ),
});
