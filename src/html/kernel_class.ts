import {
  BAND_PASS_DC_GAIN,
  CONSTANT_DC_GAIN,
  DUPLICATE,
  LOW_PASS_DC_GAIN,
} from "../analysis/deep_kernel_kind.ts";
import {
  BLOB_DC_GAIN,
  COLOUR_CHROMA,
  EDGE_COHERENCE,
  HIGH_CENTROID,
  LEAST_WAVES,
} from "../analysis/image_kernel_kind.ts";
import { DEAD_NORM, type KernelKind } from "../analysis/kernel_kind.ts";
import type { KernelColumns } from "../report/layer_report.ts";
import type { ReportLayer } from "../report/report.ts";
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
export function nameKind(kind: KernelKind): string {
  return `c-${KINDS.indexOf(kind)}`;
}

/** Lists the classes that the kernels of a layer can be in. */
export function listClasses(layer: ReportLayer, kernels: KernelColumns): readonly KernelClass[] {
  if (kernels.chroma.some((chroma) => chroma !== null)) return listImageClasses(layer);
  return layer.inChannels === layer.group ? FILTER_CLASSES : DEEP_CLASSES;
}

const DEAD: KernelClass = {
  kind: "dead",
  meaning: `norm below ${formatNumber(DEAD_NORM.at)} of the layer's median`,
};

const CONSTANT: KernelClass = {
  kind: "near-constant",
  meaning: `DC gain of ${formatNumber(CONSTANT_DC_GAIN.at)} or more: even in space`,
};

const REST: KernelClass = {
  kind: "other",
  meaning: "none of these, or with weights that are not finite",
};

const DEEP_CLASSES: readonly KernelClass[] = [
  {
    kind: "duplicate",
    meaning: `cosine of ${formatNumber(DUPLICATE.at)} or more with another kernel, ` +
      "shifted if need be",
  },
  CONSTANT,
  DEAD,
  REST,
];

// Kernels of one slice, as in a depthwise layer.
const FILTER_CLASSES: readonly KernelClass[] = [
  CONSTANT,
  {
    kind: "low-pass",
    meaning: `DC gain from ${formatNumber(LOW_PASS_DC_GAIN.at)} to ` +
      `${formatNumber(CONSTANT_DC_GAIN.at)}: lets low frequencies pass`,
  },
  {
    kind: "band-pass",
    meaning: `DC gain below ${formatNumber(BAND_PASS_DC_GAIN.at)}: holds low frequencies back`,
  },
  DEAD,
  REST,
];

function listImageClasses({ kernelShape }: ReportLayer): readonly KernelClass[] {
  const gain = formatNumber(BLOB_DC_GAIN.at);
  const chroma = formatNumber(COLOUR_CHROMA.at);
  const coherence = formatNumber(EDGE_COHERENCE.at);
  const [edge, blob] = [`DC gain below ${gain}`, `DC gain of ${gain} or more`];
  const [grey, coloured] = [`chroma below ${chroma}`, `chroma of ${chroma} or more`];
  const oriented = `coherence of ${coherence} or more`;
  const high = Math.max(HIGH_CENTROID.at, LEAST_WAVES / Math.max(...kernelShape));
  return [
    { kind: "grey edge", meaning: `${edge}, ${oriented}, ${grey}` },
    { kind: "colour edge", meaning: `${edge}, ${oriented}, ${coloured}` },
    { kind: "colour blob", meaning: `${blob}, ${coloured}` },
    { kind: "grey blob", meaning: `${blob}, ${grey}` },
    {
      kind: "high frequency",
      meaning: `${edge}, spectral centroid of ${formatNumber(high)} cycles / pixel or more; ` +
        "such a kernel is no edge",
    },
    DEAD,
    {
      kind: "other",
      meaning: `${edge}, coherence below ${coherence}, mostly spots in a ring; ` +
        "or weights that are not finite",
    },
  ];
}
