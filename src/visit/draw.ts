import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Picture, PictureKind } from "../plan/picture.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import {
  paintKernels,
  paintMaps,
  type PaintOptions,
  paintSheets,
  paintSigned,
  paintSlices,
  paintStrongest,
} from "../raster/paint.ts";
import type { Raster } from "../raster/raster.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Visit } from "./visit.ts";

const PAINTERS: Readonly<
  Record<PictureKind, (tiles: Tensor, options: PaintOptions) => Raster>
> = {
  kernels: paintKernels,
  slices: paintSlices,
  sheets: paintSheets,
  strongest: paintStrongest,
  maps: paintMaps,
  activated: paintMaps,
  inputs: paintMaps,
  effective: paintSigned,
  projections: paintSigned,
};

/** What a picture shows. */
interface Subject {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  readonly title: string;
}

/** Paints a planned picture of kernels or maps and writes it into its layer's folder. */
export async function drawPicture(
  picture: Picture,
  tiles: Tensor,
  { model, layer, title }: Subject,
  { plan, effects }: Visit,
): Promise<void> {
  const { channels } = model.preprocess.recipe;
  requirePixels(picture);
  const raster = PAINTERS[picture.kind](tiles, { ...plan.grid, nrow: picture.columns, channels });
  const png = await effects.images.encodePng(raster, {
    title: `${model.name}, ${layer.conv.name}: ${title}`,
    description: describe(picture, channels),
  });
  await effects.output.write(`${layer.folder}/${picture.file}`, png);
}

// Beyond it browsers show nothing, and a grid of floats takes gigabytes.
const MOST_PIXELS = 1 << 28;

function requirePixels({ file, width, height }: Picture): void {
  if (width * height <= MOST_PIXELS) return;
  throw new RangeError(
    `Cannot draw "${file}": it would have ${width} x ${height} pixels, at most ${MOST_PIXELS}; ` +
      'give "preprocess" a smaller size, or choose other "layers"',
  );
}

// What 0 and 255 stand for.
const LEVELS: Readonly<Record<PictureKind, string>> = {
  kernels: "0 is the kernel's smallest weight, 255 its largest, rounded half up",
  slices: "255 is the kernel's largest absolute weight, 0 its negative, rounded half up",
  sheets: "255 is the kernel's largest absolute weight, 0 its negative, rounded half up",
  strongest: "255 is the kernel's largest absolute weight, 0 its negative, rounded half up",
  maps: "0 is the map's smallest value, 255 its largest, rounded half up",
  activated: "0 is the map's smallest value, 255 its largest, rounded half up",
  inputs: "0 is the map's smallest value, 255 its largest, rounded half up",
  effective: "255 is the kernel's largest absolute weight, 0 its negative, rounded half up",
  projections: "255 is the projection's largest absolute value, 0 its negative, rounded half up",
};

function describe(picture: Picture, channels: Preprocess["channels"]): string {
  const { scale, columns, tileWidth, tileHeight, padding, kind } = picture;
  const colours = kind === "kernels" && channels === "BGR" ? "; BGR weights in true colours" : "";
  return `${scale}: ${LEVELS[kind]}${colours}. ` +
    `Tiles of ${tileWidth} x ${tileHeight} pixels, ${columns} in a row, ${padding} apart, ` +
    "as torchvision's make_grid lays them out";
}
