import { plural } from "../quantity.ts";

/** The words of the rule, in English. */
export const RULE_EN = {
  heading: "Which maps look like the photo",
  /** Where no photo was fed. */
  plainHeading: "What goes with what",
  quad: {
    label: "How much of the maps is photo, by colour and DC gain",
    caption: (photos: number) =>
      `How much of the maps is photo (R²${
        photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`
      }), by the colour and the DC gain of their kernels; a heavy rule: half or more`,
    edges: "Edges and the like",
    blobs: "Blobs",
    grey: "grey",
    coloured: "coloured",
    gainBelow: (gain: string) => `DC gain below ${gain}`,
    gainFrom: (gain: string) => `DC gain of ${gain} or more`,
    chromaBelow: (chroma: string) => `chroma below ${chroma}`,
    chromaFrom: (chroma: string) => `chroma of ${chroma} or more`,
    none: "no kernel",
    one: "R² of 1 kernel",
    mean: (kernels: string, low: string, high: string) =>
      `mean R² of ${kernels}, ${low} to ${high}`,
    without: (kernels: string) => `${kernels} without these measures left out.`,
  },
  plot: {
    heading: (kernel: string, map: string) => `${kernel} against the ${map}`,
    correlation: (kernels: string, p: string) => `Spearman over ${kernels}, ${p}`,
    withoutP: (kernels: string) => `Spearman over ${kernels}; no p was computed for these two`,
    none: (kernels: string) => `${kernels}, no correlation`,
    next: "; ",
    held: (measure: string, p: string) => `with ${measure} held fixed, ${p}`,
    /** The name of a plot, from its heading and numbers. */
    name: (heading: string, numbers: string) => `${heading}: ${numbers}`,
    logarithmic: (measure: string) => `${measure}, logarithmic`,
    unit: (measure: string, unit: string) => `${measure}, ${unit}`,
    point: (k: string, kind: string, values: readonly string[]) =>
      `${k}, ${kind}: ${values.join(", ")}`,
    beyondX: (kernels: string, low: string) => `${kernels} below ${low}, on the left edge`,
    beyondY: (kernels: string, low: string) => `${kernels} below ${low}, on the lower edge`,
    table: "The numbers behind the points stand in the",
    tableLink: "table of measures",
    stop: ".",
  },
  explore: {
    heading: "Any two measures",
    kernel: "Kernel measure",
    map: "Map measure",
    shown: (kernels: string, value: string | null) =>
      value === null
        ? `Of these ${kernels} shown: no correlation`
        : `Of these ${kernels} shown: Spearman ${value}, no p was computed for a choice`,
    hint: "Drag across a plot to show only the pairs inside; Escape shows all again. " +
      "By keyboard, arrows go from point to point, Shift and arrows choose a range, " +
      "Enter selects the pair.",
  },
  counter: {
    heading: "Where colour does not tell",
    colour: "Coloured kernels whose maps are hardly photo (R² below 0.1)",
    grey: "Grey kernels whose maps are at least half photo (R² of 0.5 or more)",
    named: (name: string, numbers: string) => `${name}: ${numbers}`,
    none: "none",
  },
  links: {
    kernel: (k: string) => `Kernel ${k}`,
    more: (count: string) => `and ${count} more`,
  },
  correlations: {
    heading: "Every kernel measure against the maps",
    label: "Correlations",
    caption: (kernels: string, strong: string) =>
      `Spearman's rank correlation over ${kernels}, with p by permutation; ` +
      `${strong} and more in bold`,
    first: "kernel measure",
    fixed: (measure: string) => `${measure} fixed`,
  },
  photos: {
    heading: "On each photo",
    label: "The rule on each photo",
    caption: "Spearman's correlation with how much of a map is photo (R²), on each photo by itself",
    first: "photo",
    held: (measure: string, held: string) => `${measure}, ${held} fixed`,
  },
  caveat: (kernels: string, model: string, over: string) =>
    `Rank correlations over the ${kernels} of one layer of one network (${model}), with maps ` +
    `${over}. They say what goes together here, not what causes what, nor what another network or ` +
    "another input would show.",
  clear:
    "A relation counts as clear from 0.3 on, with p up to 0.001, since the strongest of up to " +
    "ten measures is picked.",
};

/** The words of the rule: how kernels and maps go together. */
export type RuleWords = typeof RULE_EN;
