import { DEAD_NORM } from "../analysis/kernel_kind.ts";
import { formatNumber, formatShare } from "./format.ts";
import type { LayerSubject } from "./layer_subject.ts";

/** A remark on a pair, perhaps with the pair that it names: a part of the view of `pair.hbs`. */
export interface FlagView {
  readonly text: string;
  /** The index of the other kernel; null where there is none. */
  readonly other: string | null;
  /** How alike the two are; empty where there is no other. */
  readonly likeness: string;
}

/** Finds what is odd about pair k. */
export type FindFlags = (k: number) => readonly FlagView[];

/** Prepares to find what is odd about the pairs of a layer. */
export function prepareFlags({ layer, measures }: LayerSubject): FindFlags {
  const { kernels = null, condition = null } = measures ?? {};
  const dead = new Set(condition?.dead);
  const constant = new Set(condition?.constant);
  const broken = new Set(condition?.nonFinite);
  const behind = layer.activation.join(", ") || "the convolution";
  return (k) => {
    const [twin, anti] = [kernels?.duplicateOf[k] ?? null, kernels?.antiPairOf[k] ?? null];
    const near = kernels?.nearest[k] ?? null;
    const likeness = (other: number): string =>
      other === near ? formatShare(kernels!.similarity[k]!) : "";
    const flags: FlagView[] = [];
    if (kernels?.kind[k] === "dead") flags.push(tell(DEAD_KERNEL));
    if (twin !== null) {
      flags.push({ text: "duplicate of", other: String(twin), likeness: likeness(twin) });
    }
    if (anti !== null) {
      flags.push({ text: "negative of", other: String(anti), likeness: likeness(anti) });
    }
    if (dead.has(k)) flags.push(tell(`map dead: zero behind ${behind} on every photo`));
    if (constant.has(k)) flags.push(tell("map constant on every photo"));
    if (broken.has(k)) flags.push(tell("map not finite on some photo"));
    return flags;
  };
}

const DEAD_KERNEL = `kernel dead: its norm is below ${
  formatNumber(DEAD_NORM.at)
} of the layer's median`;

function tell(text: string): FlagView {
  return { text, other: null, likeness: "" };
}
