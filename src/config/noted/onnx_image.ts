import type { Channels } from "../preprocess/preprocess.ts";
import { presets } from "../preprocess/presets.ts";
import type { Metadata, NotedRecipe, NotedValues } from "./noted_recipe.ts";

// By what a format begins with; how many bits it has is told by the input itself.
const FORMATS: readonly (readonly [start: RegExp, channels: Channels])[] = [
  [/^gr[ae]y/i, "gray"],
  [/^rgba/i, "RGBA"],
  [/^rgb/i, "RGB"],
  [/^bgr/i, "BGR"],
];

const RANGES: Readonly<Record<string, NotedValues>> = {
  nominalrange_0_255: presets.raw,
  normalized_0_1: presets.unit,
  normalized_1_1: presets.inception,
};

/**
 * Reads what ONNX itself has for inputs that are images; their range is that of levels where it is
 * not told.
 *
 * Source: https://github.com/onnx/onnx/blob/main/docs/MetadataProps.md
 */
export function readOnnxImage(notes: Metadata): NotedRecipe | null {
  const own = new Map([...notes].map(([key, value]) => [key.toLowerCase(), { key, value }]));
  const format = own.get("image.bitmappixelformat");
  const range = own.get("image.nominalpixelrange");
  const channels = FORMATS.find(([start]) => start.test(format?.value ?? ""))?.[1];
  const values = RANGES[(range?.value ?? "NominalRange_0_255").toLowerCase()];
  if (channels === undefined || values === undefined) return null;
  const count = channels === "gray" ? 1 : channels.length;
  return {
    maker: "ONNX",
    keys: [format, range].flatMap((note) => note?.key ?? []),
    values: {
      ...values,
      channels,
      mean: Array<number>(count).fill(values.mean[0]!),
      std: Array<number>(count).fill(values.std[0]!),
    },
    way: null,
    size: null,
  };
}
