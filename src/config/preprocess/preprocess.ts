import { excerpt } from "../problem/excerpt.ts";
import { type DeepReadonly, finite, keyed, whole, word, z } from "../problem/field.ts";

/**
 * How a photo becomes input: value = (pixel * rescale - mean) / std, in the order of `channels`.
 */
export type Preprocess = DeepReadonly<z.output<typeof preprocessSchema>>;

/** What a user may write to describe a preprocessing. */
export type PreprocessInput = DeepReadonly<z.input<typeof preprocessSchema>>;

const channelOrders = ["RGB", "BGR", "RGBA", "gray"] as const;

/** The longest side of a picture. */
export const LARGEST_SIDE = 16384; // pixels; sharp takes no more than 16383 x 16383 of them in all

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
  fit: word(["contain", "cover", "fill"]).default("fill").describe(
    'Where the ratio differs: "fill" stretches, "cover" cuts off, "contain" leaves margins.',
  ),
}).transform((size) => ({ kind: "size" as const, ...size }));

const cropSchema = keyed({
  width: side.describe("The width that is kept, in pixels."),
  height: side.describe("The height that is kept, in pixels."),
  rounding: word(["even", "down"]).default("even").describe(
    'Where half a pixel would be cut off: to the "even" pixel as torchvision does, or "down" as ' +
      "Hugging Face does.",
  ),
});

const zeroFound = "found 0, expected a number other than 0";

const divisor = finite().refine((value) => value !== 0, { error: zeroFound }).meta({
  not: { const: 0 },
});

/** The schema of a preprocessing that is written out. */
export const preprocessSchema = keyed({
  resize: z.union([edgeSchema, sizeSchema], { error: resizeExpected }).optional()
    .describe("How the photo is resized first; left out, the model's input size decides."),
  kernel: word(["bilinear", "bicubic", "lanczos3", "nearest"]).default("bilinear").describe(
    "The filter of the resizing.",
  ),
  crop: cropSchema.optional().describe(
    "The part that is cut from the centre after resizing; a smaller photo gets black margins.",
  ),
  profile: word(["ignore", "convert"]).default("ignore").describe(
    'What a colour profile in the photo is for: "ignore" takes the levels as they are stored, as ' +
      'PIL, torchvision, timm, Hugging Face and Keras do; "convert" converts them to sRGB.',
  ),
  channels: word(channelOrders).default("RGB").describe(
    "The channels of the input tensor, in order; the A of RGBA is opaque.",
  ),
  rescale: finite("a finite number > 0").positive({ error: "a finite number > 0" }).default(1 / 255)
    .describe("What every pixel, 0 to 255, is multiplied by before mean and std."),
  mean: perChannel(finite()).default(0).describe(
    "What is subtracted: a number, or one for each channel.",
  ),
  std: perChannel(divisor).default(1).describe(
    "What the difference is divided by: a number, or one for each channel.",
  ),
}).superRefine(checkLengths, { when: ({ value }) => hasKnownChannels(value) })
  .transform((recipe) => ({
    ...recipe,
    resize: recipe.resize ?? null,
    crop: recipe.crop ?? null,
    mean: broadcast(recipe.mean, recipe.channels),
    std: broadcast(recipe.std, recipe.channels),
  }));

/** The channels of an input, in their order; `A` is opaque for a photo. */
export type Channels = typeof channelOrders[number];

function perChannel<Value extends z.ZodNumber>(
  value: Value,
): z.ZodUnion<[Value, z.ZodArray<Value>]> {
  const error = 'a number or a list of 3 numbers (of 1 for "gray", of 4 for "RGBA")';
  return z.union([value, z.array(value).meta({ minItems: 1, maxItems: 4 })], { error });
}

function checkLengths(
  recipe: { channels: Channels; mean: unknown; std: unknown },
  context: { addIssue(issue: { code: "custom"; path: PropertyKey[]; message: string }): void },
): void {
  const count = countChannels(recipe.channels);
  for (const key of ["mean", "std"] as const) {
    const list = recipe[key];
    if (!Array.isArray(list) || list.length === count) continue;
    const expected = `a number or a list of ${count}, as channels is "${recipe.channels}"`;
    const message = `found ${excerpt(list)}, expected ${expected}`;
    context.addIssue({ code: "custom", path: [key], message });
  }
}

function countChannels(channels: Channels): number {
  return channels === "gray" ? 1 : channels.length;
}

// The lengths are checked beside other mistakes too, unless one of these is in `channels` itself.
function hasKnownChannels(recipe: unknown): boolean {
  if (typeof recipe !== "object" || recipe === null || !("channels" in recipe)) return false;
  return channelOrders.some((known) => known === recipe.channels);
}

function broadcast(value: number | number[], channels: Channels): number[] {
  return Array.isArray(value)
    ? value
    : Array.from({ length: countChannels(channels) }, () => value);
}
