import type { ReportLayer } from "../report/report.ts";
import type { Picture } from "../plan/picture.ts";
import { encodePath } from "./address.ts";
import { formatSize } from "./format.ts";
import { findKernelPicture, placeTile } from "./sprite.ts";

/** Kernels and maps side by side: the view of `grid.hbs`. */
export interface GridView {
  readonly kernels: PictureView | null;
  /** The grid of maps of each photo. */
  readonly maps: readonly MapsView[];
  /** The same kernels, every slice for itself; null where there is no such picture. */
  readonly slices: PictureView | null;
  /** Whether kernels and maps are both there. */
  readonly both: boolean;
  readonly cells: readonly CellView[];
}

/** The grid of maps of one photo. */
export interface MapsView extends PictureView {
  /** The number of the photo, from 1. */
  readonly number: string;
  readonly photo: string;
  /** The same maps behind what follows the convolution; null where nothing follows. */
  readonly activated: { readonly href: string; readonly name: string } | null;
}

/** A picture and its scale in words. */
export interface PictureView {
  readonly href: string;
  readonly file: string;
  readonly size: string;
  readonly scale: string;
}

/** Pair k: the classes that place its tiles. */
export interface CellView {
  readonly index: string;
  readonly kernel: string | null;
  readonly map: string | null;
}

/** Views the grids of a layer; the names of the photos come in the order of its maps. */
export function viewGrid(layer: ReportLayer, photos: readonly string[]): GridView {
  const kernels = findKernelPicture(layer);
  const slices = layer.pictures.find(({ kind }) => kind === "slices");
  const maps = layer.maps[0]?.picture ?? null;
  return {
    kernels: kernels && viewPicture(kernels),
    maps: layer.maps.map((_, i) => viewMaps(layer, i, photos[i]!)),
    slices: slices ? viewPicture(slices) : null,
    both: kernels !== null && maps !== null,
    cells: Array.from({ length: kernels || maps ? layer.pairs : 0 }, (_, k) => ({
      index: String(k),
      kernel: kernels && placeTile(kernels, k),
      map: maps && placeTile(maps, k),
    })),
  };
}

function viewMaps({ maps, activation }: ReportLayer, i: number, photo: string): MapsView {
  const { picture, activated } = maps[i]!;
  const name = `after ${activation.join(", ")}`;
  return {
    ...viewPicture(picture),
    number: String(i + 1),
    photo,
    activated: activated && { href: encodePath(activated.file), name },
  };
}

/** Views a picture as a link to its file. */
export function viewPicture({ file, scale, width, height }: Picture): PictureView {
  return { href: encodePath(file), file, size: formatSize(width, height), scale };
}
