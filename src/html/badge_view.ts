/** A quiet remark on a layer: the view of `badges.hbs`. */
export interface BadgeView {
  readonly name: string;
  /** What it means; null where the word has to do. */
  readonly meaning: string | null;
}

const MEANINGS: Readonly<Record<string, string>> = {
  "batchnorm-folded": "A batch normalisation was folded into these weights: each kernel is scaled",
  depthwise: "Each kernel reads one channel only",
  grouped: "Each kernel reads the channels of its group only",
  quantized: "The file stores whole numbers; the kernels are shown as the numbers they stand for",
  shared: "Another layer reads the same weights",
  transposed: "A transposed convolution: it spreads its input over a larger map",
};

/** Views a badge with its meaning. */
export function viewBadge(name: string): BadgeView {
  return { name, meaning: MEANINGS[name] ?? null };
}
