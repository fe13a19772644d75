/** A quiet remark on a layer: the view of `badges.hbs`. */
export interface BadgeView {
  readonly name: string;
  /** What it means; null where the word has to do. */
  readonly meaning: string | null;
}

const MEANINGS: Readonly<Record<string, string>> = {
  "batchnorm-folded": "A batch normalisation was folded into these weights: each kernel is scaled",
  computed: "The model makes these weights while it runs; the file does not hold them",
  depthwise: "Each kernel reads one channel only",
  "not-capturable": "It stands where the runtime lets nothing be tapped",
  quantized: "The file stores whole numbers; the kernels are shown as the numbers they stand for",
  shared: "Another layer reads the same weights",
};

/** Views a badge with its meaning. */
export function viewBadge(name: string): BadgeView {
  return { name, meaning: MEANINGS[name] ?? null };
}
