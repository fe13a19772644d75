/** The words of the rule, in English. */
export const RULE_EN = {
  heading: "Which maps look like the photo",
  /** Where no photo was fed. */
  plainHeading: "What goes with what",
  plot: {
    heading: (kernel: string, map: string) => `${kernel} against the ${map}`,
    correlation: (kernels: string, p: string) => `Spearman over ${kernels}, ${p}`,
    withoutP: (kernels: string) => `Spearman over ${kernels}; no p was computed for these two`,
    none: (kernels: string) => `${kernels}, no correlation`,
    next: "; ",
    held: (measure: string, p: string) => `with ${measure} held fixed, ${p}`,
    /** The name of a plot, from its heading and numbers. */
    name: (heading: string, numbers: string) => `${heading}: ${numbers}`,
    composed: (measure: string) => `${measure}, composed`,
    beyond: (measure: string, held: string) => `${measure} beyond ${held}`,
    /** Of what is left of ranks. */
    beyondUnit: "standardised ranks",
    logarithmic: (measure: string) => `${measure}, logarithmic`,
    unit: (measure: string, unit: string) => `${measure}, ${unit}`,
    point: (k: string, kind: string, values: readonly string[]) =>
      `${k}, ${kind}: ${values.join(", ")}`,
    beyondX: (kernels: string, low: string) => `${kernels} below ${low}, on the left edge`,
    beyondY: (kernels: string, low: string) => `${kernels} below ${low}, on the lower edge`,
    tiles: "From the highest point down, kernels for which there is room stand as they do beside " +
      "their maps, up to 40; symbols stand for the others.",
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
  chosen: {
    count: (chosen: string, all: string) => `${chosen} of ${all} chosen`,
    grids: "Show in the grids ↑",
    all: (all: string) => `Show all ${all}`,
  },
  links: {
    pair: (k: string) => `Pair ${k}`,
    more: (count: string) => `and ${count} more`,
  },
  clear:
    "A relation counts as clear from 0.3 on, with p up to 0.001, since the strongest of up to " +
    "ten measures is picked; of what maps need, with p up to 0.00025, since more is asked.",
};

/** The words of the rule: how kernels and maps go together. */
export type RuleWords = typeof RULE_EN;
