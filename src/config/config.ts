import { nameImageFile, nameModelFile } from "./file_name.ts";
import { excerpt } from "./problem/excerpt.ts";
import { finite, keyed, text, whole, z } from "./problem/field.ts";
import type { ConfigInput } from "./config_input.ts";
import { optionFields } from "./option_field.ts";
import { selectorPattern, selectorSyntax } from "./selector/selector_text.ts";
import { type PreprocessChoice, preprocessChoiceSchema } from "./preprocess/preprocess_choice.ts";

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
  /** How the numbers behind the pictures are written: rounded, to the bit, or not at all. */
  readonly values: "compact" | "exact" | "none";
  /** How grids of kernels and maps are laid out. */
  readonly grid: GridConfig;
  /** Files of reviews that the report shows: paths or globs. */
  readonly reviews: readonly string[];
}

/** One model of a config: its name, its file, its layers, and how photos are made its input. */
export interface ModelConfig {
  /** The model's name and its folder's. */
  readonly name: string;
  /** The model's file, relative to the config. */
  readonly path: string;
  /** Which layers to show. */
  readonly layers: readonly string[];
  /** How photos become the input. */
  readonly preprocess: PreprocessChoice;
  /** Which input takes the photo; null for the one that looks most like it. */
  readonly image: string | null;
  /** What other inputs take, by their names. */
  readonly inputs: Readonly<Record<string, InputConfig>>;
  /** The file that has the words of its classes; null where none is named. */
  readonly labels: string | null;
}

/** The photos of one entry: a path or glob to be looked up, or one file that has a name. */
export type ImageConfig =
  | { readonly kind: "glob"; readonly pattern: string }
  | { readonly kind: "file"; readonly name: string; readonly path: string };

/** What an input is fed with that does not take the photo. */
export type InputConfig =
  | { readonly kind: "numbers"; readonly values: number | readonly number[] }
  | { readonly kind: "photo"; readonly path: string }
  | { readonly kind: "npy"; readonly path: string };

/** How grids are laid out: tiles in a row, pixels between them, and the value of these pixels. */
export interface GridConfig {
  /** Tiles in a row. */
  readonly nrow: number;
  /** Pixels between tiles and around them. */
  readonly padding: number;
  /** The value of these pixels, 0 (black) to 1 (white). */
  readonly padValue: number;
}

const selectorSchema = z.string({ error: selectorSyntax })
  .regex(selectorPattern, { error: selectorSyntax })
  .describe(`Which convolutions: ${selectorSyntax}, which leaves out.`);

const inputExpected =
  'a number, a list of numbers, {"photo": "right.jpg"} or {"npy": "values.npy"}';

const inputsExpected = `an object of input names, each with ${inputExpected}`;

const inputSchema = z.union([
  z.union([finite(), z.array(finite())], { error: inputExpected })
    .transform((values) => ({ kind: "numbers" as const, values })),
  keyed({
    photo: text('a path such as "right.jpg"')
      .describe("The file of another photo, preprocessed as the first; relative to the config."),
  }).transform(({ photo }) => ({ kind: "photo" as const, path: photo })),
  keyed({
    npy: text('a path such as "values.npy"')
      .describe("A file of numpy.save with the values; relative to the config."),
  }).transform(({ npy }) => ({ kind: "npy" as const, path: npy })),
], { error: inputExpected });

/** The fields of a model, by their names. */
export const modelFields = keyed({
  name: text("a name that is not empty").optional()
    .describe("The model's name and its folder's; default: the file's name without .onnx."),
  path: text('a path such as "alexnet.onnx"')
    .describe("The model's file, relative to the config."),
  layers: listOf(selectorSchema, 'a list of at least one selector, such as ["*"]').default(["*"])
    .describe(
      'Which layers to show: names, globs, "#0" and "#-1" for the first and the last ' +
        'convolution, "op:Conv", "!" before what is left out; default: all convolutions, and ' +
        "fully connected layers with no more weights than these.",
    )
    .register(optionFields, { kind: "list", value: "<selectors>" }),
  preprocess: preprocessChoiceSchema.prefault("auto")
    .describe(
      "How photos become the input: auto, a preset, a file of Hugging Face's, or an object.",
    )
    .register(optionFields, { kind: "object", value: "<preset>" }),
  image: text("an input's name").optional()
    .describe("Which input takes the photo, where it is not the one that looks most like it.")
    .register(optionFields, { kind: "text", value: "<input>" }),
  inputs: z.record(text("an input's name"), inputSchema, { error: inputsExpected }).default({})
    .describe(
      "What other inputs take: a number for all elements, a list of them, a photo or a .npy file.",
    ).register(optionFields, { kind: "pairs", value: "<name=value>" }),
  labels: text('a path such as "imagenet.txt"').optional()
    .describe("A file with the words of a classifier's classes: a line a class, or JSON.")
    .register(optionFields, { kind: "text", value: "<file>" }),
});

const modelSchema = modelFields.transform(({ name, image, labels, ...rest }) => {
  return {
    name: name ?? nameModelFile(rest.path),
    image: image ?? null,
    labels: labels ?? null,
    ...rest,
  };
});

const modelsSchema = listOf(modelSchema, "a list of at least one model")
  .superRefine(checkNames, { when: ({ value }) => Array.isArray(value) });

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

const valuesExpected = '"compact", "exact" or "none"';

const valuesSchema = z.union([z.enum(["compact", "exact", "none"]), z.boolean()], {
  error: valuesExpected,
}).default("compact").describe(
  "How the numbers of kernels and maps are written for the pages to show: rounded so little that " +
    "cosines hold within 0.0001, to the bit (true), or not at all (false).",
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
  values: valuesSchema,
  grid: gridFields.prefault({}).describe("How grids of kernels and maps are laid out."),
  reviews: reviewsSchema,
});

/**
 * The schema of a config: the one source of its types and limits, of `config.schema.json` and of the
 * options of the command line.
 */
export const configSchema: z.ZodType<Config, ConfigInput> = configFields.transform((
  { title, note, models, images, projections, experiments, tuning, values, grid, reviews },
) => ({
  title,
  note: note ?? null,
  models,
  images,
  projections,
  experiments,
  tuning,
  values,
  grid,
  reviews,
}))
  .meta({ title: "convatlas config", description: "Which models to look into, on which photos." });

function listOf<Item extends z.ZodType>(item: Item, error: string): z.ZodArray<Item> {
  return z.array(item, { error }).min(1, { error });
}

// The list may hold models with mistakes of their own, so a name is looked for, not relied on.
function checkNames(
  models: readonly ({ name?: unknown } | null)[],
  context: { addIssue(issue: { code: "custom"; path: PropertyKey[]; message: string }): void },
): void {
  const firsts = new Map<string, number>();
  models.forEach((model, i) => {
    const name = model?.name;
    if (typeof name !== "string") return;
    const first = firsts.get(name) ?? i;
    firsts.set(name, first);
    if (first === i) return;
    const found = `found ${excerpt(name)}, the name of models[${first}] too`;
    const message = `${found}; expected a name of its own`;
    context.addIssue({ code: "custom", path: [i, "name"], message });
  });
}
