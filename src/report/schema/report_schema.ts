import { REPORT_COMPARISON_SCHEMA } from "./comparison_schema.ts";
import { CHECKS_SCHEMA } from "./check_schema.ts";
import { REPORT_DATASET_SCHEMA } from "./dataset_schema.ts";
import { CELL_READS_SCHEMA, RECEPTIVE_FIELD_SCHEMA } from "./field_schema.ts";
import { PICTURE_SCHEMA, VALUES_SCHEMA, VIEW_SCHEMA } from "./picture_schema.ts";
import { REPORT_LAYER_SCHEMA } from "./report_layer_schema.ts";
import { REPORT_MODEL_SCHEMA } from "./report_model_schema.ts";
import { RULE_SCHEMA } from "./rule_schema.ts";
import { ID, listSchema, objectSchema, type SchemaPart, SHA256 } from "./schema_part.ts";

const CODE: SchemaPart = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };

const REASON: SchemaPart = {
  description: "Why something is missing: a code, with the numbers and names that go with it.",
  type: "object",
  properties: {
    code: {
      description: "What tells the reasons of a kind apart, such as field-too-large.",
      ...CODE,
    },
  },
  required: ["code"],
};

/** The schema of `report.json`, as JSON Schema, draft 2020-12; `report.schema.json` is its copy. */
export const REPORT_SCHEMA: SchemaPart = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "convatlas report",
  ...objectSchema("The head of a report, report.json: everything but the measures.", {
    format: { description: "What this file is.", const: "convatlas-report" },
    version: { description: "The version of the format.", const: 1 },
    generator: {
      description: "The program that wrote the report, with its version.",
      type: "string",
    },
    runtime: {
      description: "The program that ran the models, with its version and settings.",
      type: "string",
    },
    title: { description: "The title of the report.", type: "string" },
    note: {
      description: "A remark of whoever made the report; null where there is none.",
      type: ["string", "null"],
    },
    site: {
      description:
        "Where the report is published, with a slash at its end; null where that is not known.",
      type: ["string", "null"],
    },
    images: listSchema(
      objectSchema("A photo.", {
        id: {
          description: "The name in file names and addresses.",
          ...ID,
        },
        name: { description: "The name for people.", type: "string" },
        width: {
          description:
            "The width of the file's picture after its orientation is applied, in pixels; " +
            "of an array the extent of its last axis.",
          type: "integer",
          minimum: 1,
        },
        height: {
          description:
            "The height likewise, in pixels; of an array the extent of the axis before the " +
            "last, or 1.",
          type: "integer",
          minimum: 1,
        },
        dims: {
          description:
            "The dims of the array in a .npy file, whose values are fed as they are; null " +
            "for a photo.",
          type: ["array", "null"],
          items: { type: "integer", minimum: 1 },
        },
        profile: {
          description:
            "The name of the colour profile in the file, such as Display P3; null where it " +
            "has none.",
          type: ["string", "null"],
        },
        sha256: {
          description: "The SHA-256 of the file.",
          ...SHA256,
        },
      }),
      "The photos, in the order of the config.",
    ),
    models: listSchema(REPORT_MODEL_SCHEMA, "The models, in the order of the config."),
    comparisons: listSchema(
      REPORT_COMPARISON_SCHEMA,
      "Models that are compared, in the order of the config.",
    ),
    dataset: REPORT_DATASET_SCHEMA,
    checks: CHECKS_SCHEMA,
    failures: listSchema({
      type: "object",
      properties: {
        where: { description: "The model, layer or photo.", type: "string" },
        message: { description: "Why, in one line.", type: "string" },
        place: objectSchema("The same by its parts.", {
          file: {
            description: "The file, as the config names it; null where it is no file.",
            type: ["string", "null"],
          },
          model: {
            description: "The name of the model; null where it is a file that is none.",
            type: ["string", "null"],
          },
          layers: listSchema(
            { type: "string" },
            "The names of the layers; none where it is the model as a whole.",
          ),
          photo: {
            description: "The name of the photo; null where it is every photo, or none.",
            type: ["string", "null"],
          },
        }),
        code: {
          description: "What tells the reasons of a kind apart, such as image-undecoded.",
          ...CODE,
        },
        values: {
          description:
            "The numbers and names that go with the code; a reason within it is one by itself.",
          type: "object",
        },
        layers: listSchema(
          { type: "string" },
          "The folders of the layers that lack all their kernels or maps for it; absent " +
            "where none does.",
        ),
      },
      required: ["where", "message", "place", "code", "values"],
      additionalProperties: false,
    }, "What could not be drawn."),
  }),
  $defs: {
    picture: PICTURE_SCHEMA,
    values: VALUES_SCHEMA,
    view: VIEW_SCHEMA,
    receptiveField: RECEPTIVE_FIELD_SCHEMA,
    cellReads: CELL_READS_SCHEMA,
    layer: REPORT_LAYER_SCHEMA,
    rule: RULE_SCHEMA,
    reason: REASON,
  },
};
