import type { What } from "../../analysis/class/what.ts";
import type { Facet } from "../en/class_words.ts";

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

/** What pages alone say of the classes of kernels: which kernels are in them, by their thresholds. */
export interface ClassMeaningWords {
  readonly whats: Readonly<Record<What, Meaning>>;
  /** Of each facet, by its values. */
  readonly facets: Readonly<Record<Facet, Readonly<Record<string, Meaning>>>>;
  readonly counted: (count: string, name: string) => string;
  readonly how: string;
  /** Of which pattern the classes are told. */
  readonly by: string;
  /** The classes beside what kernels look for. */
  readonly more: string;
}

/** What pages alone say of the classes of kernels, in English. */
export const CLASS_MEANING_EN: ClassMeaningWords = {
  whats: {
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
      never: () => "no cell is on behind the activation, on any photo",
      rare: ({ rare }) => `less than ${rare} of the cells are on`,
      local: ({ rare, broad }) => `${rare} to ${broad} are on`,
      broad: ({ broad }) => `${broad} or more are on`,
      always: () => "all cells are on, on every photo",
    },
    where: {
      inside: () => "its strongest cell reads no padding",
      padding: () => "its strongest cell reads padding",
    },
    wiring: {
      one: ({ wired }) => `one input makes ${wired} of its map's variance or more`,
      few: ({ wired }) => `up to four inputs together make ${wired} or more`,
      many: ({ wired }) => `four inputs make less than ${wired}`,
    },
    acts: {
      excites: ({ sign }) => `${sign} of its weights, by size, are positive`,
      inhibits: ({ sign }) => `${sign} are negative`,
      both: () => "neither",
    },
    shows: {
      photo: ({ photo }) => `photo share R² of ${photo} or more`,
      edges: ({ edges }) => `|r| of ${edges} or more with the photo's edges`,
      neither: () => "neither of them",
    },
  },
  counted: (count, name) => `${count} ${name}`,
  how: "How kernels are classed",
  by: "By the pattern of the kernel where it reads the photo; in a deeper layer by that of the " +
    "kernel composed through the layers before, activations left out; where none is composed, by " +
    "what it answers to: gratings, behind the activation, and photos without their colours, their " +
    "details or what is coarse; where neither is known, by the pattern that leads in its slices, " +
    "if that holds three tenths of its energy. Over all photos, where maps are meant.",
  more: "More classes",
};
