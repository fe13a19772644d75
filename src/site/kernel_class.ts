import {
  BAND_PASS_DC_GAIN,
  CONSTANT_DC_GAIN,
  DUPLICATE,
  LOW_PASS_DC_GAIN,
} from "../analysis/kind/deep_kernel_kind.ts";
import { DEAD_NORM } from "../analysis/kind/dead_kernel.ts";
import {
  BLOB_DC_GAIN,
  COLOUR_CHROMA,
  EDGE_COHERENCE,
  HIGH_CENTROID,
  LEAST_WAVES,
} from "../analysis/kind/image_kernel_kind.ts";
import type { KernelKind } from "../analysis/kind/kernel_kind.ts";
import type { KernelColumns } from "../report/layer_report.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { Words } from "../words/words.ts";
import { formatNumber } from "./format.ts";

/** A class of kernels. */
export interface KernelClass {
  readonly kind: KernelKind;
  /** Which kernels are in it, in words. */
  readonly meaning: string;
}

// The place is the number in the class names of style.css, such as `c-0`.
const KINDS: readonly KernelKind[] = [
  "grey edge",
  "colour edge",
  "colour blob",
  "grey blob",
  "high frequency",
  "duplicate",
  "near-constant",
  "low-pass",
  "band-pass",
  "dead",
  "other",
];

/** Names the class that gives a kind its mark, such as `c-0`. */
export function nameTone(kind: KernelKind): string {
  return `c-${KINDS.indexOf(kind)}`;
}

/** Lists the classes that the kernels of a layer can be in, with what they mean. */
export function listClasses(
  { layer, words }: { readonly layer: ReportLayer; readonly words: Words },
  kernels: KernelColumns,
): readonly KernelClass[] {
  const { meanings } = words.kind;
  if (kernels.chroma.some((chroma) => chroma !== null)) return listImageClasses(layer, meanings);
  const rest = layer.inChannels === layer.group
    ? listFilterClasses(meanings)
    : listDeepClasses(meanings);
  return layer.outChannels > layer.group ? [explainDuplicate(meanings), ...rest] : rest;
}

type Meanings = Words["kind"]["meanings"];

const CONSTANT_GAIN = formatNumber(CONSTANT_DC_GAIN.at);

function explainDead({ dead }: Meanings): KernelClass {
  return { kind: "dead", meaning: dead(formatNumber(DEAD_NORM.at)) };
}

// A kernel that is alone in its group has none to be merged with.
function explainDuplicate({ duplicate }: Meanings): KernelClass {
  return { kind: "duplicate", meaning: duplicate(formatNumber(DUPLICATE.at)) };
}

function listDeepClasses(meanings: Meanings): readonly KernelClass[] {
  return [
    { kind: "near-constant", meaning: meanings.constant(CONSTANT_GAIN) },
    explainDead(meanings),
    { kind: "other", meaning: meanings.rest },
  ];
}

// Kernels of one slice, as in a depthwise layer.
function listFilterClasses(meanings: Meanings): readonly KernelClass[] {
  const low = formatNumber(LOW_PASS_DC_GAIN.at);
  return [
    { kind: "near-constant", meaning: meanings.constant(CONSTANT_GAIN) },
    { kind: "low-pass", meaning: meanings.lowPass(low, CONSTANT_GAIN) },
    { kind: "band-pass", meaning: meanings.bandPass(formatNumber(BAND_PASS_DC_GAIN.at)) },
    explainDead(meanings),
    { kind: "other", meaning: meanings.rest },
  ];
}

function listImageClasses(
  { kernelShape }: ReportLayer,
  meanings: Meanings,
): readonly KernelClass[] {
  const thresholds = {
    gain: formatNumber(BLOB_DC_GAIN.at),
    chroma: formatNumber(COLOUR_CHROMA.at),
    coherence: formatNumber(EDGE_COHERENCE.at),
    centroid: formatNumber(Math.max(HIGH_CENTROID.at, LEAST_WAVES / Math.max(...kernelShape))),
  };
  return [
    { kind: "grey edge", meaning: meanings.greyEdge(thresholds) },
    { kind: "colour edge", meaning: meanings.colourEdge(thresholds) },
    { kind: "colour blob", meaning: meanings.colourBlob(thresholds) },
    { kind: "grey blob", meaning: meanings.greyBlob(thresholds) },
    { kind: "high frequency", meaning: meanings.highFrequency(thresholds) },
    explainDead(meanings),
    { kind: "other", meaning: meanings.imageRest(thresholds) },
  ];
}
