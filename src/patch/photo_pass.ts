import type { DatasetPhoto } from "../dataset/dataset.ts";
import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import { type CutPatches, patchesJob } from "../jobs/patch/patches_job.ts";
import { tilesJob } from "../jobs/patch/tiles_job.ts";
import { doAhead } from "../measure/ahead.ts";
import type { DatasetFiles } from "../measure/dataset_files.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import { openTiles, putTile, type TileCanvas } from "./tile_canvas.ts";
import type { TilePicture } from "./tile_picture.ts";

/** Where photos are, and how they are seen. */
export interface TileReader extends Pick<PlannedModel, "preprocess"> {
  readonly input: ImageInput;
  readonly files: DatasetFiles;
  readonly effects: Pick<Effects, "crew" | "output">;
  /** Finds a photo by its place in the list of the dataset; null where it is not there. */
  find(place: number): DatasetPhoto | null;
  /** Takes note of a photo that was gone through: its size as it is seen, null where it cannot be read. */
  note(place: number, size: Size | null): void;
  /** Takes a step of the work: a photo. */
  step(task: () => Promise<CutPatches | null>): Promise<CutPatches | null>;
}

/**
 * Paints pictures of tiles in one pass over the photos that they show, and writes each as soon as it is
 * whole. Photos are read and cut side by side, few ahead of where they go.
 */
export async function paintPictures(
  pictures: readonly TilePicture[],
  reader: TileReader,
): Promise<void> {
  const { effects: { crew } } = reader;
  const pending = new Set<Promise<void>>();
  const begin = async (whole: TileCanvas): Promise<void> => {
    while (pending.size >= crew.breadth) await Promise.race(pending);
    const done = writePicture(whole, reader).finally(() => pending.delete(done));
    done.catch(() => {}); // whoever waits for it is told
    pending.add(done);
  };
  for (const picture of pictures) {
    if (picture.tiles.every((tile) => tile === null)) await begin(openTiles(picture));
  }
  const canvases = new Map<TilePicture, TileCanvas>();
  const cut = (photo: WantedPhoto): Promise<PhotoTiles> => cutPhoto(photo, reader);
  for await (const cutTiles of doAhead(sortTiles(pictures), 2 * crew.breadth, cut)) {
    for (const whole of putTiles(cutTiles, canvases)) await begin(whole);
  }
  await Promise.all(pending);
}

/** A tile of a picture. */
interface TilePlace {
  readonly picture: TilePicture;
  readonly index: number;
}

/** A photo, by its place, and the tiles that show it. */
type WantedPhoto = readonly [photo: number, tiles: readonly TilePlace[]];

// In the order of the list, so that an archive is read in one go.
function sortTiles(pictures: readonly TilePicture[]): WantedPhoto[] {
  const byPhoto = new Map<number, TilePlace[]>();
  for (const picture of pictures) {
    for (const [index, tile] of picture.tiles.entries()) {
      if (tile === null) continue;
      const known = byPhoto.get(tile.photo);
      if (known === undefined) byPhoto.set(tile.photo, [{ picture, index }]);
      else known.push({ picture, index });
    }
  }
  return [...byPhoto].sort(([a], [b]) => a - b);
}

/** The tiles that show a photo, and their pixels; null where it cannot be read. */
interface PhotoTiles {
  readonly tiles: readonly TilePlace[];
  readonly patches: CutPatches | null;
}

async function cutPhoto([place, tiles]: WantedPhoto, reader: TileReader): Promise<PhotoTiles> {
  const photo = reader.find(place);
  const patches = photo &&
    await reader.step(() => cutTiles({ ...photo, place }, tiles, reader).catch(() => null));
  reader.note(place, patches);
  return { tiles, patches };
}

async function cutTiles(
  photo: PlacedPhoto,
  tiles: readonly TilePlace[],
  { preprocess, input, files, effects: { crew } }: TileReader,
): Promise<CutPatches> {
  const bytes = await files.read(photo);
  const patches = tiles.map(({ picture: { tile, tiles }, index }) => {
    return { part: tiles[index]!.part, tile };
  });
  return await crew.do(patchesJob, { bytes, preprocess, input, patches });
}

// Gives the pictures that are whole by it.
function putTiles(
  { tiles, patches }: PhotoTiles,
  canvases: Map<TilePicture, TileCanvas>,
): TileCanvas[] {
  const whole: TileCanvas[] = [];
  let from = 0;
  for (const { picture, index } of tiles) {
    const canvas = canvases.get(picture) ?? openTiles(picture);
    canvases.set(picture, canvas);
    const end = from + picture.tile.width * picture.tile.height * picture.channels;
    if (patches !== null) putTile(canvas, index, patches.pixels.subarray(from, end));
    from = end;
    if (--canvas.left > 0) continue;
    canvases.delete(picture);
    whole.push(canvas);
  }
  return whole;
}

async function writePicture(
  { picture: { path, caption, isExact }, raster }: TileCanvas,
  { effects: { crew, output } }: TileReader,
): Promise<void> {
  const file = await crew.do(tilesJob, { path, raster, caption, isExact });
  await output.write(file.path, file.bytes);
}
