import type { Preprocess } from "../config/preprocess/preprocess.ts";
import { type Picture, type PictureSources, planPictures } from "../plan/picture.ts";
import { findKind } from "../plan/picture_kind.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Visit } from "./visit.ts";
import { createError } from "../reason/error.ts";

/** What a picture shows. */
interface DrawnSubject {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  /** Of which photo, in words; empty for a picture of none or of all. */
  readonly of?: string;
}

/** Of which photo pictures are; of none or of all where this is null. */
interface PhotoSubject extends DrawnSubject {
  readonly photo: string | null;
}

/** Draws all pictures that are painted from what is there. */
export async function drawPictures(
  sources: PictureSources<Tensor>,
  { photo, ...subject }: PhotoSubject,
  visit: Visit,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { picture, source } of planPictures(sources, { grid: visit.plan.grid, photo })) {
    pictures.push(await drawPicture(picture, source, subject, visit));
  }
  return pictures;
}

/** Paints a planned picture and writes it into its layer's folder; gives what it wrote. */
export async function drawPicture(
  picture: Picture,
  tiles: Tensor,
  { model, layer, of = "" }: DrawnSubject,
  { plan, effects }: Visit,
): Promise<Picture> {
  const { channels } = model.preprocess.recipe;
  requirePixels(picture);
  const { paint, title } = findKind(picture.kind);
  const raster = paint(tiles, { ...plan.grid, nrow: picture.columns, channels });
  const png = await effects.images.encodePng(raster, {
    title: `${model.name}, ${layer.conv.name}: ${title(layer.conv)}${of}`,
    description: describe(picture, channels),
  });
  await effects.output.write(`${layer.folder}/${picture.file}`, png);
  return picture;
}

// Beyond it browsers show nothing, and a grid of floats takes gigabytes.
const MOST_PIXELS = 1 << 28;

function requirePixels({ file, width, height }: Picture): void {
  if (width * height <= MOST_PIXELS) return;
  const size = { file, width, height, most: MOST_PIXELS };
  throw createError(RangeError, { code: "picture-too-large", ...size });
}

function describe(picture: Picture, channels: Preprocess["channels"]): string {
  const { scale, columns, tileWidth, tileHeight, padding, kind } = picture;
  const colours = kind === "kernels" && channels === "BGR" ? "; BGR weights in true colours" : "";
  return `${scale}: ${findKind(kind).levels}${colours}. ` +
    `Tiles of ${tileWidth} x ${tileHeight} pixels, ${columns} in a row, ${padding} apart, ` +
    "as torchvision's make_grid lays them out";
}
