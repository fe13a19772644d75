import type { OddityKind } from "../../config/oddity_kind.ts";
import { formatCount, plural } from "../quantity.ts";

/** What a sentence tells of an oddity: names, and numbers as they stand on the page. */
export interface OddityFacts {
  readonly layer: string;
  readonly kernel: string;
  readonly other: string;
  /** Of a pair of the strongest, which are most of it. */
  readonly count: number;
  readonly of: number;
  readonly images: number;
  /** In how many photos of a dataset it is so; 0 where these do not tell it. */
  readonly dataset: number;
  /** What these are. */
  readonly seen: SeenKind;
  readonly value: string;
  readonly usual: string;
  /** The name of the model that it is compared with. */
  readonly model: string;
}

/** What a network saw: photos, arrays, or both. */
export type SeenKind = "photo" | "array" | "input";

/** The words of what is odd about a network, in English. */
export const ODDITY_EN = {
  heading: "What is odd here",
  /** What stands where nothing is. */
  lead: (cards: number, all: number) =>
    cards === all
      ? `${plural(all, "finding")}, the most surprising first.`
      : `${formatCount(cards)} of ${plural(all, "finding")}, the most surprising first.`,
  all: (n: number) => `All ${plural(n, "finding")}`,
  /** Those behind the first. */
  rest: (n: number) => plural(n, "more finding"),
  also: "Likewise",
  more: (n: number) => `and ${plural(n, "more layer")}`,
  evidence: "Show it",
  seen: "Seen",
  pictures: {
    kernel: (k: string) => `kernel ${k}`,
    map: (k: string) => `map ${k}`,
    input: (k: string) => `input ${k}`,
    patch: "strongest in the dataset",
    of: (picture: string, model: string) => `${picture}, ${model}`,
  },
  names: {
    damage: "Damage",
    "not-finite": "Not finite",
    "equal-maps": "Equal maps",
    mergeable: "Could be merged",
    "same-on-all": "Blind to the input",
    "copies-input": "Copies one input",
    "never-on": "Never on",
    "rarely-on": "Rarely on",
    "zero-kernel": "Next to zero",
    constant: "Constant",
    "one-blur": "One blur",
    "one-filter": "One filter",
    "colour-lost": "Colour lost",
    outlier: "Outlier",
    "still-photo": "Still the photo",
    border: "Padding",
    "always-on": "Never off",
    "needs-colour": "Made of colour",
  } satisfies Readonly<Record<OddityKind, string>>,
  tell: {
    damage: ({ layer, kernel, value, usual, model }) =>
      `Map ${kernel} of ${layer} differs by ${value} from that of ${model}, more than any other of ` +
      `the layer; the median map by ${usual}.`,
    "not-finite": ({ layer, kernel, count, of, value }) =>
      `${tellSome(count, of, "pair")} of ${layer} ${
        count === 1 ? "holds" : "hold"
      } values that are ` +
      `not finite: pair ${kernel} has ${value}.`,
    "equal-maps": ({ layer, kernel, other, count, ...facts }) =>
      `Maps ${kernel} and ${other} of ${layer} are equal ${onAll(facts)}, though their kernels ` +
      `differ${count > 2 ? `; ${formatCount(count)} maps equal another so` : ""}.`,
    mergeable: ({ layer, kernel, other, count, value }) =>
      `Kernels ${kernel} and ${other} of ${layer} could be merged: they read the same inputs with ` +
      `the same weights and bias up to a factor (cosine ${value})${
        count > 2 ? `; ${formatCount(count)} kernels are such twins` : ""
      }.`,
    "same-on-all": ({ layer, kernel, count, of, images, seen }) =>
      count === 1
        ? `Map ${kernel} of ${layer} is the same ${
          onInputs(images, seen)
        }: what it shows is not the ${seen}.`
        : `${tellSome(count, of, "map")} of ${layer} are the same ${
          onInputs(images, seen)
        }: what they ` +
          `show is not the ${seen}.`,
    "copies-input": ({ layer, kernel, other, count, value, images, seen }) =>
      `Kernel ${kernel} of ${layer} passes on one input: of the variance of its map input ${other} ` +
      `alone makes ${value} or more ${onInputs(images, seen)}${
        count > 1 ? `; ${formatCount(count)} kernels have such an input` : ""
      }.`,
    "never-on": ({ layer, kernel, count, of, value, usual, ...facts }) =>
      `${
        count === 1
          ? `Map ${kernel} of ${layer} is never on: 0`
          : `${tellSome(count, of, "map")} of ${layer} are never on: 0`
      } in every cell ${onAll(facts)}, behind the activation${
        value === "" ? "" : `; before it, map ${kernel} is ${value} at most`
      }. The median map is on in ${usual} of its cells.`,
    "rarely-on": ({ layer, kernel, count, of, dataset, value, usual }) =>
      `${
        count === 1
          ? `Map ${kernel} of ${layer} is on in ${value}`
          : `${tellSome(count, of, "map")} of ${layer} are rarely on, map ${kernel} in ${value}`
      } of the ${
        plural(dataset, "photo")
      } of the dataset. The median map is on in ${usual} of them.`,
    "zero-kernel": ({ layer, kernel, count, of, value }) =>
      `${tellSome(count, of, "kernel")} of ${layer} ${
        count === 1 ? "is" : "are"
      } next to zero: the norm of kernel ${kernel} is ${value} of the median one.`,
    constant: ({ layer, kernel, count, of, images, value, seen }) =>
      count === 1
        ? `Map ${kernel} of ${layer} is the same in every cell ${
          onInputs(images, seen)
        }: ${value}, though ` +
          "its kernel is not zero."
        : `${tellSome(count, of, "map")} of ${layer} are the same in every cell ${
          onInputs(images, seen)
        }, ` +
          "though their kernels are not zero.",
    "one-blur": ({ layer, count, of }) =>
      `${formatCount(count)} of ${plural(of, "depthwise kernel")} of ${layer} are the same blur, ` +
      "each over another map.",
    "one-filter": ({ layer, count, of }) =>
      `${formatCount(count)} of ${
        plural(of, "depthwise kernel")
      } of ${layer} are the same filter, ` +
      "each over another map.",
    "colour-lost": ({ layer, value, usual, ...facts }) =>
      `${layer} has lost the colours: nine of ten of its maps lose ${value} or less without them, ` +
      `while the median of the maps that it reads loses ${usual} (${tellTried(facts)}).`,
    outlier: ({ layer, kernel, other, value, usual }) =>
      `Map ${kernel} of ${layer} reaches ${value}, at least three times as far from 0 as any other ` +
      `of the layer: the next, map ${other}, reaches ${usual}.`,
    "still-photo": ({ layer, kernel, count, value, usual, images, seen }) =>
      `Map ${kernel} of ${layer} still looks like the photo: ${value} of it is photo or more ` +
      `${onInputs(images, seen)}, while of the layer's median map ${usual} is${
        count > 1 ? `; ${formatCount(count)} maps are at least half photo` : ""
      }.`,
    border: ({ layer, count, of, value, usual }) =>
      `${formatCount(count)} of ${plural(of, "map")} of ${layer} (${value}) are strongest on the ` +
      `padding, which ${usual} of their cells read.`,
    "always-on": ({ layer, kernel, count, of, value, usual, ...facts }) =>
      `${
        count === 1
          ? `Map ${kernel} of ${layer} is never off: ${value} or more`
          : `${tellSome(count, of, "map")} of ${layer} are never off: above 0`
      } in every cell ${onAll(facts)}, behind the activation. The median map is on in ${usual} ` +
      "of its cells.",
    "needs-colour": ({ layer, kernel, count, value, usual, ...facts }) =>
      `Map ${kernel} of ${layer} is made of colour: ${value} of it goes without the photo's colours, ` +
      `of the layer's median map ${usual} (${tellTried(facts)})${
        count > 1 ? `; ${formatCount(count)} maps need them so` : ""
      }.`,
  } satisfies Readonly<Record<OddityKind, (facts: OddityFacts) => string>>,
};

/** The words of what is odd about a network. */
export type OddityWords = typeof ODDITY_EN;

function tellSome(count: number, of: number, noun: string): string {
  return `${formatCount(count)} of ${plural(of, noun)}`;
}

function onInputs(count: number, seen: SeenKind): string {
  if (count === 1) return `on the ${seen}`;
  return count === 2 ? `on both ${seen}s` : `on all ${formatCount(count)} ${seen}s`;
}

function onAll(
  { dataset, images, seen }: Pick<OddityFacts, "dataset" | "images" | "seen">,
): string {
  if (dataset === 0) return onInputs(images, seen);
  return `on all ${plural(dataset, "photo")} of the dataset`;
}

function tellTried({ dataset, images }: Pick<OddityFacts, "dataset" | "images">): string {
  if (dataset === 0) return `${plural(images, "photo")} tried in grey`;
  return `${plural(dataset, "photo")} of the dataset tried in grey`;
}
