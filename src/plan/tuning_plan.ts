import { countStimuli, GRATING_AXES, type GratingAxes } from "../analysis/tuning/grating_axes.ts";
import type { Preprocess } from "../config/preprocess/preprocess.ts";
import { readCell } from "../onnx/field/cell_reads.ts";
import { type PhotoTrace, tracePhoto } from "../onnx/field/photo_trace.ts";
import { findMapField, type MapField } from "../onnx/field/receptive_field.ts";
import { findDims } from "../onnx/field/traced.ts";
import type { CellBlock, CellRange } from "../onnx/graph/cell_block.ts";
import { findLastOutput } from "../onnx/graph/last_output.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { Tap } from "../onnx/graph/tap.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { findPhotoInput } from "../onnx/input/photo_input.ts";
import { describeFed } from "../onnx/input/traced_photo.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { layoutImage } from "../raster/image_layout.ts";
import type { Size } from "../raster/raster.ts";
import type { Reason } from "../reason/reason.ts";
import { layoutDims } from "./fed_dims.ts";
import { countRunWork } from "./run_work.ts";

/** What is run to find what the kernels of a model are tuned to. */
export interface PlannedTuning {
  /** The size of gratings in pixels. */
  readonly size: Size;
  readonly axes: GratingAxes;
  /** The dims that the input gets. */
  readonly dims: readonly number[];
  /** The cells of each layer that count, in the order of the layers; null where it has no planes. */
  readonly cells: readonly (TunedCells | null)[];
  /** How many multiplications a run takes. */
  readonly work: number;
}

/** The cells of a map that count. */
export interface TunedCells extends CellBlock {
  /** Whether they read gratings alone; false where they read padding too, or it is not known. */
  readonly inside: boolean;
}

/** A model as far as gratings go. */
export interface TuningSubject {
  readonly onnx: Model;
  /** The input that takes photos; null where none does. */
  readonly image: string | null;
  readonly preprocess: { readonly recipe: Preprocess };
  readonly layers: readonly { readonly conv: ConvLayer }[];
}

/** What is tapped of a layer: what is behind what follows it cell by cell. */
export function tapTuned({ chain, tap }: Pick<ConvLayer, "chain" | "tap">): Tap | null {
  return tap && (chain === null ? tap : { tensor: chain.output, quantization: null });
}

// Longer gratings hold more phases and cost their square.
const SIDES = [224, 192, 160, 128, 96, 64];
// All runs together, about three seconds.
const MOST_WORK = 1.25e11;

/** Plans the gratings of a model: as large as its photos are, and as costs allow. */
export function planTuning(subject: TuningSubject): PlannedTuning | { readonly missing: Reason } {
  const image = findPhotoInput(subject);
  if (image === null || image.layout === null) return { missing: { code: "no-photo-input" } };
  const { recipe } = subject.preprocess;
  if (image.channels !== null && image.channels !== recipe.mean.length) {
    return { missing: { code: "tuning-misfit", gives: recipe.mean.length, takes: image.channels } };
  }
  const axes = recipe.channels === "gray" ? { ...GRATING_AXES, hues: [] } : GRATING_AXES;
  const most = MOST_WORK / countStimuli(axes);
  const seen = layoutImage({ width: SIDES[0]!, height: SIDES[0]! }, recipe, image);
  const own = traceSize(subject, image, seen);
  const traced = own.work <= most && !isLarge(seen)
    ? own
    : findSmaller(subject, { image, own, most }) ?? own;
  if (traced.work > most) return { missing: { code: "tuning-too-dear", work: own.work, most } };
  return describeTuning(traced, subject, axes);
}

function isLarge({ width, height }: Size): boolean {
  return width * height > SIDES[0]! ** 2;
}

/** A model traced on gratings of a size. */
interface TracedSize {
  readonly size: Size;
  readonly trace: PhotoTrace;
  readonly work: number;
}

function traceSize(
  { onnx, layers, preprocess: { recipe } }: TuningSubject,
  image: ImageInput,
  { width, height }: Size,
): TracedSize {
  const photo = describeFed(image, layoutDims(image, recipe, { width, height }))!;
  const taps = layers.flatMap(({ conv }) => tapTuned(conv) ?? []);
  const until = findLastOutput(onnx, taps.map(({ tensor }) => tensor));
  const trace = tracePhoto(onnx, photo, { until });
  return { size: { width, height }, trace, work: countRunWork(onnx, taps, trace) };
}

/** What is known of gratings of the size of the photos. */
interface OwnSize {
  readonly image: ImageInput;
  readonly own: TracedSize;
  /** How much work a run may be. */
  readonly most: number;
}

// The largest square that costs allow and the model takes.
function findSmaller(subject: TuningSubject, { image, own, most }: OwnSize): TracedSize | null {
  const { width, height } = own.size;
  for (const side of SIDES) {
    const share = side ** 2 / (width * height);
    if (share >= 1 || own.work * share > most) continue;
    const traced = traceSize(subject, image, { width: side, height: side });
    if (traced.trace.misfit === null && traced.work <= most) return traced;
  }
  return null;
}

function describeTuning(
  { size, trace, work }: TracedSize,
  { layers }: TuningSubject,
  axes: GratingAxes,
): PlannedTuning {
  const cells = layers.map(({ conv }) => conv.tap && findCells(trace, conv.output));
  return { size, axes, dims: trace.photo.dims, cells, work };
}

// Fewer hold too few phases.
const LEAST_CELLS = 4;

function findCells(trace: PhotoTrace, output: string): TunedCells | null {
  const [height, width, ...more] = findDims(trace.tensors, output)?.slice(2) ?? [];
  if (!height || !width || more.length > 0) return null;
  const field = findMapField(trace, output);
  const [rows, columns] = [height, width].map((count, axis) => {
    const inside = "missing" in field ? null : findInside(field, axis, trace);
    return inside !== null && inside.past - inside.from >= Math.min(count, LEAST_CELLS)
      ? { range: inside, inside: true }
      : { range: findMiddle(count), inside: false };
  });
  const inside = rows!.inside && columns!.inside;
  return { rows: rows!.range, columns: columns!.range, inside };
}

// The cells along an axis that read gratings alone; null where every cell reads the same.
function findInside(
  { cells, reads, whole }: MapField,
  axis: number,
  { photo }: PhotoTrace,
): CellRange | null {
  if (whole) return null;
  const extent = photo.dims[photo.axes[axis]!]!;
  const places = Array.from({ length: cells[axis]! }, (_, i) => i).filter((i) => {
    const { first, size } = readCell(reads[axis]!, cells.map((_, each) => each === axis ? i : 0));
    return size > 0 && first >= 0 && first + size <= extent;
  });
  return places.length === 0 ? null : { from: places[0]!, past: places.at(-1)! + 1 };
}

// The half of the cells that read least padding.
function findMiddle(count: number): CellRange {
  const from = Math.floor(count / 4);
  return { from, past: count - from };
}
