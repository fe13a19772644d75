import type { GridConfig } from "../config/config.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { MIX_TILE, paintMix } from "../raster/mix.ts";
import {
  paintKernels,
  paintMaps,
  paintMatrix,
  type PaintOptions,
  paintSigned,
  paintSlices,
  paintStrongest,
} from "../raster/paint.ts";
import type { Raster } from "../raster/raster.ts";
import { cutSlices, cutStrongest } from "../raster/sheet.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import { layoutMaps, layoutPixels, layoutSheets, layoutSlices, type Tiles } from "./tile_layout.ts";

/** How the pictures of a kind are told of, laid out and painted. */
type PictureRow = KernelRow | SourceRow;

/** Pictures of kernels. */
interface KernelRow extends PaintedRow {
  readonly from: KernelSource;
  /** Which layers have it; every layer where this is absent. */
  readonly when?: (layer: KernelSubject) => boolean;
}

/** Pictures of what is computed of a layer: every layer that has it has them. */
interface SourceRow extends PaintedRow {
  readonly from: PictureSource;
}

/** What pictures of kernels are painted from: themselves, or the matrix that single weights are. */
export type KernelSource = "kernels" | "matrix";

/** The maps of a layer on one photo that pictures are painted from. */
export type MapSource =
  /** The convolution's own output. */
  | "maps"
  /** The same behind what follows cell by cell. */
  | "activated"
  /** The maps that it reads. */
  | "inputs";

/** What lies in the photo's pixels: kernels composed down to them, activations projected to them. */
export type PixelSource = "effective" | "projections";

/** The patterns that lead in kernels, in the colours of what these read. */
export type PatternSource = "leading";

/** What pictures are painted from, kernels apart. */
export type PictureSource = MapSource | PixelSource | PatternSource;

interface PaintedRow {
  /** What it shows, for its own title. */
  readonly title: (layer: Pick<ConvLayer, "chain">) => string;
  /** How values become grey levels, for the report. */
  readonly scale: string;
  /** What 0 and 255 stand for, for its own description; how levels are rounded apart. */
  readonly levels: string;
  /**
   * How many levels apart are those that it has: steps of 4 are hardly seen, and noise takes a quarter
   * less room. Pictures that scripts read have all.
   *
   * @default {1}
   */
  readonly step?: number;
  /** Lays out its tiles, as the painter shapes them, by the dims of what they are painted from. */
  readonly layout: (dims: readonly number[], grid: GridConfig) => Tiles;
  readonly paint: (tensor: Tensor, options: PaintOptions) => Raster;
}

/** The kernels of a layer. */
export interface KernelSubject extends Pick<ConvLayer, "readsInput"> {
  /** Their dims, [outChannels, inChannels / group, …space]. */
  readonly dims: readonly number[];
  readonly group: number;
}

const OWN_RANGE = {
  scale: "each map has its own range",
  levels: "0 is the map's smallest value, 255 its largest",
};

const SIGNED_KERNEL = {
  scale: "zero is mid grey; each kernel has its own range, which its slices share",
  levels: "255 is the kernel's largest absolute weight, 0 its negative",
};

/** The kinds of pictures, in the order in which the report lists those of one thing. */
const KINDS = {
  kernels: {
    from: "kernels",
    title: () => "kernels",
    scale: "each kernel has its own range",
    levels: "0 is the kernel's smallest weight, 255 its largest",
    when: showsColours,
    layout: cutSlices,
    paint: paintKernels,
  },
  strongest: {
    from: "kernels",
    title: () => "kernels, their strongest slices",
    ...SIGNED_KERNEL,
    scale:
      "the strongest slices of each kernel, four at most; zero is mid grey; each kernel has its " +
      "own range",
    when: (layer) => !showsColours(layer) && !isMix(layer),
    layout: (dims) => layoutSheets(cutStrongest(dims)),
    paint: paintStrongest,
  },
  mix: {
    from: "kernels",
    title: () => "kernels of single weights, their strongest as bars",
    scale: "the eight strongest weights of each kernel at most, largest first, as bars: upwards " +
      "above zero, downwards below; each kernel has its own range",
    levels: "217 is a weight above zero, 38 one below, as long as its share of the largest",
    when: isMix,
    layout: ([count = 0]) => ({ count, ...MIX_TILE }),
    paint: paintMix,
  },
  slices: {
    from: "kernels",
    title: () => "kernels, slice by slice",
    ...SIGNED_KERNEL,
    when: (layer) => !showsColours(layer),
    layout: layoutSlices,
    paint: paintSlices,
  },
  matrix: {
    from: "matrix",
    title: () =>
      "kernels of single weights as a matrix, outputs by inputs, in an order of likeness",
    scale: "zero is mid grey; three times the root mean square of what is drawn is white or black",
    levels:
      "255 is a weight of three times the root mean square, or the largest, 0 its negative, " +
      "in steps of 4",
    step: 4,
    when: (layer) => isMix(layer) && layer.dims.slice(0, 2).every((extent) => extent > 1),
    layout: (dims) => layoutSheets(cutSlices(dims)),
    paint: paintMatrix,
  },
  leading: {
    from: "leading",
    title: () => "kernels, the pattern that the slices of each have most in common",
    scale: "zero is mid grey; each kernel has its own range",
    levels: "255 is the pattern's largest absolute value, 0 its negative",
    layout: layoutPixels,
    paint: paintSigned,
  },
  maps: {
    from: "maps",
    title: () => "feature maps",
    ...OWN_RANGE,
    layout: layoutMaps,
    paint: paintMaps,
  },
  activated: {
    from: "activated",
    title: describeChain,
    ...OWN_RANGE,
    layout: layoutMaps,
    paint: paintMaps,
  },
  inputs: {
    from: "inputs",
    title: () => "the maps that it reads",
    ...OWN_RANGE,
    layout: layoutMaps,
    paint: paintMaps,
  },
  effective: {
    from: "effective",
    title: () => "kernels composed down to the pixels, activations left out",
    scale: "zero is mid grey; each kernel has its own range",
    levels: `${SIGNED_KERNEL.levels}, in steps of 4`,
    step: 4,
    layout: layoutPixels,
    paint: paintSigned,
  },
  projections: {
    from: "projections",
    title: () => "the strongest activation of each kernel, projected back to the pixels",
    scale: "zero is mid grey; each projection has its own range",
    levels: "255 is the projection's largest absolute value, 0 its negative",
    layout: layoutPixels,
    paint: paintSigned,
  },
} as const satisfies Record<PictureKind, PictureRow>;

/** What the tiles of a picture are. */
export type PictureKind = KernelPictureKind | PictureSource;

/** All kinds of pictures. */
export const PICTURE_KINDS = Object.keys(KINDS) as readonly PictureKind[];

/** The kinds whose tiles are painted from kernels. */
export type KernelPictureKind =
  /** Kernels as they look on the photo that they read. */
  | "kernels"
  /** The strongest slices of each kernel. */
  | "strongest"
  /** The strongest weights of each kernel, where its slices are single weights. */
  | "mix"
  /** Every slice of each kernel. */
  | "slices"
  /** All weights as a matrix, where slices are single weights. */
  | "matrix";

/** Finds the row of a kind. */
export function findKind(kind: PictureKind): PictureRow {
  return KINDS[kind];
}

/** Tells whether pictures are of kernels, and not of what is computed with them. */
export function isOfKernels(row: PictureRow): row is KernelRow {
  return row.from === "kernels" || row.from === "matrix";
}

/** Lists the kinds of pictures that are made of a layer's kernels. */
export function listKernelKinds(subject: KernelSubject): KernelPictureKind[] {
  return PICTURE_KINDS.filter((kind): kind is KernelPictureKind => {
    const row = findKind(kind);
    return isOfKernels(row) && (row.when?.(subject) ?? true);
  });
}

/** Tells whether kernels have patterns that lead: several slices of more than a weight, no colours. */
export function hasPatterns(subject: KernelSubject): boolean {
  const [, slices = 1, ...space] = subject.dims;
  return slices > 1 && space.length <= 2 && !showsColours(subject) && !isMix(subject);
}

// As they look on the photo that they read: in colour or grey.
function showsColours({ dims, readsInput, group }: KernelSubject): boolean {
  const seen = readsInput !== null && group === 1 && dims.length === 4;
  return seen && (dims[1] === 1 || dims[1] === 3);
}

// Single weights of maps: they see no neighbourhood.
function isMix(layer: KernelSubject): boolean {
  return !showsColours(layer) && countElements(layer.dims.slice(2)) === 1;
}

function describeChain({ chain }: Pick<ConvLayer, "chain">): string {
  const { operators, added } = chain!;
  const sum = added === null ? "" : `, the first of ${added}`;
  return `feature maps after ${operators.join(", ")}${sum}`;
}
