import { FINE_TUNING, ORIENTED_TUNING, SCALE_DEPENDENCE } from "../analysis/class/answer.ts";
import type { KernelClasses } from "../analysis/class/kernel_classes.ts";
import { EDGES_FROM, PHOTO_FROM, SHOWN } from "../analysis/class/shows.ts";
import {
  EVEN_GAIN,
  LINE_SYMMETRY,
  NARROW_BAND,
  SPOT_GAIN,
  SPOT_ROUNDNESS,
  STRIPE_WAVES,
  TEXTURE_WAVES,
  type What,
  WHATS,
} from "../analysis/class/what.ts";
import { BROAD_FROM, RARE_BELOW, WHENS } from "../analysis/class/when.ts";
import { WHERES } from "../analysis/class/where.ts";
import { EXCITES_FROM, WEIGHT_ACTS, WIRED_FROM, WIRINGS } from "../analysis/class/wiring.ts";
import { DEAD_NORM } from "../analysis/kind/dead_kernel.ts";
import { COLOUR_CHROMA, EDGE_COHERENCE } from "../analysis/kind/image_kernel_kind.ts";
import type { Facet } from "../words/en/class_words.ts";
import type { Words } from "../words/words.ts";
import { formatNumber, formatPercent } from "./format.ts";

/** A class of kernels. */
export interface KernelClass {
  /** What stands for it in addresses: a kind of pattern, or a facet and its value, `when:rare`. */
  readonly value: string;
  readonly name: string;
  /** Which kernels are in it, in words. */
  readonly meaning: string;
}

/** What is asked of kernels beside what they look for, in the order of pages. */
export const FACETS = ["when", "where", "wiring", "acts", "shows"] as const;

const VALUES: Readonly<Record<Facet, readonly string[]>> = {
  when: WHENS,
  where: WHERES,
  wiring: WIRINGS,
  acts: WEIGHT_ACTS,
  shows: SHOWN,
};

/** Names the class that gives what a kernel looks for its mark: the place in style.css, `c-0`. */
export function nameTone(what: What): string {
  return `c-${WHATS.indexOf(what)}`;
}

/** Lists the classes of what kernels look for, with the thresholds that tell them. */
export function listWhats({ kind: { names, meanings } }: Words): readonly KernelClass[] {
  return WHATS.map((what) => ({
    value: what,
    name: names[what],
    meaning: meanings[what](THRESHOLDS),
  }));
}

const THRESHOLDS = {
  dead: formatNumber(DEAD_NORM.at),
  even: formatNumber(EVEN_GAIN.at),
  waves: formatNumber(TEXTURE_WAVES.at),
  stripes: formatNumber(STRIPE_WAVES.at),
  band: formatNumber(NARROW_BAND.at),
  round: formatNumber(SPOT_ROUNDNESS.at),
  gain: formatNumber(SPOT_GAIN.at),
  coherence: formatNumber(EDGE_COHERENCE.at),
  symmetry: formatNumber(LINE_SYMMETRY.at),
  chroma: formatNumber(COLOUR_CHROMA.at),
  rare: formatPercent(RARE_BELOW),
  broad: formatPercent(BROAD_FROM),
  wired: formatPercent(WIRED_FROM),
  sign: formatPercent((1 + EXCITES_FROM) / 2),
  photo: formatNumber(PHOTO_FROM),
  edges: formatNumber(EDGES_FROM),
  oriented: formatNumber(ORIENTED_TUNING.at),
  fine: formatNumber(FINE_TUNING.at),
  dependence: formatNumber(SCALE_DEPENDENCE.at),
};

/** Lists the classes of one facet. */
export function listFacet(facet: Facet, { kind: { facets } }: Words): readonly KernelClass[] {
  const { values } = facets[facet];
  return VALUES[facet].map((value) => {
    const { name, meaning } = values[value]!;
    return { value: `${facet}:${value}`, name, meaning: meaning(THRESHOLDS) };
  });
}

/** Tells whether kernel k is in a class. */
export function isInClass(classes: KernelClasses, value: string, k: number): boolean {
  const facet = findFacet(value);
  return facet === null ? classes.what[k] === value : `${facet}:${classes[facet][k]}` === value;
}

/** Finds the facet of a class; null for what kernels look for. */
export function findFacet(value: string): Facet | null {
  return FACETS.find((facet) => value.startsWith(`${facet}:`)) ?? null;
}
