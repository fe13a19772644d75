import type { Size } from "../../raster/raster.ts";

/**
 * What excites the kernels of a layer in a dataset, as pictures: of each cell that is shown the part
 * of its photo that it reads, as the network saw it.
 */
export interface LayerPatches {
  /** Those of the strongest cells. */
  readonly strongest: PatchSheets;
  /** Those of cells in the middle of a kernel's range; null where there are none. */
  readonly middle: PatchSheets | null;
}

/**
 * Tiles in one picture or a few. Those of a kernel stand side by side, in the order of its cells in
 * `layer.json`; kernels follow one another in rows, without gaps.
 */
export interface PatchSheets {
  /** The pictures, each with the next kernels. */
  readonly files: readonly PatchFile[];
  /** The size of a tile, in pixels. */
  readonly tileWidth: number;
  /** Its height, in pixels. */
  readonly tileHeight: number;
  /** How many tiles each kernel has a place for: of the first of its cells. */
  readonly each: number;
  /** How many kernels stand in a row. */
  readonly columns: number;
  /** How many kernels each picture has but the last, which may have fewer. */
  readonly kernels: number;
  /**
   * The tiles that are empty, as their photo was not there or could not be read: kernel times `each`
   * plus the place among its cells.
   */
  readonly missing: readonly number[];
}

/** A picture of tiles. */
export interface PatchFile extends Size {
  /** Its path, relative to the folder of the layer. */
  readonly file: string;
}

/**
 * Small pictures of the photos of a dataset that `layer.json` names, as a model sees them: each once, in
 * a tile of a few pictures, as large as it fits in its middle.
 */
export interface DatasetPhotos {
  /** The pictures, each with the next photos; paths are relative to the report's folder. */
  readonly files: readonly PatchFile[];
  /** The side of a tile, in pixels. */
  readonly side: number;
  /** How many photos stand in a row. */
  readonly columns: number;
  /** How many photos each picture has but the last. */
  readonly perFile: number;
  /** The places of the photos in the list of the dataset, in the order of the tiles, ascending. */
  readonly places: readonly number[];
  /** How wide the network sees each, in pixels; 0 where it was not there or could not be read. */
  readonly width: readonly number[];
  /** How high. */
  readonly height: readonly number[];
}
