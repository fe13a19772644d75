import { nameModelFile } from "./file_name.ts";
import { excerpt } from "./problem/excerpt.ts";
import { type Complaints, finite, keyed, listOf, text, z } from "./problem/field.ts";
import { optionFields } from "./option_field.ts";
import { selectorPattern, selectorSyntax } from "./selector/selector_text.ts";
import { type PreprocessChoice, preprocessChoiceSchema } from "./preprocess/preprocess_choice.ts";

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

/** What an input is fed with that does not take the photo. */
export type InputConfig =
  | { readonly kind: "numbers"; readonly values: number | readonly number[] }
  | { readonly kind: "photo"; readonly path: string }
  | { readonly kind: "npy"; readonly path: string };

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

/** The models of a config, each with a name of its own. */
export const modelsSchema = listOf(modelSchema, "a list of at least one model")
  .superRefine(checkNames, { when: ({ value }) => Array.isArray(value) });

// The list may hold models with mistakes of their own, so a name is looked for, not relied on.
function checkNames(
  models: readonly ({ name?: unknown } | null)[],
  complaints: Complaints,
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
    complaints.addIssue({ code: "custom", path: [i, "name"], message });
  });
}
