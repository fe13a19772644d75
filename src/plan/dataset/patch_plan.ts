import type { Preprocess } from "../../config/preprocess/preprocess.ts";
import { findLargestField } from "../../onnx/field/field_places.ts";
import { type PhotoTrace, tracePhoto } from "../../onnx/field/photo_trace.ts";
import { findMapField, type FoundField, type MapField } from "../../onnx/field/receptive_field.ts";
import { findLastOutput } from "../../onnx/graph/last_output.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import { findPhotoInput } from "../../onnx/input/photo_input.ts";
import { describePhoto } from "../../onnx/input/traced_photo.ts";
import { layoutImage } from "../../raster/image_layout.ts";
import type { Size } from "../../raster/raster.ts";
import type { FoundLayer, FoundModel } from "../found.ts";
import { boundPhotos, chooseTiles, layoutTile, type TileChoice } from "./tile_budget.ts";
import { type PlannedTiles, planTiles } from "./tile_files.ts";

/** The patches of a dataset that are shown of a model. */
export interface PlannedPatches {
  /** The input that takes the photos. */
  readonly image: ImageInput;
  /** Those of layers, by their folders. */
  readonly layers: ReadonlyMap<string, PlannedLayerPatches>;
  /** The photos that they are cut from: models that see photos alike share their small pictures. */
  readonly photos: PlannedSheets;
}

/** The patches of a layer. */
export interface PlannedLayerPatches {
  /** What a cell reads of a photo; null where a tile shows the whole photo. */
  readonly field: MapField | null;
  /** The size of what is shown; null where that is the photo's, which is not known before. */
  readonly shown: Size | null;
  readonly strongest: PlannedTiles;
  /** Null where none are shown. */
  readonly middle: PlannedTiles | null;
}

/** The small pictures of photos. */
export interface PlannedSheets {
  /** Their folder, relative to the report's. */
  readonly folder: string;
  /** The longest side of a photo, in pixels. */
  readonly side: number;
  /** How many photos there are at most. */
  readonly most: number;
}

/** A model whose patches are shown, and the layers of which they are. */
export interface ShownModel extends Pick<FoundModel, "onnx" | "image" | "preprocess"> {
  readonly layers: readonly (FoundLayer & { readonly folder: string })[];
}

/** What patches are planned for. */
export interface PatchOptions {
  /** How many photos the dataset has. */
  readonly photos: number;
  /** The folder of the photos' small pictures, relative to the report's. */
  readonly folder: string;
}

/**
 * Plans the patches of models that see photos alike: as many, and as large, as their budget allows.
 * A model that takes no photos has none.
 */
export function planPatches(
  models: readonly ShownModel[],
  { photos, folder }: PatchOptions,
): (PlannedPatches | null)[] {
  const found = models.map(findLayers);
  const all = found.flatMap((each) => each?.layers ?? []);
  const choice = chooseTiles(all, photos);
  const sheets = { folder, side: choice.photo, most: boundPhotos(all, choice, photos) };
  return found.map((own) =>
    own && {
      image: own.image,
      layers: new Map(own.layers.map((layer) => [layer.folder, planLayer(layer, choice)])),
      photos: sheets,
    }
  );
}

/** A layer, and what a tile of it shows. */
interface ShownLayer extends Pick<PlannedLayerPatches, "field" | "shown"> {
  readonly folder: string;
  readonly kernels: number;
}

function planLayer({ kernels, field, shown }: ShownLayer, choice: TileChoice): PlannedLayerPatches {
  const { longest, strongest, middle } = choice;
  const tile = shown === null ? { width: longest, height: longest } : layoutTile(shown, longest);
  return {
    ...{ field, shown },
    strongest: planTiles("strongest", { kernels, each: strongest, tile }),
    middle: middle === 0 ? null : planTiles("middle", { kernels, each: middle, tile }),
  };
}

interface ShownLayers {
  readonly image: ImageInput;
  readonly layers: readonly ShownLayer[];
}

function findLayers(model: ShownModel): ShownLayers | null {
  const image = findPhotoInput(model);
  if (image === null || image.layout === null) return null;
  const seen = findSeenSize(model.preprocess.recipe, image);
  const fieldOf = openFields(model, image, seen);
  return {
    image,
    layers: model.layers.flatMap(({ conv, field: found, folder }) => {
      const kernels = conv.shape?.outChannels ?? 0;
      if (kernels === 0) return [];
      const field = keepField(fieldOf(conv.output) ?? found, seen);
      return [{ folder, kernels, field, shown: layoutShown(field, seen) }];
    }),
  };
}

// Two photos of unlike shape come to one size where that is what the network takes.
const WIDE: Size = { width: 640, height: 384 };
const HIGH: Size = { width: 384, height: 640 };

/** Finds the size in which a model sees all photos; null where that is theirs. */
function findSeenSize(recipe: Preprocess, image: ImageInput): Size | null {
  const { width, height } = layoutImage(WIDE, recipe, image);
  const other = layoutImage(HIGH, recipe, image);
  return width === other.width && height === other.height ? { width, height } : null;
}

/** Opens what finds fields for photos of one size; what was surveyed is known for any. */
function openFields(
  model: ShownModel,
  image: ImageInput,
  seen: Size | null,
): (output: string) => FoundField | null {
  const isOpen = image.height === null || image.width === null;
  if (!isOpen || seen === null) return () => null;
  let trace: PhotoTrace | null = null;
  return (output) => {
    trace ??= traceSeen(model, image, seen);
    return trace && findMapField(trace, output);
  };
}

function traceSeen(
  { onnx, layers }: ShownModel,
  image: ImageInput,
  { height, width }: Size,
): PhotoTrace | null {
  const photo = describePhoto(onnx, image.name, [height, width]);
  const until = findLastOutput(onnx, layers.map(({ conv }) => conv.output));
  return photo && tracePhoto(onnx, photo, { until });
}

// Where photos have sizes of their own, a cell of each reads what the line says, or it is not known.
function keepField(field: FoundField | null, seen: Size | null): MapField | null {
  if (field === null || "missing" in field || field.whole) return null;
  if (field.reads.length !== 2) return null;
  return seen !== null || (field.line !== null && field.straight) ? field : null;
}

function layoutShown(field: MapField | null, seen: Size | null): Size | null {
  if (field === null) return seen;
  const [height, width] = findLargestField(field) as [number, number];
  return {
    width: Math.min(width, seen?.width ?? Infinity),
    height: Math.min(height, seen?.height ?? Infinity),
  };
}
