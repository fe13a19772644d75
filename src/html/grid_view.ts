import type { KernelKind } from "../analysis/kernel_kind.ts";
import type { Picture } from "../plan/picture.ts";
import type { ReportLayer } from "../report/report.ts";
import { encodePath } from "./address.ts";
import { formatSize } from "./format.ts";
import { nameKind } from "./kernel_class.ts";
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
  readonly activated: ActivatedView | null;
}

/** Maps behind what follows the convolution. */
export interface ActivatedView extends PictureView {
  /** What follows, such as `Relu`. */
  readonly name: string;
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
  /** The class of the kernel, and the class in style.css; null where it has none. */
  readonly kind: string | null;
  readonly tone: string | null;
  readonly kernel: string | null;
  readonly map: string | null;
}

/** What the grids of a layer show beside its pictures. */
export interface GridOptions {
  /** The names of the photos, in the order of its maps. */
  readonly photos: readonly string[];
  /** The classes of its kernels; null where they are not known. */
  readonly kinds: readonly KernelKind[] | null;
}

/** Views the grids of a layer. */
export function viewGrid(layer: ReportLayer, { photos, kinds }: GridOptions): GridView {
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
      kind: kinds && kinds[k]!,
      tone: kinds && nameKind(kinds[k]!),
      kernel: kernels && placeTile(kernels, k),
      map: maps && placeTile(maps, k),
    })),
  };
}

function viewMaps({ maps, activation }: ReportLayer, i: number, photo: string): MapsView {
  const { picture, activated } = maps[i]!;
  return {
    ...viewPicture(picture),
    number: String(i + 1),
    photo,
    activated: activated && { ...viewPicture(activated), name: activation.join(", ") },
  };
}

/** Views a picture as a link to its file. */
export function viewPicture({ file, scale, width, height }: Picture): PictureView {
  return { href: encodePath(file), file, size: formatSize(width, height), scale };
}
