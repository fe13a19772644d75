import { ANSWERS_SCHEMA } from "./answers_schema.ts";
import {
  allowMissing,
  ID,
  listSchema,
  nullableSchema,
  objectSchema,
  refer,
  type SchemaPart,
  SHA256,
} from "./schema_part.ts";
import { FINDINGS_SCHEMA } from "./oddity_schema.ts";
import { DATASET_PHOTOS_SCHEMA } from "./patches_schema.ts";
import { REPORT_EXPERIMENTS_SCHEMA } from "./experiments_schema.ts";
import { REPORT_TUNING_SCHEMA } from "./tuning_schema.ts";

/** The schemas of what is said of a model before it is run, by the fields of its head and its listing. */
export const MODEL_FIELDS = {
  opset: {
    description: "The version of ONNX's operator set; null where the file declares none.",
    type: ["integer", "null"],
  },
  producer: {
    description: "The program that wrote the file; empty where it does not say.",
    type: "string",
  },
  imageInput: {
    description: "The input that takes the photo; null where none does.",
    type: ["string", "null"],
  },
  sure: {
    description: "Whether a file or the model tells it; else it is a guess.",
    type: "boolean",
  },
} as const satisfies Readonly<Record<string, SchemaPart>>;

/** The schemas of what a recipe holds, by its fields. */
export const RECIPE_FIELDS: Readonly<Record<string, SchemaPart>> = {
  resize: {
    description: "How photos are resized, as a config writes it; null for the network's own size.",
    type: ["object", "null"],
    additionalProperties: { type: ["number", "string"] },
  },
  kernel: { description: "The filter of the resizing.", type: "string" },
  crop: nullableSchema(
    objectSchema(null, {
      width: { description: "Pixels.", type: "integer", minimum: 1 },
      height: { description: "Pixels.", type: "integer", minimum: 1 },
      rounding: {
        description:
          "Where half a pixel would be cut off: to the even pixel, as torchvision does, " +
          "or down.",
        type: "string",
        enum: ["even", "down"],
      },
    }),
    "The centre crop; null for none. A smaller photo gets black margins.",
  ),
  profile: {
    description: "What was done with a colour profile: nothing, so that the levels are those of " +
      "the file, or a conversion to sRGB.",
    type: "string",
    enum: ["ignore", "convert"],
  },
  channels: {
    description: "The channels, in order.",
    type: "string",
    enum: ["RGB", "BGR", "RGBA", "gray"],
  },
  rescale: { description: "What levels of 0 to 255 are multiplied by.", type: "number" },
  mean: listSchema({ type: "number" }, "What is subtracted from each channel."),
  std: listSchema({ type: "number" }, "What each channel is divided by."),
};

/** The schema of a model in the head of a report. */
export const REPORT_MODEL_SCHEMA: SchemaPart = objectSchema("A network.", {
  id: {
    description: "The name of its folder.",
    ...ID,
  },
  name: { description: "The name for people.", type: "string" },
  sha256: {
    description: "The SHA-256 of the ONNX file.",
    ...SHA256,
  },
  opset: MODEL_FIELDS.opset,
  producer: MODEL_FIELDS.producer,
  preprocess: allowMissing(
    objectSchema(
      "How photos are turned into input; value = (level * rescale - mean) / std.",
      {
        name: {
          description: "The preset's name, the file's name, custom or auto.",
          type: "string",
        },
        found: objectSchema("By what it was found; left out where the config says it.", {
          sure: MODEL_FIELDS.sure,
          text: {
            description: "What tells it, then what was passed over, as sentences.",
            type: "string",
          },
          reasons: listSchema(refer("reason"), "The same as codes with what goes with them."),
        }),
        ...RECIPE_FIELDS,
      },
    ),
    "found",
  ),
  imageInput: MODEL_FIELDS.imageInput,
  given: listSchema(
    objectSchema(null, {
      input: { description: "The name of the input.", type: "string" },
      value: {
        description: "The number for all of its elements; null where it takes something else.",
        type: ["number", "null"],
      },
      count: {
        description: "How many numbers the config lists; null where it takes something else.",
        type: ["integer", "null"],
        minimum: 0,
      },
      photo: {
        description:
          "The file of another photo, preprocessed as the photo is; null where it takes " +
          "something else.",
        type: ["string", "null"],
      },
      npy: {
        description: "The .npy file; null where it takes something else.",
        type: ["string", "null"],
      },
    }),
    "What the config gives to other inputs.",
  ),
  inputs: listSchema(
    objectSchema(null, {
      image: { description: "The id of the photo.", type: "string" },
      file: { description: "The picture, relative to the report's folder.", type: "string" },
      thumb: {
        description:
          "The same made small, 128 pixels along its shorter side; null where it is no " +
          "larger itself.",
        type: ["string", "null"],
      },
      width: {
        description: "The width of the picture: of a photo that of the network's input, in pixels.",
        type: "integer",
        minimum: 1,
      },
      height: { description: "The height likewise, in pixels.", type: "integer", minimum: 1 },
      dims: {
        description: "The dims of an array as it was fed; null for a photo.",
        type: ["array", "null"],
        items: { type: "integer", minimum: 1 },
      },
    }),
    "The photos as the network saw them.",
  ),
  answers: ANSWERS_SCHEMA,
  datasetPhotos: DATASET_PHOTOS_SCHEMA,
  layers: listSchema(refer("layer"), "The chosen layers, in the order of the graph."),
  leftOut: nullableSchema(
    objectSchema(null, {
      layers: listSchema({ type: "string" }, "Their names."),
      ops: listSchema({ type: "string" }, "Their operators, by which they can be asked for."),
      share: {
        description: "Which share of all weights they hold; null where that is not known.",
        type: ["number", "null"],
        minimum: 0,
        maximum: 1,
      },
    }),
    "The fully connected layers that are not drawn, as nothing asks for them; null for none.",
  ),
  reduced: nullableSchema(
    objectSchema("Its pictures have lost what is hardly seen, its numbers have 8 bits.", {
      of: {
        description: "How many layers there would be if there were room for them.",
        type: "integer",
        minimum: 1,
      },
      numbers: {
        description: "Whether the numbers behind the pictures are there.",
        type: "boolean",
      },
    }),
    "What was left out so that the report is small; null where it is not.",
  ),
  findings: FINDINGS_SCHEMA,
  experiments: REPORT_EXPERIMENTS_SCHEMA,
  experimentsMissing: {
    description: "Why no photo was fed in other ways, in English; null where some were.",
    type: ["string", "null"],
  },
  experimentsReason: nullableSchema(
    refer("reason"),
    "The same as a code with what goes with it.",
  ),
  tuning: REPORT_TUNING_SCHEMA,
  tuningMissing: {
    description: "Why there were none, in English; null where there were.",
    type: ["string", "null"],
  },
  tuningReason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
});
