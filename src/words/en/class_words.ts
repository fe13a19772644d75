import type { AlikeKernels } from "../../analysis/kind/alike_kernels.ts";
import type { What } from "../../analysis/class/what.ts";
import { formatCount } from "../quantity.ts";

/** What is asked of kernels beside what they look for. */
export type Facet = "when" | "where" | "wiring" | "acts" | "shows";

/** A facet in words. */
export interface FacetWords {
  readonly name: string;
  /** Says a value of it of one kernel. */
  readonly say: (value: string) => string;
  /** The names of its values. */
  readonly values: Readonly<Record<string, string>>;
}

/** The words of the classes of kernels. */
export interface ClassWords {
  readonly names: Readonly<Record<What, string>>;
  readonly facets: Readonly<Record<Facet, FacetWords>>;
  /** What most kernels of a depthwise layer are. */
  readonly alike: (alike: AlikeKernels, all: number) => string;
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
  facets: {
    when: {
      name: "fires",
      say: (value) => `fires ${value}`,
      values: {
        never: "never",
        rare: "rarely",
        local: "locally",
        broad: "broadly",
        always: "always",
      },
    },
    where: {
      name: "strongest",
      say: (value) => `strongest ${value}`,
      values: {
        inside: "inside",
        padding: "on padding",
      },
    },
    wiring: {
      name: "inputs",
      say: (value) => value,
      values: {
        one: "one input",
        few: "few inputs",
        many: "many inputs",
      },
    },
    acts: {
      name: "weights",
      say: (value) => `weights ${value}`,
      values: {
        excites: "excite",
        inhibits: "inhibit",
        both: "do both",
      },
    },
    shows: {
      name: "map shows",
      say: (value) => `map shows ${value}`,
      values: {
        photo: "photo",
        edges: "edges",
        neither: "neither",
      },
    },
  },
  alike: ({ kernels, blur }, all) =>
    `${formatCount(kernels.length)} of ${formatCount(all)} depthwise kernels are ` +
    `${blur ? "the same blur" : "nearly the same"}, each on a channel of its own`,
};
