import { LARGEST_SIDE } from "../preprocess/preprocess.ts";
import {
  type Metadata,
  type NotedRecipe,
  type NotedSize,
  UNIT_VALUES,
  type Way,
} from "./noted_recipe.ts";
import { parseNumbers } from "./number_list.ts";

// Its letterboxes are of this grey.
const LETTERBOX: Way = { kind: "whole", fit: "contain", margin: 114 };

/**
 * Reads what Ultralytics' exporters note: `stride` and `names` since YOLOv5, `task`, `imgsz` and
 * `channels` since YOLOv8. Classifiers take a part of the photo, all others a letterbox.
 *
 * Source: https://github.com/ultralytics/ultralytics, engine/exporter.py and data/augment.py
 */
export function readUltralytics(notes: Metadata): NotedRecipe | null {
  const keys = ["stride", "names", "task", "imgsz", "channels"].filter((key) => notes.has(key));
  if (!notes.has("stride") || !(notes.has("names") || notes.has("task"))) return null;
  const grey = notes.get("channels")?.trim() === "1";
  return {
    maker: "Ultralytics",
    keys,
    values: grey ? { ...UNIT_VALUES, channels: "gray", mean: [0], std: [1] } : UNIT_VALUES,
    way: notes.get("task") === "classify" ? { kind: "crop", share: 1 } : LETTERBOX,
    size: readSize(notes.get("imgsz") ?? ""),
  };
}

function readSize(text: string): NotedSize | null {
  const [height, width = height] = parseNumbers(text) ?? [];
  return isSide(height) && isSide(width) ? { width, height } : null;
}

function isSide(side: number | undefined): side is number {
  return Number.isInteger(side) && side! >= 1 && side! <= LARGEST_SIDE;
}
