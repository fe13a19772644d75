import { FINE_TUNING, ORIENTED_TUNING, SCALE_DEPENDENCE } from "../../analysis/class/answer.ts";
import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import { EDGES_FROM, PHOTO_FROM, SHOWN } from "../../analysis/class/shows.ts";
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
} from "../../analysis/class/what.ts";
import { BROAD_FROM, RARE_BELOW, WHENS } from "../../analysis/class/when.ts";
import { WHERES } from "../../analysis/class/where.ts";
import { EXCITES_FROM, WEIGHT_ACTS, WIRED_FROM, WIRINGS } from "../../analysis/class/wiring.ts";
import { DEAD_NORM } from "../../analysis/kind/dead_kernel.ts";
import { COLOUR_CHROMA, EDGE_COHERENCE } from "../../analysis/kind/image_kernel_kind.ts";
import type { Facet } from "../../words/en/class_words.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatCount, formatNumber, formatPercent } from "../../site/format.ts";
import { FACETS, matchClass, nameTone } from "../../site/kernel_class.ts";

/** A class of kernels. */
interface KernelClass {
  /** What stands for it in addresses: a kind of pattern, or a facet and its value, `when:rare`. */
  readonly value: string;
  /** What stands for it in the address of its explanation. */
  readonly id: string;
  readonly name: string;
  /** Which kernels are in it, in words. */
  readonly meaning: string;
}

/** A class of kernels, counted. */
export interface FacetClassView extends KernelClass {
  readonly kernels: number;
  /** How many kernels, as they are printed. */
  readonly count: string;
}

/** What kernels look for, with its mark: the view of `mark.hbs` too. */
export interface ClassView extends FacetClassView {
  /** The class in style.css that gives the mark its tone, such as `c-0`. */
  readonly tone: string;
}

/** Classes of kernels beside what they look for, such as when they fire. */
export interface FacetView {
  readonly id: Facet;
  readonly name: string;
  readonly classes: readonly FacetClassView[];
}

/** Counts the kernels of each class of what kernels look for, also where there is none. */
export function countClasses(words: SiteWords, classes: KernelClasses): readonly ClassView[] {
  return listWhats(words).map((each) => {
    return { ...countClass(each, classes), tone: nameTone(each.value as What) };
  });
}

function listWhats({ kind, classMeaning }: SiteWords): readonly KernelClass[] {
  return WHATS.map((what) => ({
    value: what,
    id: identifyClass(what),
    name: kind.names[what],
    meaning: classMeaning.whats[what](THRESHOLDS),
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

/** Counts the kernels of the classes of each facet of which something is known. */
export function countFacets(words: SiteWords, classes: KernelClasses): readonly FacetView[] {
  return FACETS.filter((facet) => classes[facet].some((value) => value !== null)).map((facet) => {
    return {
      id: facet,
      name: words.kind.facets[facet].name,
      classes: listFacet(facet, words).map((each) => countClass(each, classes)),
    };
  });
}

const VALUES: Readonly<Record<Facet, readonly string[]>> = {
  when: WHENS,
  where: WHERES,
  wiring: WIRINGS,
  acts: WEIGHT_ACTS,
  shows: SHOWN,
};

function listFacet(facet: Facet, { kind, classMeaning }: SiteWords): readonly KernelClass[] {
  const { values } = kind.facets[facet];
  const meanings = classMeaning.facets[facet];
  return VALUES[facet].map((value) => ({
    value: `${facet}:${value}`,
    id: `${facet}:${value}`,
    name: values[value]!,
    meaning: meanings[value]!(THRESHOLDS),
  }));
}

function countClass(each: KernelClass, classes: KernelClasses): FacetClassView {
  const isIn = matchClass(classes, each.value);
  const kernels = classes.what.filter((_, k) => isIn(k)).length;
  return { ...each, kernels, count: formatCount(kernels) };
}

// Ids hold no spaces.
function identifyClass(value: string): string {
  return value.replaceAll(" ", "-");
}

/** Keeps the classes that have kernels; none where these are not two, as one tells no kernels apart. */
export function keepTelling<View extends FacetClassView>(
  classes: readonly View[],
): readonly View[] {
  const held = classes.filter(({ kernels }) => kernels > 0);
  return held.length > 1 ? held : [];
}
