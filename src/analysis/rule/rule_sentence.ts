import { tellP } from "./p_value.ts";
import type { KernelMeasure, Rule } from "./rule.ts";
import { type ClearReading, type Found, readRule, type Rest, type Rival } from "./rule_reading.ts";

/**
 * Says in one sentence which kernel measure goes with how much of the maps of a layer is photo, and
 * what is left of that with another measure held fixed.
 */
export function describeRule(rule: Rule): string {
  const reading = readRule(rule);
  switch (reading.kind) {
    case "none":
      return `No kernel measure could be compared with ${PICTURE_KEPT}.`;
    case "few":
      return `Too few kernels to tell what goes with ${PICTURE_KEPT}: ` +
        `${countKernels(reading.lead.n, rule.n)}.`;
    case "unclear":
      return `Over ${countKernels(reading.lead.n, rule.n)}, no kernel measure clearly goes with ` +
        `${PICTURE_KEPT}; the nearest is ${NAMES[reading.lead.kernel]} ${tellNumbers(reading)}.`;
    case "clear":
      return describeClear(reading, rule.n);
  }
}

const PICTURE_KEPT = "how much of a map is photo (R²)";

const NAMES: Readonly<Record<KernelMeasure, string>> = {
  norm: "the norm",
  dcGain: "DC gain",
  lumaGain: "luma gain",
  chroma: "chroma",
  centroid: "the spectral centroid",
  coherence: "coherence",
  bandwidth: "bandwidth",
  separability: "separability",
  sparsity: "sparsity",
  symmetry: "symmetry",
};

function tellNumbers({ lead }: { readonly lead: Found }): string {
  return `(Spearman ${formatCorrelation(lead.value)}, ${tellP(lead.p)})`;
}

function describeClear({ lead, control, peer, rival }: ClearReading, all: number): string {
  const found = `Over ${countKernels(lead.n, all)}, ${PICTURE_KEPT} ${tellWay(lead.value)} ` +
    `${NAMES[lead.kernel]} ${tellNumbers({ lead })}`;
  const more = [control && `, ${tellRest(control)}`, tellPeer(peer), tellRival(rival, lead)];
  return `${found}${more.map((words) => words ?? "").join("")}.`;
}

function tellWay(value: number): string {
  return value < 0 ? "goes against" : "goes with";
}

function tellPeer(peer: Found | null): string {
  if (peer === null) return "";
  const way = peer.value < 0 ? "against" : "with";
  return `, and as closely ${way} ${NAMES[peer.kernel]} (${formatCorrelation(peer.value)})`;
}

function tellRival(rival: Rival | null, lead: Found): string {
  if (rival === null) return "";
  const value = `(${formatCorrelation(rival.value)})`;
  if (!rival.clear) return `; ${NAMES[rival.kernel]} does not clearly go with it ${value}`;
  const too = rival.value * lead.value > 0 ? " too" : "";
  const rest = rival.rest ? `, ${tellRest(rival.rest)}` : "";
  return `; it ${tellWay(rival.value)} ${NAMES[rival.kernel]}${too} ${value}${rest}`;
}

const RESTS: Readonly<Record<Rest["kind"], string>> = {
  gone: "but not",
  hardly: "but hardly",
  unclear: "but not clearly",
  turned: "but the other way",
  "as much": "and as much",
  less: "though less",
};

function tellRest({ kind, held, value }: Rest): string {
  return `${RESTS[kind]} once ${NAMES[held]} is held fixed (${formatCorrelation(value)})`;
}

function countKernels(n: number, all: number): string {
  const noun = all === 1 ? "kernel" : "kernels";
  return n === all ? `${n} ${noun}` : `${n} of ${all} ${noun}`;
}

/** Formats a correlation with two decimals and a real minus sign. */
export function formatCorrelation(value: number): string {
  return value.toFixed(2).replace(/^-0\.00$/, "0.00").replace("-", "−");
}
