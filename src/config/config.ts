import { nameImageFile } from "./file_name.ts";
import { type ModelConfig, modelsSchema } from "./model_config.ts";
import { finite, keyed, listOf, text, whole, z } from "./problem/field.ts";
import { type Check, checksSchema } from "./check.ts";
import type { ConfigInput } from "./config_input.ts";
import { type DatasetConfig, datasetSchema } from "./dataset.ts";
import { checkPairs, compareSchema, type ModelPair } from "./model_pair.ts";
import { optionFields } from "./option_field.ts";
import { siteSchema } from "./site.ts";

/** What a user asked for, every default filled in. */
export interface Config {
  /** The heading of the report. */
  readonly title: string;
  /** A remark that the report shows at its top; null for none. */
  readonly note: string | null;
  /** The models to look into. */
  readonly models: readonly ModelConfig[];
  /** The photos to run the models on. */
  readonly images: readonly ImageConfig[];
  /** Whether the strongest activation of each kernel is projected back to the pixels. */
  readonly projections: boolean;
  /** Whether photos are fed again without colour, blurred and mirrored, to see what maps depend on. */
  readonly experiments: boolean;
  /** Whether gratings are run through the models, to find what each kernel is tuned to. */
  readonly tuning: boolean;
  /** Which models are compared, by their names: the first with each later one (true), or none (false). */
  readonly compare: boolean | readonly ModelPair[];
  /** How the numbers behind the pictures are written: rounded little or much, to the bit, or not at all. */
  readonly values: "compact" | "coarse" | "exact" | "none";
  /** How grids of kernels and maps are laid out. */
  readonly grid: GridConfig;
  /** Files of reviews that the report shows: paths or globs. */
  readonly reviews: readonly string[];
  /** What the report must not have, so that the program ends well. */
  readonly checks: readonly Check[];
  /** Photos that are measured, not drawn; null for none. */
  readonly dataset: DatasetConfig | null;
  /** The file that tells what kernels answer to in a dataset; null where it is not measured yet. */
  readonly tally: string | null;
  /** Whether patches of the photos of the dataset are shown. */
  readonly patches: boolean;
  /** Where the report is published, with a slash at its end; null where that is not known. */
  readonly site: string | null;
}

/** The photos of one entry: a path or glob to be looked up, or one file that has a name. */
export type ImageConfig =
  | { readonly kind: "glob"; readonly pattern: string }
  | { readonly kind: "file"; readonly name: string; readonly path: string };

/** How grids are laid out: tiles in a row, pixels between them, and the value of these pixels. */
export interface GridConfig {
  /** Tiles in a row. */
  readonly nrow: number;
  /** Pixels between tiles and around them. */
  readonly padding: number;
  /** The value of these pixels, 0 (black) to 1 (white). */
  readonly padValue: number;
}

const globSchema = text("a path or glob").describe("A path or glob, relative to the config.")
  .transform((pattern) => ({ kind: "glob" as const, pattern }));

const fileSchema = keyed({
  name: text("a name that is not empty").optional()
    .describe("The photo's name; default: the file's name without its ending."),
  path: text('a path such as "photos/cat.jpg"')
    .describe("The photo's file, relative to the config; never read as a glob."),
}).transform(({ name, path }) => {
  return { kind: "file" as const, name: name ?? nameImageFile(path), path };
});

const imageSchema = z.union([globSchema, fileSchema], {
  error: "a path, a glob, or an object {name, path}",
});

const imagesExpected = 'a list of at least one path or glob, such as ["photos/*.jpg"]';

const reviewsExpected = 'a path, a glob or a list of them, such as "reviews/*.json"';

const reviewPathSchema = text("a path or glob");

const reviewsSchema = z.union([reviewPathSchema, z.array(reviewPathSchema)], {
  error: reviewsExpected,
}).default([]).describe("Files of reviews that the report shows: paths or globs.")
  .transform((patterns) => typeof patterns === "string" ? [patterns] : patterns)
  .register(optionFields, { kind: "list", value: "<files>" });

/** The fields of a grid, by their names. */
export const gridFields = keyed({
  nrow: whole(1).default(8).describe("Tiles in a row, as in torchvision's make_grid.")
    .register(optionFields, { kind: "number", value: "<number>" }),
  padding: whole(0).default(2).describe("Pixels between tiles and around them.")
    .register(optionFields, { kind: "number", value: "<number>" }),
  padValue: finite().default(0).describe("The value of these pixels: 0 is black, 1 is white.")
    .register(optionFields, { kind: "number", value: "<number>" }),
});

const valuesExpected = '"compact", "coarse", "exact" or "none"';

const valuesSchema = z.union([z.enum(["compact", "coarse", "exact", "none"]), z.boolean()], {
  error: valuesExpected,
}).default("compact").describe(
  "How the numbers of kernels and maps are written for the pages to show: rounded so little that " +
    "cosines hold within 0.0001, to a 255th of the range of each kernel or map (coarse), to the bit " +
    "(true), or not at all (false).",
).transform((values) => values === true ? "exact" : values === false ? "none" : values)
  .register(optionFields, { kind: "text", value: "<form>" });

/** How grids are laid out where a config does not say. */
export const DEFAULT_GRID: GridConfig = gridFields.parse({});

/** The fields of a config, by their names. */
export const configFields = keyed({
  $schema: z.string({ error: "the path of a JSON Schema" }).optional()
    .describe("The JSON Schema that editors check this file with."),
  title: text("a title that is not empty").default("convatlas")
    .describe("The heading of the report.")
    .register(optionFields, { kind: "text", value: "<title>" }),
  note: text("a remark").optional().describe("A remark that the report shows at its top.")
    .register(optionFields, { kind: "text", value: "<remark>" }),
  models: modelsSchema.describe("The models to look into."),
  images: listOf(imageSchema, imagesExpected).describe(
    "The photos to run the models on: paths, globs and folders.",
  ),
  projections: z.boolean({ error: "true or false" }).default(false).describe(
    "Whether the strongest activation of each kernel is projected back to the pixels, which takes long.",
  ).register(optionFields, { kind: "switch", value: null }),
  experiments: z.boolean({ error: "true or false" }).default(true).describe(
    "Whether photos are fed again without colour, blurred, without coarse shades and mirrored, to see " +
      "what maps depend on.",
  ).register(optionFields, { kind: "switch", value: null }),
  tuning: z.boolean({ error: "true or false" }).default(true).describe(
    "Whether gratings are run through the models: which orientation, frequency and hue each kernel prefers.",
  ).register(optionFields, { kind: "switch", value: null }),
  compare: compareSchema,
  values: valuesSchema,
  grid: gridFields.prefault({}).describe("How grids of kernels and maps are laid out."),
  reviews: reviewsSchema,
  checks: checksSchema.describe(
    "What the report must not have, else the program ends with the code 3: kinds of findings, those " +
      "of more than a number as never-on>2 or damage>0.1.",
  ).register(optionFields, { kind: "list", value: "<rules>", name: "check" }),
  dataset: datasetSchema.optional().describe(
    "Photos that are measured, not drawn: thousands of them, of which a tally tells what each " +
      "kernel answers to.",
  ).register(optionFields, { kind: "object", value: "<photos>" }),
  tally: text('a path such as "all.tally"').optional().describe(
    "The tally of a dataset that the report tells of, as measure and merge write it; without it the " +
      "report measures the dataset itself.",
  ).register(optionFields, { kind: "text", value: "<file>" }),
  patches: z.boolean({ error: "true or false" }).default(true).describe(
    "Whether patches of the dataset's photos are shown, of those that excite kernels most.",
  ).register(optionFields, { kind: "switch", value: null }),
  site: siteSchema.optional()
    .describe(
      "Where the report is published: its pages then name their own addresses, and the picture " +
        "that a chat shows of a link.",
    )
    .register(optionFields, { kind: "text", value: "<address>" }),
});

/**
 * The schema of a config: the one source of its types and limits, of `config.schema.json` and of the
 * options of the command line.
 */
export const configSchema: z.ZodType<Config, ConfigInput> = configFields.superRefine(checkPairs)
  .transform((
    { note, site, dataset, tally, $schema: _, ...rest },
  ) => ({
    ...rest,
    note: note ?? null,
    dataset: dataset ?? null,
    tally: tally ?? null,
    site: site ?? null,
  }))
  .meta({ title: "convatlas config", description: "Which models to look into, on which photos." });
