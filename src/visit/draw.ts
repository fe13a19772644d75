import type { Preprocess } from "../config/preprocess/preprocess.ts";
import { fitsBoard } from "../board/picture_limit.ts";
import type { Caption } from "../effects.ts";
import type { Drawing } from "../jobs/drawing.ts";
import { picturesJob, type TiledDrawing } from "../jobs/pictures_job.ts";
import { type Picture, type PictureSources, planPictures } from "../plan/picture.ts";
import { findKind } from "../plan/picture_kind.ts";
import { hasPictureScript } from "../plan/picture_script.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { createError } from "../reason/error.ts";
import type { Rounding } from "../raster/quantize.ts";
import type { MapsFinding } from "../report/finding.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { findBoardStep, keepEvents } from "./board.ts";
import { writeFiles } from "./made_files.ts";
import type { Visit } from "./visit.ts";

/** What a picture shows. */
export interface DrawnSubject {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  /** The step of TensorBoard that it belongs to: which photo, or the first for one of none or of all. */
  readonly step?: number;
  /** Of which photo, in words; empty for a picture of none or of all. */
  readonly of?: string;
}

/** Of which photo pictures are; of none or of all where this is null. */
interface PhotoSubject extends DrawnSubject {
  readonly photo: string | null;
}

/** Pictures that were written, and what reads TensorBoard's events of them. */
export interface DrawnPictures extends Pick<MapsFinding, "pictures" | "events"> {}

/** Draws all pictures that are painted from what is there; gives what was written. */
export async function drawPictures(
  sources: PictureSources<Tensor>,
  subject: PhotoSubject,
  visit: Visit,
): Promise<DrawnPictures> {
  const { pictures, drawings } = planDrawings(sources, subject, visit);
  const { files, events } = await visit.effects.crew.do(picturesJob, drawings);
  await writeFiles(files, visit);
  return { pictures, events: keepEvents(events, visit) };
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
  const { grid, small } = visit.plan;
  const planned = planPictures(sources, { grid, small, photo });
  const step = findBoardStep(photo, visit.plan);
  return {
    pictures: planned.map(({ picture }) => picture),
    drawings: planned.map(({ picture, source }) => {
      return { drawing: planDrawing(picture, { ...subject, step }, visit), tiles: source };
    }),
  };
}

/** Plans how a picture is painted, told of and named. */
export function planDrawing(
  picture: Picture,
  { model, layer, of = "", step = 0 }: DrawnSubject,
  { plan }: Pick<Visit, "plan">,
): Drawing {
  requirePixels(picture);
  const { grid, board } = plan;
  const { channels } = model.preprocess.recipe;
  const own = `${findKind(picture.kind).title(layer.conv)}${of}`;
  const title = `${model.name}, ${layer.conv.name}: ${own}`;
  const caption = (rounding: Rounding): Caption => ({
    title,
    description: describe(picture, channels, rounding),
  });
  const place = { tag: `${layer.id}/${picture.kind}`, step };
  return {
    picture,
    path: `${layer.folder}/${picture.file}`,
    caption: caption("save_image"),
    scripted: hasPictureScript(picture.kind, plan),
    options: { ...grid, nrow: picture.columns, padding: picture.padding, channels },
    event: board && fitsBoard(picture) ? { ...place, caption: caption("add_image") } : null,
  };
}

// Beyond it browsers show nothing, and a grid of floats takes gigabytes.
const MOST_PIXELS = 1 << 28;

function requirePixels({ file, width, height }: Picture): void {
  if (width * height <= MOST_PIXELS) return;
  const size = { file, width, height, most: MOST_PIXELS };
  throw createError(RangeError, { code: "picture-too-large", ...size });
}

const ROUNDED = { save_image: "rounded half up", add_image: "fractions cut off" } as const;

function describe(
  picture: Picture,
  channels: Preprocess["channels"],
  rounding: Rounding,
): string {
  const { scale, columns, tileWidth, tileHeight, padding, kind } = picture;
  const colours = kind === "kernels" && channels === "BGR" ? "; BGR weights in true colours" : "";
  return `${scale}: ${findKind(kind).levels}, ${ROUNDED[rounding]}${colours}. ` +
    `Tiles of ${tileWidth} x ${tileHeight} pixels, ${columns} in a row, ${padding} apart, ` +
    "as torchvision's make_grid lays them out";
}
