import type { AlikeKernels } from "../../analysis/kind/alike_kernels.ts";
import type { What } from "../../analysis/class/what.ts";
import { formatCount } from "../quantity.ts";

/** What is asked of kernels beside what they look for. */
export type Facet = "when" | "where" | "wiring" | "acts" | "shows";

/** The thresholds of the classes, as they are printed. */
export interface ClassThresholds {
  readonly dead: string;
  readonly even: string;
  readonly waves: string;
  readonly stripes: string;
  readonly band: string;
  readonly round: string;
  readonly gain: string;
  readonly coherence: string;
  readonly symmetry: string;
  readonly chroma: string;
  readonly rare: string;
  readonly broad: string;
  readonly wired: string;
  readonly sign: string;
  readonly photo: string;
  readonly edges: string;
  readonly oriented: string;
  readonly fine: string;
  readonly dependence: string;
}

/** Says which kernels are in a class. */
type Meaning = (thresholds: ClassThresholds) => string;

/** A facet in words. */
export interface FacetWords {
  readonly name: string;
  /** Says a value of it of one kernel. */
  readonly say: (value: string) => string;
  readonly values: Readonly<Record<string, { readonly name: string; readonly meaning: Meaning }>>;
}

/** The words of the classes of kernels. */
export interface ClassWords {
  readonly names: Readonly<Record<What, string>>;
  readonly meanings: Readonly<Record<What, Meaning>>;
  readonly facets: Readonly<Record<Facet, FacetWords>>;
  readonly counted: (count: string, name: string) => string;
  /** What most kernels of a depthwise layer are. */
  readonly alike: (alike: AlikeKernels, all: number) => string;
  readonly how: string;
  /** Of which pattern the classes are told. */
  readonly by: string;
  /** The classes beside what kernels look for. */
  readonly more: string;
  readonly confidence: string;
  readonly confidenceMeaning: string;
}

/** The words of the classes of kernels, in English. */
export const CLASS_EN: ClassWords = {
  names: {
    edge: "edge",
    line: "line",
    spot: "spot",
    "colour edge": "colour edge",
    "colour spot": "colour spot",
    texture: "texture",
    even: "even",
    mixed: "mixed",
    dead: "next to zero",
    other: "other",
  },
  meanings: {
    edge: ({ coherence, symmetry, chroma, oriented }) =>
      `one orientation leads (coherence of ${coherence} or more), a turn by 180° changes the sign ` +
      `(own symmetry below ${symmetry}), grey (chroma below ${chroma}); where nothing is composed, ` +
      `gratings of one orientation lead (selectivity of ${oriented} or more)`,
    line: ({ coherence, symmetry, chroma }) =>
      `one orientation leads (coherence of ${coherence} or more), a turn by 180° changes little ` +
      `(own symmetry of ${symmetry} or more), grey (chroma below ${chroma})`,
    spot: ({ round, gain, chroma, fine, dependence }) =>
      `round, with a surround or without (roundness of ${round} or more, and more than coherence); ` +
      `or no orientation leads, and DC gain is ${gain} or more; grey (chroma below ${chroma}); where ` +
      `nothing is composed, gratings below ${fine} cycles / pixel lead, of no orientation; or none ` +
      `does, and its map goes with what is coarse alone (dependence of ${dependence} or more)`,
    "colour edge": ({ coherence, chroma, dependence }) =>
      `one orientation leads (coherence of ${coherence} or more), chroma of ${chroma} or more; where ` +
      `nothing is composed, as an edge, with colour dependence of ${dependence} or more`,
    "colour spot": ({ chroma, dependence }) =>
      `as a spot, or the same everywhere, with chroma of ${chroma} or more; where nothing is ` +
      `composed, as a spot, or answering to sheets of hues alone, with colour dependence of ` +
      `${dependence} or more`,
    texture: ({ waves, stripes, band, fine, dependence }) =>
      `stripes, checks, fine patterns: ${waves} waves or more across it; or ${stripes} in a narrow ` +
      `band (bandwidth at most ${band} of the spectral centroid); where nothing is composed, ` +
      `gratings from ${fine} cycles / pixel on lead, of no orientation; or none does, and its map ` +
      `goes with details alone (dependence of ${dependence} or more)`,
    even: ({ even }) => `the same everywhere: DC gain of ${even} or more, and grey`,
    mixed: () =>
      "nothing leads: several patterns in one; where nothing is composed, it answers to no grating " +
      "and to no scale alone",
    dead: ({ dead }) => `norm below ${dead} of the layer's median`,
    other: () => "not known: nothing is composed, no gratings were run, or weights are not finite",
  },
  facets: {
    when: {
      name: "fires",
      say: (value) => `fires ${value}`,
      values: {
        never: {
          name: "never",
          meaning: () => "no cell is on behind the activation, on any photo",
        },
        rare: { name: "rarely", meaning: ({ rare }) => `less than ${rare} of the cells are on` },
        local: { name: "locally", meaning: ({ rare, broad }) => `${rare} to ${broad} are on` },
        broad: { name: "broadly", meaning: ({ broad }) => `${broad} or more are on` },
        always: { name: "always", meaning: () => "all cells are on, on every photo" },
      },
    },
    where: {
      name: "strongest",
      say: (value) => `strongest ${value}`,
      values: {
        inside: { name: "inside", meaning: () => "its strongest cell reads no padding" },
        padding: { name: "on padding", meaning: () => "its strongest cell reads padding" },
      },
    },
    wiring: {
      name: "inputs",
      say: (value) => value,
      values: {
        one: {
          name: "one input",
          meaning: ({ wired }) => `one input makes ${wired} of its map's variance or more`,
        },
        few: {
          name: "few inputs",
          meaning: ({ wired }) => `up to four inputs together make ${wired} or more`,
        },
        many: {
          name: "many inputs",
          meaning: ({ wired }) => `four inputs make less than ${wired}`,
        },
      },
    },
    acts: {
      name: "weights",
      say: (value) => `weights ${value}`,
      values: {
        excites: {
          name: "excite",
          meaning: ({ sign }) => `${sign} of its weights, by size, are positive`,
        },
        inhibits: { name: "inhibit", meaning: ({ sign }) => `${sign} are negative` },
        both: { name: "do both", meaning: () => "neither" },
      },
    },
    shows: {
      name: "map shows",
      say: (value) => `map shows ${value}`,
      values: {
        photo: { name: "photo", meaning: ({ photo }) => `photo share R² of ${photo} or more` },
        edges: {
          name: "edges",
          meaning: ({ edges }) => `|r| of ${edges} or more with the photo's edges`,
        },
        neither: { name: "neither", meaning: () => "neither of them" },
      },
    },
  },
  counted: (count, name) => `${count} ${name}`,
  alike: ({ kernels, blur }, all) =>
    `${formatCount(kernels.length)} of ${formatCount(all)} depthwise kernels are ` +
    `${blur ? "the same blur" : "nearly the same"}, each on a channel of its own`,
  how: "How kernels are classed",
  by: "By the pattern of the kernel where it reads the photo; in a deeper layer by that of the " +
    "kernel composed through the layers before, activations left out; where none is composed, by " +
    "what it answers to: gratings, behind the activation, and photos without their colours, their " +
    "details or what is coarse; where neither is known, by the pattern that leads in its slices, " +
    "if that holds three tenths of its energy. Over all photos, where maps are meant.",
  more: "More classes",
  confidence: "confidence",
  confidenceMeaning:
    "how far the measure that decided lies from the nearest threshold: 0 on it, 1 beyond doubt",
};
