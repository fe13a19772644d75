import { type Metadata, type NotedRecipe, UNIT_VALUES, type Way } from "./noted_recipe.ts";
import { parseNumbers } from "./number_list.ts";
import { fillChannels } from "./named_norm.ts";

const PREFIX = "model_info ";

/**
 * Reads what OpenVINO's training extensions note for their Model API: levels from 0 to 255, less
 * `mean_values`, divided by `scale_values`. What its `reverse_input_channels` turns round is the
 * photo as the program had it, which is not told; so the means tell the order: photos are redder
 * than they are blue.
 *
 * Source: https://github.com/openvinotoolkit/training_extensions, exporter/base.py
 */
export function readModelApi(notes: Metadata): NotedRecipe | null {
  const own = new Map(
    [...notes].filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length), value]),
  );
  const mean = fillChannels(parseNumbers(own.get("mean_values") || "0"));
  const std = fillChannels(parseNumbers(own.get("scale_values") || "1"));
  const told = KEYS.filter((key) => own.has(key));
  if (told.length === 0 || mean === null || std === null || std.includes(0)) return null;
  return {
    maker: "OpenVINO",
    keys: told.map((key) => PREFIX + key),
    values: {
      ...UNIT_VALUES,
      channels: mean[0]! < mean[2]! ? "BGR" : "RGB",
      rescale: 1,
      mean,
      std,
    },
    way: readWay(own.get("resize_type"), own.get("pad_value")),
    size: null,
  };
}

const KEYS = ["mean_values", "scale_values", "resize_type"];

function readWay(type: string | undefined, margin = "0"): Way | null {
  const level = Number(margin);
  switch (type) {
    case "standard":
      return { kind: "whole", fit: "fill", margin: 0 };
    case "crop":
      return { kind: "crop", share: 1 };
    case "fit_to_window":
    case "fit_to_window_letterbox":
      return {
        kind: "whole",
        fit: "contain",
        margin: Number.isInteger(level) && level >= 0 && level <= 255 ? level : 0,
      };
    default:
      return null;
  }
}
