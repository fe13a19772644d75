import type { GridConfig } from "../config/config.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { layoutGrid } from "../raster/grid_layout.ts";
import type { Size } from "../raster/raster.ts";
import { shapeMatrix } from "../tensor/weight_matrix.ts";
import { chooseFormat, type FormatOptions } from "./picture_format.ts";
import {
  findKind,
  isOfKernels,
  type KernelPictureKind,
  listKernelKinds,
  PICTURE_KINDS,
  type PictureKind,
  type PictureSource,
} from "./picture_kind.ts";

/** The pictures of kernels. */
export type KernelPicture = Picture<KernelPictureKind>;

/** A grid of tiles; tile k lies in column k mod columns and row ⌊k ÷ columns⌋. */
export interface Picture<Kind extends PictureKind = PictureKind> extends Size {
  /** What the tiles are. */
  readonly kind: Kind;
  /** The picture's file, relative to the layer's folder; it may lie in that of another layer. */
  readonly file: string;
  /** How values became grey levels, in words. */
  readonly scale: string;
  /** The size of a tile, in pixels. */
  readonly tileWidth: number;
  /** The height of a tile, in pixels. */
  readonly tileHeight: number;
  /** How many tiles stand in a row. */
  readonly columns: number;
  /** The gap around and between the tiles, in pixels. */
  readonly padding: number;
}

/** What a picture is planned for. */
export interface PictureOptions extends FormatOptions {
  readonly grid: GridConfig;
  /** The id of the photo that it is of; null where it is of none or of all. */
  readonly photo?: string | null;
}

/** Plans the pictures of a layer's kernels. */
export function planKernelPictures(
  layer: ConvLayer,
  grid: GridConfig,
  options: FormatOptions = {},
): KernelPicture[] {
  const { kernels, shape, readsInput } = layer;
  if (kernels === null || shape === null) return [];
  const { dims } = kernels;
  const { group } = shape;
  return listKernelKinds({ dims, readsInput, group }).map((kind) => {
    const painted = findKind(kind).from === "matrix" ? shapeMatrix(dims, group) : dims;
    return planPicture(kind, painted, { grid, ...options });
  });
}

/** What pictures can be painted from; null where it is not there. */
export type PictureSources<Source> = Readonly<Partial<Record<PictureSource, Source | null>>>;

/** A picture, and what it is painted from. */
export interface SourcePicture<Source> {
  readonly picture: Picture;
  readonly source: Source;
}

/** Plans all pictures that are painted from what is there. */
export function planPictures<Source extends { readonly dims: readonly number[] }>(
  sources: PictureSources<Source>,
  options: PictureOptions,
): SourcePicture<Source>[] {
  return PICTURE_KINDS.flatMap((kind) => {
    const row = findKind(kind);
    const source = isOfKernels(row) ? null : sources[row.from] ?? null;
    return source === null ? [] : [{ source, picture: planPicture(kind, source.dims, options) }];
  });
}

/** A picture of another layer that shows the same numbers in the same scale. */
export interface OtherPicture {
  /** The id of the layer. */
  readonly layer: string;
  readonly kind: PictureKind;
}

/** Plans a picture whose file is that of another layer. */
export function planOther(
  kind: PictureKind,
  dims: readonly number[],
  { other, ...options }: PictureOptions & { readonly other: OtherPicture },
): Picture {
  const { file } = planPicture(other.kind, dims, options);
  return { ...planPicture(kind, dims, options), file: `../${other.layer}/${file}` };
}

/** Plans a picture by the dims of what its tiles are painted from. */
export function planPicture<Kind extends PictureKind>(
  kind: Kind,
  dims: readonly number[],
  { grid, photo = null, ...format }: PictureOptions,
): Picture<Kind> {
  const { scale, layout } = findKind(kind);
  const { count, ...tile } = layout(dims, grid);
  const { width, height, columns, padding } = layoutGrid(count, tile, { ...grid, ...tile });
  const suffix = chooseFormat({ width, height }, format);
  return {
    kind,
    file: `${photo === null ? kind : `${kind}/${photo}`}.${suffix}`,
    scale,
    width,
    height,
    tileWidth: tile.width,
    tileHeight: tile.height,
    columns,
    padding,
  };
}
