import type { Rule } from "../analysis/rule/rule.ts";
import type { Verdict } from "../config/review.ts";
import type { CellReads } from "../onnx/field/cell_reads.ts";
import type { ReceptiveField } from "../onnx/field/receptive_field.ts";
import type { LayerSource } from "../plan/plan.ts";
import type { Picture } from "../plan/picture.ts";
import type { ValueFiles } from "../plan/value_files.ts";
import type { ShownSamples } from "./shown_samples.ts";
import type { LayerPatches } from "./dataset/dataset_pictures.ts";
import type { Reason } from "../reason/reason.ts";

/** A convolution. */
export interface ReportLayer {
  /** The name of its folder. */
  readonly id: string;
  /** The name for people: the node's, else its weight's, else its ordinal. */
  readonly name: string;
  /** The name of its node; empty where the file gives none. */
  readonly node: string;
  /** The operator, such as `Conv`. */
  readonly op: string;
  /** The names of the tensors that it reads and writes. */
  readonly input: string;
  /** The tensor that it makes. */
  readonly output: string;
  /** The tensor of its kernels. */
  readonly weight: string;
  /** The name of the tensor that it adds to its maps, a number each; null where it adds nothing. */
  readonly bias: string | null;
  /**
   * Whether a cell of its maps is the sum of products and bias, or that sum rounded to whole numbers
   * or to half precision; null where more than a sum is behind it, or its bias is computed.
   */
  readonly summing: "exact" | "rounded" | null;
  /** What is worth knowing before judging its kernels, such as `depthwise`. */
  readonly badges: readonly string[];
  /** How the file stores the kernels, such as `float32`; null where they are computed. */
  readonly dtype: string | null;
  /** The id of the layer whose kernel j makes the map that this one reads as input j; else null. */
  readonly source: string | null;
  /**
   * Which kernels of which layers make the maps that it reads, also where maps of several layers stand
   * one behind the other; none behind what is not known.
   */
  readonly sources: readonly LayerSource[];
  /**
   * The ids of the layers whose maps reach its input through nodes that are no layers, such as sums,
   * joins, poolings and activations, in the order of the graph; none where it reads the photo.
   */
  readonly reads: readonly string[];
  /** The extent of a kernel along each spatial axis, height first. */
  readonly kernelShape: readonly number[];
  /** How many cells the kernel goes on, along each axis. */
  readonly strides: readonly number[];
  /** The padding at the begin of every axis, then at the end of every axis. */
  readonly pads: readonly number[];
  /** How far apart the cells are that it reads, along each axis. */
  readonly dilations: readonly number[];
  /** How many groups the channels are in, each convolved by itself. */
  readonly group: number;
  /** How many channels it reads. */
  readonly inChannels: number;
  /** How many channels it makes. */
  readonly outChannels: number;
  /** How many pairs of a kernel and a map there are: one for each output channel. */
  readonly pairs: number;
  /** Whether the kernels read the photo's own channels. */
  readonly readsImage: boolean;
  /**
   * What one cell of a map reads of the photo, in pixels: the line that the cells away from the
   * border are on, on all photos; null where there is none, or it is not known.
   */
  readonly receptiveField: ReceptiveField | null;
  /** Why it is not known what a cell reads; null where it is, in `receptiveField` or `fields`. */
  readonly fieldMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly fieldReason: Reason | null;
  /**
   * What follows the convolution and changes each cell by itself, as operators
   * in their order, such as `BatchNormalization`, `Relu`.
   */
  readonly activation: readonly string[];
  /** The tensor that a fused convolution adds to its maps before the rest of `activation`; else null. */
  readonly added: string | null;
  /** Why the kernels are not drawn; null where they are. */
  readonly kernelsMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly kernelsReason: Reason | null;
  /** Why the maps are not drawn; null where they are. */
  readonly mapsMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly mapsReason: Reason | null;
  /** The pictures of the kernels. */
  readonly pictures: readonly Picture[];
  /**
   * The numbers of the kernels, [outChannels, inChannels / group, …kernelShape],
   * in `values/kernels/<n>.js`; null where they were left out or the kernels are missing.
   */
  readonly values: ValueFiles | null;
  /**
   * The ids of layers before it in its model with kernels of the same size: `values/kernels/cosines.js`
   * tells how alike its own are to theirs, since its numbers alone would not.
   */
  readonly cosines: readonly string[];
  /** What excites its kernels most in a dataset, as pictures; null where there are none. */
  readonly patches: LayerPatches | null;
  /** The maps of every photo that could be run. */
  readonly maps: readonly ReportMaps[];
  /**
   * The picture that stands for its page where a link is shown, in its folder; null where there is
   * none, as of reports that are not published.
   */
  readonly preview: string | null;
  /**
   * The kernels composed with those of the layers before, down to the pixels:
   * the linear path only, activations left out. Null where they read the photo.
   */
  readonly effective: ReportView | null;
  /** The strongest activation of each kernel, projected back to the pixels of its photo. */
  readonly projections: ReportView;
  /** What kernels and maps have to do with each other; null where either is missing. */
  readonly rule: ReportRule | null;
  /** What the config's files of reviews say of its pairs, by kernel, then in the order of the files. */
  readonly reviews: readonly ReportReview[];
}

/** What a reader found a pair to be. */
export interface ReportReview {
  /** The index of the kernel, counted from 0. */
  readonly kernel: number;
  /** What the reader found the pair to be. */
  readonly verdict: Verdict;
  /** A remark; empty where there is none. */
  readonly note: string;
  /** Who says so; null where the file does not tell. */
  readonly reviewer: string | null;
  /** The name of the file, without its folders. */
  readonly source: string;
}

/** The pictures of what kernels mean in pixels, or why they are missing. */
export interface ReportView {
  /** All pictures of it; empty where it is missing. */
  readonly pictures: readonly Picture[];
  /** The picture; null where it is missing. */
  readonly picture: Picture | null;
  /**
   * The height and width of the receptive fields in pixels, where its tiles show them averaged to
   * fewer; null where they show them as they are.
   */
  readonly averagedFrom: readonly number[] | null;
  /** Why it is missing; null where it is not. */
  readonly missing: string | null;
  /** The same as a code with what goes with it. */
  readonly reason: Reason | null;
}

/**
 * How the measures of kernels go with those of their maps, averaged over the
 * photos: rank correlations by `kernel,map`, such as `dcGain,keepsPicture`.
 */
export interface ReportRule extends Rule {
  /** The same of kernels composed down to the pixels; null where there are none. */
  readonly composed: Rule | null;
  /** The finding in one sentence. */
  readonly sentence: string;
  /** The same on each photo by itself. */
  readonly photos: readonly PhotoRule[];
}

/** The rule on one photo. */
export interface PhotoRule extends Rule {
  /** The id of the photo. */
  readonly image: string;
}

/** The maps of one layer for one photo. */
export interface ReportMaps {
  /** The id of the photo. */
  readonly image: string;
  /** The size of a map, in cells; of a map of three axes that of a slice by depth. */
  readonly height: number;
  /** The width of a map, in cells. */
  readonly width: number;
  /** How many cells a map has along each of its axes. */
  readonly space: readonly number[];
  /** Of how many samples that the layer made of the photo these are the maps of the first. */
  readonly samples: ShownSamples;
  /**
   * What each cell reads of the photo, its rows before its columns; null where the layer's
   * `receptiveField` says it for every cell, or where it is not known.
   */
  readonly fields: readonly CellReads[] | null;
  /** All pictures of them, those below among them. */
  readonly pictures: readonly Picture[];
  /** The grid of the maps: the convolution's own output. */
  readonly picture: Picture;
  /** The grid of the maps behind `activation`; null where nothing follows. */
  readonly activated: Picture | null;
  /** The grid of the maps that the layer reads; null where it reads the photo. */
  readonly inputs: Picture | null;
  /**
   * The numbers of the maps, [channels, height, width], in
   * `values/maps/<image>/<n>.js`; null where they were left out.
   */
  readonly values: ValueFiles | null;
  /**
   * Those behind `activation`, in `values/activated/<image>/<n>.js`; null where
   * they were left out, where nothing follows, and where they are max(0, x) of
   * `values`, as behind a lone Relu.
   */
  readonly activatedValues: ValueFiles | null;
}

/**
 * Tells whether all maps of a layer are single cells, as those of a fully connected layer: such a map
 * has no range of its own, and tells by how it stands to the others.
 */
export function hasSingleCells({ maps }: Pick<ReportLayer, "maps">): boolean {
  return maps.length > 0 && maps.every(({ space }) => space.every((cells) => cells === 1));
}
