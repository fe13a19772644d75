import type { PlannedLayerPatches } from "../plan/dataset/patch_plan.ts";
import { isExact } from "../plan/dataset/tile_budget.ts";
import type { PlannedTileFile, PlannedTiles } from "../plan/dataset/tile_files.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { DatasetCells, PhotoCells } from "../report/dataset/dataset_columns.ts";
import type { LayerPatches, PatchSheets } from "../report/dataset/dataset_pictures.ts";
import { findReadPart } from "./patch_part.ts";
import { countSeenChannels, type ShownTile, type TilePicture } from "./tile_picture.ts";

/** A layer, and the pictures of its patches. */
export interface LayerPictures {
  readonly layer: PlannedLayer;
  readonly planned: PlannedLayerPatches;
  readonly strongest: readonly TilePicture[];
  readonly middle: readonly TilePicture[];
}

/** A layer, and the cells that its patches show. */
export interface PatchedLayer {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  readonly planned: PlannedLayerPatches;
  readonly cells: DatasetCells;
}

/** Lists the pictures of a layer's patches, and what their tiles show. */
export function listLayerPictures(patched: PatchedLayer): LayerPictures {
  const { layer, planned, cells: { strongest, middle } } = patched;
  return {
    ...{ layer, planned },
    strongest: listPictures(planned.strongest, strongest, patched),
    middle: planned.middle === null ? [] : listPictures(planned.middle, middle, patched),
  };
}

function listPictures(
  tiles: PlannedTiles,
  cells: PhotoCells,
  patched: PatchedLayer,
): readonly TilePicture[] {
  const { tile, perFile } = tiles;
  const { model, layer: { folder } } = patched;
  return tiles.files.map(({ file, width, height }, i) => {
    const first = i * perFile;
    const kernels = { first, past: Math.min(tiles.kernels, first + perFile) };
    return {
      ...{ width, height, tile, path: `${folder}/${file}`, isExact: isExact(tile) },
      channels: countSeenChannels(model),
      caption: describePicture(kernels, patched),
      tiles: listTiles(kernels, { each: tiles.each, cells }, patched),
    };
  });
}

/** Neighbouring kernels. */
interface KernelRange {
  readonly first: number;
  readonly past: number;
}

function describePicture(
  { first, past }: KernelRange,
  { model, layer: { conv }, planned: { field, shown } }: PatchedLayer,
): TilePicture["caption"] {
  const size = shown === null ? "" : `, ${shown.width} x ${shown.height} pixels`;
  const part = field === null ? "The whole photo" : "What a cell reads of the photo";
  return {
    title: `${model.name}, ${conv.name}: photos of a dataset that excite kernels ${first} to ${
      past - 1
    }`,
    description: `${part} as the network sees it${size}; grey beyond. A row of tiles a kernel`,
  };
}

function listTiles(
  { first, past }: KernelRange,
  { each, cells }: { readonly each: number; readonly cells: PhotoCells },
  { planned: { field }, cells: { named } }: PatchedLayer,
): (ShownTile | null)[] {
  return Array.from({ length: (past - first) * each }, (_, i) => {
    const kernel = first + Math.floor(i / each);
    const place = i % each;
    const photo = cells.photo[kernel]?.[place];
    if (photo === undefined) return null;
    const cell = { x: cells.x[kernel]![place]!, y: cells.y[kernel]![place]! };
    return { photo: named[photo]!.place, part: field && findReadPart(field, cell) };
  });
}

/** Describes the pictures of a layer's patches, once it is known which photos are lost. */
export function describePictures(
  { planned, strongest, middle }: LayerPictures,
  lost: ReadonlySet<number>,
): LayerPatches {
  return {
    strongest: describeTiles(planned.strongest, strongest, lost),
    middle: planned.middle && describeTiles(planned.middle, middle, lost),
  };
}

function describeTiles(
  { each, perFile, tile, files }: PlannedTiles,
  pictures: readonly TilePicture[],
  lost: ReadonlySet<number>,
): PatchSheets {
  const tiles = pictures.flatMap((picture) => picture.tiles);
  return {
    files: files.map(({ file, width, height }: PlannedTileFile) => ({ file, width, height })),
    ...{ tileWidth: tile.width, tileHeight: tile.height, each, columns: 1, kernels: perFile },
    missing: tiles.flatMap((shown, i) => shown !== null && lost.has(shown.photo) ? [i] : []),
  };
}
