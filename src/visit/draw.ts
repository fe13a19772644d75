import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Drawing } from "../jobs/drawing.ts";
import { picturesJob, type TiledDrawing } from "../jobs/pictures_job.ts";
import { type Picture, type PictureSources, planPictures } from "../plan/picture.ts";
import { findKind } from "../plan/picture_kind.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { createError } from "../reason/error.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { writeFiles } from "./made_files.ts";
import type { Visit } from "./visit.ts";

/** What a picture shows. */
export interface DrawnSubject {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  /** Of which photo, in words; empty for a picture of none or of all. */
  readonly of?: string;
}

/** Of which photo pictures are; of none or of all where this is null. */
interface PhotoSubject extends DrawnSubject {
  readonly photo: string | null;
}

/** Draws all pictures that are painted from what is there; gives what was written. */
export async function drawPictures(
  sources: PictureSources<Tensor>,
  subject: PhotoSubject,
  visit: Visit,
): Promise<Picture[]> {
  const { pictures, drawings } = planDrawings(sources, subject, visit);
  await writeFiles(await visit.effects.crew.do(picturesJob, drawings), visit);
  return pictures;
}

/** Pictures, and how they are drawn. */
interface PlannedDrawings {
  readonly pictures: Picture[];
  readonly drawings: TiledDrawing[];
}

/** Plans how all pictures are drawn that are painted from what is there. */
export function planDrawings(
  sources: PictureSources<Tensor>,
  { photo, ...subject }: PhotoSubject,
  visit: Pick<Visit, "plan">,
): PlannedDrawings {
  const planned = planPictures(sources, { grid: visit.plan.grid, photo });
  return {
    pictures: planned.map(({ picture }) => picture),
    drawings: planned.map(({ picture, source }) => {
      return { drawing: planDrawing(picture, subject, visit), tiles: source };
    }),
  };
}

/** Plans how a picture is painted, told of and named. */
export function planDrawing(
  picture: Picture,
  { model, layer, of = "" }: DrawnSubject,
  { plan: { grid } }: Pick<Visit, "plan">,
): Drawing {
  requirePixels(picture);
  const { channels } = model.preprocess.recipe;
  const title = `${findKind(picture.kind).title(layer.conv)}${of}`;
  return {
    picture,
    path: `${layer.folder}/${picture.file}`,
    caption: {
      title: `${model.name}, ${layer.conv.name}: ${title}`,
      description: describe(picture, channels),
    },
    options: { ...grid, nrow: picture.columns, channels },
  };
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
