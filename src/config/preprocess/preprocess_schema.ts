import { excerpt } from "../problem/excerpt.ts";
import { type Complaints, finite, keyed, whole, word, z } from "../problem/field.ts";
import { findNearestName, suggestName } from "../problem/nearest_name.ts";
import {
  CHANNELS,
  type Channels,
  countChannels,
  FITS,
  KERNELS,
  LARGEST_SIDE,
  PROFILES,
  ROUNDINGS,
} from "./preprocess.ts";
import { isPresetName, presetNames, presets } from "./presets.ts";

const side = whole(1, LARGEST_SIDE);

const resizeExpected = "an object {shortestEdge, longestEdge} or {width, height, fit}";

const edgeSchema = keyed({
  shortestEdge: side.describe(
    "The length of the shorter side after resizing, in pixels; the ratio of the sides is kept.",
  ),
  longestEdge: side.optional().describe(
    "The most that the longer side may have; where it would have more, both become smaller.",
  ),
}).transform(({ shortestEdge, longestEdge }) =>
  longestEdge === undefined
    ? { kind: "shortestEdge" as const, length: shortestEdge }
    : { kind: "edges" as const, shortest: shortestEdge, longest: longestEdge }
);

const sizeSchema = keyed({
  width: side.describe("The width after resizing, in pixels."),
  height: side.describe("The height after resizing, in pixels."),
  fit: word(FITS).default("fill").describe(
    'Where the ratio differs: "fill" stretches, "cover" cuts off, "contain" leaves margins.',
  ),
  margin: whole(0, 255).default(0).describe(
    'The level of the margins that "contain" leaves: 0 is black.',
  ),
}).transform((size) => ({ kind: "size" as const, ...size }));

const cropSchema = keyed({
  width: side.describe("The width that is kept, in pixels."),
  height: side.describe("The height that is kept, in pixels."),
  rounding: word(ROUNDINGS).default("even").describe(
    'Where half a pixel would be cut off: to the "even" pixel as torchvision does, or "down" as ' +
      "Hugging Face does.",
  ),
});

const zeroFound = "found 0, expected a number other than 0";

const divisor = finite().refine((value) => value !== 0, { error: zeroFound }).meta({
  not: { const: 0 },
});

// The words that stand for a preprocessing.
const PREPROCESS_NAMES = ["auto", ...presetNames] as const;

const nameSchema = z.enum(PREPROCESS_NAMES).describe(
  "A preset; or auto, which finds it by what the model's files say.",
);

// `abort` keeps zod from taking this branch for every string.
const fileSchema = z.string().regex(/\.json$/, { abort: true })
  .describe("The path of a Hugging Face preprocessor_config.json.");

/** What a preprocessing is called, or where it is found. */
export const baseSchema = z.union([nameSchema, fileSchema]);

/** Says what may stand for a preprocessing, and what a user may have meant. */
export function expectBase(found: unknown, others: string): string {
  const nearest = typeof found === "string" ? findNearestName(found, PREPROCESS_NAMES) : null;
  return `"auto", a preset (${presetNames.join(", ")})${others}${suggestName(nearest)}`;
}

/** The schema of a preprocessing that is written out: what it leaves out is that of its preset. */
export const preprocessSchema = keyed({
  preset: z.union([nameSchema, fileSchema], {
    error: (issue) => expectBase(issue.input, ' or a path ending in ".json"'),
  }).optional().describe(
    "The preset, or the file, whose other values hold; left out, those that are told here.",
  ),
  resize: z.union([edgeSchema, sizeSchema, z.null()], { error: resizeExpected }).optional()
    .describe(
      "How the photo is resized first; null, and left out, for what the model's input size decides.",
    ),
  kernel: word(KERNELS).optional().describe("The filter of the resizing; left out, bilinear."),
  crop: cropSchema.nullable().optional().describe(
    "The part that is cut from the centre after resizing, or null for none; a smaller photo gets " +
      "black margins.",
  ),
  profile: word(PROFILES).optional().describe(
    'What a colour profile in the photo is for: "ignore", or left out, takes the levels as they ' +
      'are stored, as PIL, torchvision, timm, Hugging Face and Keras do; "convert" converts them ' +
      "to sRGB.",
  ),
  channels: word(CHANNELS).optional().describe(
    "The channels of the input tensor, in order; the A of RGBA is opaque; left out, RGB.",
  ),
  rescale: finite("a finite number > 0").positive({ error: "a finite number > 0" }).optional()
    .describe("What every pixel, 0 to 255, is multiplied by before mean and std; left out, 1/255."),
  mean: perChannel(finite()).optional().describe(
    "What is subtracted: a number, or one for each channel; left out, 0.",
  ),
  std: perChannel(divisor).optional().describe(
    "What the difference is divided by: a number, or one for each channel; left out, 1.",
  ),
}).superRefine(checkLengths, { when: ({ value }) => isRecipe(value) });

function perChannel<Value extends z.ZodNumber>(
  value: Value,
): z.ZodUnion<[Value, z.ZodArray<Value>]> {
  const error = 'a number or a list of 3 numbers (of 1 for "gray", of 4 for "RGBA")';
  return z.union([value, z.array(value).meta({ minItems: 1, maxItems: 4 })], { error });
}

interface GivenRecipe {
  readonly preset?: unknown;
  readonly channels?: unknown;
  readonly mean?: unknown;
  readonly std?: unknown;
}

// The channels of what is found in files are not known yet.
function checkLengths(
  recipe: GivenRecipe,
  complaints: Complaints,
): void {
  const channels = findChannels(recipe);
  if (channels === null) return;
  const count = countChannels(channels);
  for (const key of ["mean", "std"] as const) {
    const list = recipe[key];
    if (!Array.isArray(list) || list.length === count) continue;
    const expected = `a number or a list of ${count}, as channels is "${channels}"`;
    const message = `found ${excerpt(list)}, expected ${expected}`;
    complaints.addIssue({ code: "custom", path: [key], message });
  }
}

// Null where they are a mistake themselves, or those of what is not known yet.
function findChannels({ preset, channels }: GivenRecipe): Channels | null {
  if (channels !== undefined) return CHANNELS.find((known) => known === channels) ?? null;
  if (preset === undefined) return "RGB";
  return typeof preset === "string" && isPresetName(preset) ? presets[preset].channels : null;
}

// The lengths are checked beside other mistakes too.
function isRecipe(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
