import type { DatasetPhoto } from "../dataset/dataset.ts";
import { openDataset } from "../measure/dataset_files.ts";
import type { PlannedPatches } from "../plan/dataset/patch_plan.ts";
import { HELD_BYTES, planSheets, type SheetTiles } from "../plan/dataset/tile_files.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import type { DatasetCells } from "../report/dataset/dataset_columns.ts";
import type { DatasetPhotos, LayerPatches } from "../report/dataset/dataset_pictures.ts";
import type { Visit } from "../visit/visit.ts";
import { describePictures, type LayerPictures, listLayerPictures } from "./layer_pictures.ts";
import { paintPictures, type TileReader } from "./photo_pass.ts";
import { countPictureBytes, countSeenChannels, type TilePicture } from "./tile_picture.ts";

/** A model whose patches are shown. */
export interface PatchedModel {
  readonly model: PlannedModel;
  readonly patches: PlannedPatches;
}

/** What patches are cut from. */
export interface PatchSource {
  /** Gives the cells that excite the kernels of a layer; null where none are known. */
  cellsOf(layer: PlannedLayer): DatasetCells | null;
  /** The photos, where they lie: they are found by their paths. */
  readonly photos: readonly DatasetPhoto[];
}

/** How patches are drawn. */
export interface DrawOptions extends Pick<Visit, "effects" | "work"> {
  /** How long a photo is expected to take. */
  readonly seconds: number;
  /** How many bytes of pixels are held whose tiles are still to come. @default {HELD_BYTES} */
  readonly held?: number;
}

/** The patches of models, and the photos that they are cut from. */
export interface PatchFinding {
  /** By the folders of the layers. */
  readonly layers: ReadonlyMap<string, LayerPatches>;
  readonly photos: DatasetPhotos;
  /** The paths of the photos that were not there, or could not be read, in the order of the list. */
  readonly missing: readonly string[];
}

/**
 * Draws the patches of models that see photos alike, and small pictures of the photos that they are cut
 * from. A pass over these paints all small pictures, and as many of the others as are held at once;
 * what is left is painted in further passes, so that memory grows neither with kernels nor with photos.
 */
export async function drawPatches(
  models: readonly [PatchedModel, ...PatchedModel[]],
  source: PatchSource,
  { effects, work, seconds, held = HELD_BYTES }: DrawOptions,
): Promise<PatchFinding> {
  const [{ model, patches: { image, photos: { folder, side } } }] = models;
  const { layers, paths } = listLayers(models, source);
  const pictures = layers.flatMap(({ strongest, middle }) => [...strongest, ...middle]);
  const places = listPlaces(pictures);
  const found = findPhotos(new Set(places.map((place) => paths.get(place)!)), source.photos);
  const sizes = new Map<number, Size | null>();
  using files = openDataset(effects.files);
  const reader: TileReader = {
    ...{ files, effects, preprocess: model.preprocess, input: image },
    find: (place) => found.get(paths.get(place)!) ?? null,
    note: (place, size) => void sizes.set(place, size),
    step: (task) => work.step({ doing: `cut patches for ${model.name}`, seconds }, task),
  };
  const sheets = planSheets(folder, side, places.length);
  const small = listSheets(models[0], sheets, places);
  const [first = [], ...others] = groupPictures(pictures, held);
  for (const group of [[...small, ...first], ...others]) await paintPictures(group, reader);

  const lost = new Set(places.filter((place) => !sizes.get(place)));
  return {
    layers: new Map(layers.map((own) => [own.layer.folder, describePictures(own, lost)])),
    photos: { ...describeSheets(sheets, places, sizes), side },
    missing: [...lost].map((place) => paths.get(place)!),
  };
}

/** The pictures of layers, and the paths of all photos that these name, by their places. */
interface ListedLayers {
  readonly layers: readonly LayerPictures[];
  readonly paths: ReadonlyMap<number, string>;
}

// One layer after the other: the cells of one are many numbers.
function listLayers(models: readonly PatchedModel[], { cellsOf }: PatchSource): ListedLayers {
  const layers: LayerPictures[] = [];
  const paths = new Map<number, string>();
  for (const { model, patches } of models) {
    for (const layer of model.layers) {
      const planned = patches.layers.get(layer.folder);
      const cells = planned ? cellsOf(layer) : null;
      if (!planned || cells === null) continue;
      layers.push(listLayerPictures({ model, layer, planned, cells }));
      for (const { place, path } of cells.named) paths.set(place, path);
    }
  }
  return { layers, paths };
}

function findPhotos(
  paths: ReadonlySet<string>,
  photos: readonly DatasetPhoto[],
): Map<string, DatasetPhoto> {
  return new Map(photos.flatMap((photo) => paths.has(photo.path) ? [[photo.path, photo]] : []));
}

function listPlaces(pictures: readonly TilePicture[]): number[] {
  const places = new Set<number>();
  for (const { tiles } of pictures) {
    for (const tile of tiles) if (tile !== null) places.add(tile.photo);
  }
  return [...places].sort((a, b) => a - b);
}

function listSheets(
  { model, patches: { photos: { side } } }: PatchedModel,
  { files, perFile }: SheetTiles,
  places: readonly number[],
): TilePicture[] {
  return files.map(({ file, width, height }, i) => ({
    ...{ width, height, path: file, tile: { width: side, height: side }, isExact: false },
    channels: countSeenChannels(model),
    caption: {
      title: `Photos of a dataset, as ${model.name} sees them`,
      description: `Made smaller, ${side} pixels at most`,
    },
    tiles: places.slice(i * perFile, (i + 1) * perFile).map((photo) => ({ photo, part: null })),
  }));
}

function describeSheets(
  { columns, perFile, files }: SheetTiles,
  places: readonly number[],
  sizes: ReadonlyMap<number, Size | null>,
): Omit<DatasetPhotos, "side"> {
  return {
    ...{ columns, perFile, files, places },
    width: places.map((place) => sizes.get(place)?.width ?? 0),
    height: places.map((place) => sizes.get(place)?.height ?? 0),
  };
}

function groupPictures(pictures: readonly TilePicture[], most: number): TilePicture[][] {
  const groups: TilePicture[][] = [];
  let held = Infinity;
  for (const picture of pictures) {
    const bytes = countPictureBytes(picture);
    if (held + bytes > most) {
      groups.push([]);
      held = 0;
    }
    groups.at(-1)!.push(picture);
    held += bytes;
  }
  return groups;
}
