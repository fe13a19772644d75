import type { Preprocess } from "./preprocess.ts";
import { type Fields, isObject, isSide, parsePositive, refuseField } from "./processor_field.ts";
import type { ProcessorKind } from "./processor_kind.ts";
import { createError } from "../../reason/error.ts";

type Geometry = Pick<Preprocess, "resize" | "crop">;
type Size = { readonly width: number; readonly height: number };

/** Reads how an image processor resizes and crops. */
export function readGeometry(
  fields: Fields,
  kind: ProcessorKind,
): Geometry {
  const resize = fields.do_resize === false ? null : readResize(fields, kind);
  const cuts = fields.do_center_crop ?? kind.crop?.cuts ?? false;
  const crop = cuts ? readCrop(fields, kind) : null;
  switch (kind.rule) {
    case "ConvNext":
      return resize === null ? { resize, crop } : readConvNext(fields, resize);
    case "LeViT":
      return { resize: lengthen(resize, (edge) => (256 / 224) * edge), crop };
    case "PoolFormer":
      return { resize: readPoolFormer(fields, resize), crop };
    case "DETR":
    case null:
      return { resize, crop };
  }
}

// Below this edge it crops; above, it stretches.
const CROP_BELOW = 384;

function readConvNext(
  fields: Fields,
  resize: NonNullable<Preprocess["resize"]>,
): Geometry {
  if (resize.kind !== "shortestEdge") throw refuseField("size", fields.size);
  const { length } = resize;
  if (length >= CROP_BELOW) {
    return { resize: stretch({ width: length, height: length }), crop: null };
  }
  const share = parsePositive(fields, "crop_pct", 224 / 256);
  return { resize: lengthen(resize, (edge) => edge / share), crop: cutCentre(length, length) };
}

function readPoolFormer(fields: Fields, resize: Preprocess["resize"]): Preprocess["resize"] {
  const share = parsePositive(fields, "crop_pct", 0.9);
  if (resize?.kind !== "size") return lengthen(resize, (edge) => edge / share);
  if (resize.width !== resize.height) {
    return stretch({
      width: Math.trunc(resize.width / share),
      height: Math.trunc(resize.height / share),
    });
  }
  return { kind: "shortestEdge", length: Math.trunc(resize.width / share) };
}

function lengthen(
  resize: Preprocess["resize"],
  grow: (edge: number) => number,
): Preprocess["resize"] {
  if (resize?.kind !== "shortestEdge") return resize;
  return { kind: "shortestEdge", length: Math.trunc(grow(resize.length)) };
}

function cutCentre(width: number, height: number): Preprocess["crop"] {
  return { width, height, rounding: "down" };
}

function stretch(size: Size): Preprocess["resize"] {
  return { kind: "size", ...size, fit: "fill", margin: 0 };
}

function readResize(fields: Fields, kind: ProcessorKind): Preprocess["resize"] {
  const resize = readSize(fields, kind);
  const multiple = parsePositive(fields, "ensure_multiple_of", 1);
  const fits = resize?.kind !== "size" ||
    resize.width % multiple === 0 && resize.height % multiple === 0;
  if (fits) return resize;
  throw refuseField("ensure_multiple_of", multiple);
}

function readSize(fields: Fields, kind: ProcessorKind): Preprocess["resize"] {
  const size = fields.size ?? kind.size ?? undefined;
  const edges = kind.rule === "DETR" ? readEdges(size, fields) : readEdge(size, fields, kind);
  if (edges !== null) return edges;
  const pair = readPair(size);
  if (pair === null) throw refuseField("size", size);
  return stretch(pair);
}

// Older files give the longest edge beside it.
function readEdges(size: unknown, fields: Fields): Preprocess["resize"] {
  const { shortest_edge: shortest, longest_edge: longest, ...rest } = isObject(size)
    ? size
    : { shortest_edge: size, longest_edge: fields.max_size ?? 1333 };
  const whole = isSide(shortest) && isSide(longest) && Object.keys(rest).length === 0;
  return whole ? { kind: "edges", shortest, longest } : null;
}

// Older files give one number, which processors read in two ways.
function readEdge(size: unknown, fields: Fields, kind: ProcessorKind): Preprocess["resize"] {
  if (isObject(size)) {
    const { shortest_edge: length, ...rest } = size;
    const alone = isSide(length) && Object.keys(rest).length === 0;
    return alone ? { kind: "shortestEdge", length } : null;
  }
  if (!isSide(size)) return null;
  const square = fields.default_to_square ?? kind.square;
  if (square === true) return stretch({ width: size, height: size });
  if (square === false) return { kind: "shortestEdge", length: size };
  throw createError(TypeError, { code: "recipe-size", size });
}

function readPair(size: unknown): Size | null {
  if (Array.isArray(size) && size.length === 2) {
    return readPair({ height: size[0], width: size[1] });
  }
  if (!isObject(size) || Object.keys(size).length !== 2) return null;
  const { width, height } = size;
  return isSide(width) && isSide(height) ? { width, height } : null;
}

function readCrop({ crop_size: size }: Fields, { crop }: ProcessorKind): Preprocess["crop"] {
  const side = size ?? crop?.side;
  if (isSide(side)) return cutCentre(side, side);
  const pair = readPair(side);
  if (pair === null) throw refuseField("crop_size", side);
  return cutCentre(pair.width, pair.height);
}
