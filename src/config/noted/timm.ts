import { LARGEST_SIDE } from "../preprocess/preprocess.ts";
import { decodeJsonc } from "../problem/jsonc.ts";
import type { NotedRecipe, NotedSize, NotedValues, Way } from "./noted_recipe.ts";

const KERNELS: Readonly<Record<string, NotedValues["kernel"]>> = {
  bilinear: "bilinear",
  bicubic: "bicubic",
  lanczos: "lanczos3",
  nearest: "nearest",
};

/**
 * Reads the `config.json` of a model of timm's: the `pretrained_cfg` in it; null where it holds none.
 *
 * Source: https://github.com/huggingface/pytorch-image-models, timm/data/transforms_factory.py
 *
 * @throws {SyntaxError} If the text is no JSON.
 */
export function readTimm(text: string, file: string): NotedRecipe | null {
  const config = decodeJsonc(text, file);
  const own = isRecord(config) ? config.pretrained_cfg : null;
  if (!isRecord(own)) return null;
  const mean = parseTriple(own.mean);
  const std = parseTriple(own.std);
  if (mean === null || std === null || std.includes(0)) return null;
  const { interpolation } = own;
  return {
    maker: "timm",
    keys: ["pretrained_cfg"],
    values: {
      kernel: KERNELS[String(interpolation)] ?? "bicubic",
      profile: "ignore",
      channels: "RGB",
      rescale: 1 / 255,
      mean,
      std,
    },
    way: readWay(own),
    size: readSize(own.input_size),
  };
}

function readWay({ crop_mode: mode, crop_pct: share }: Readonly<Record<string, unknown>>): Way {
  if (mode === "squash") return { kind: "whole", fit: "fill", margin: 0 };
  if (mode === "border") return { kind: "whole", fit: "contain", margin: 0 };
  return {
    kind: "crop",
    share: typeof share === "number" && share > 0.1 && share <= 1 ? share : 0.875,
  };
}

function readSize(size: unknown): NotedSize | null {
  const [, height, width] = Array.isArray(size) ? size : [];
  return [height, width].every(isSide) ? { width, height } : null;
}

function isSide(side: unknown): boolean {
  return Number.isInteger(side) && Number(side) >= 1 && Number(side) <= LARGEST_SIDE;
}

function parseTriple(value: unknown): readonly number[] | null {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isFinite) ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
