import { findUnfit, type ImageInput, requireSpace } from "../../onnx/input/feed.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import type { Size } from "../../raster/raster.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { plural } from "../../words/quantity.ts";

/** Makes sure that a photo comes to the size and the channels that the model takes. */
export function requireSize(
  { width, height }: Size,
  { name, recipe }: PlannedModel["preprocess"],
  input: ImageInput,
): void {
  requireSpace(input);
  const channels = recipe.mean.length;
  const takes = { width: input.width ?? width, height: input.height ?? height };
  const takesChannels = input.channels ?? channels;
  const advice = [
    ...takes.width === width && takes.height === height ? [] : [SIZE_ADVICE],
    ...takesChannels === channels ? [] : [adviseChannels(takesChannels)],
  ];
  if (advice.length === 0) return;
  throw new RangeError(
    `Cannot feed input "${input.name}": preprocess "${name}" gives ` +
      `${plural(channels, "channel")} of ${width} x ${height}, the model takes ${takesChannels} ` +
      `of ${takes.width} x ${takes.height} (width x height); in the config, ${advice.join("; ")}`,
  );
}

const SIZE_ADVICE = 'a "preprocess" without resize and crop, such as "unit", gives that size';

const CHANNELS: Readonly<Record<number, string>> = { 1: "gray", 3: "RGB", 4: "RGBA" };

function adviseChannels(channels: number): string {
  const name = CHANNELS[channels];
  return name === undefined
    ? `no "channels" of "preprocess" gives ${channels}`
    : `"channels": "${name}" in "preprocess" gives ${channels}`;
}

/** Makes sure that an input of whole numbers gets such. */
export function requireLevels(
  { data }: Tensor,
  { name, levels }: ImageInput,
  giver: "preprocess" | "the array" = "preprocess",
): void {
  if (levels === null) return;
  const unfit = findUnfit(data, levels);
  if (unfit === undefined) return;
  throw new RangeError(
    `Cannot feed input "${name}": it takes ${describeLevels(levels)}, ${giver} gives ${unfit}` +
      (giver === "preprocess" ? `; ${adviseLevels(levels)}` : ""),
  );
}

type Levels = NonNullable<ImageInput["levels"]>;

// What a photo is never near to is left unsaid.
function describeLevels({ least, most }: Levels): string {
  if (most === 1) return "only 0 and 1";
  return most < 2 ** 15 ? `whole numbers from ${least} to ${most}` : "only whole numbers";
}

function adviseLevels({ least, most }: Levels): string {
  if (most === 1) {
    return 'the preset "unit" gives these for a picture of black and white in the model\'s own size';
  }
  if (least === -128) return '"rescale": 1 and "mean": 128 in "preprocess" give -128 to 127';
  if (most < 255) return "no photo has so few levels";
  return 'the preset "raw" gives 0 to 255';
}
