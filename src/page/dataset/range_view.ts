import type { DatasetNumbers } from "../../report/dataset/dataset_columns.ts";
import { formatNumber, formatRate } from "../../site/format.ts";
import type { DatasetWords } from "../../words/en/dataset_words.ts";

/** Where the cells of a kernel lie: a part of the view of `in_dataset.hbs`. */
export interface RangeView {
  readonly heading: string;
  readonly width: number;
  readonly height: number;
  /** From the smallest to the largest, with its ends. */
  readonly whisker: string;
  /** Between the outermost quantiles. */
  readonly left: string;
  readonly across: string;
  /** The median, where it is among the quantiles. */
  readonly middle: string;
  readonly said: string;
}

const [WIDTH, HEIGHT] = [300, 14];

/** Views where the cells of kernel k lie in a dataset; null where none is finite. */
export function viewRange(
  { min, max, quantiles }: DatasetNumbers,
  words: DatasetWords,
  k: number,
): RangeView | null {
  const [least, most] = [min[k] ?? null, max[k] ?? null];
  const known = quantiles.flatMap(({ share, value }) => {
    const own = value[k] ?? null;
    return own === null ? [] : [{ share, value: own }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (least === null || most === null || least === most || !first || !last) return null;
  const place = (value: number): number =>
    1 + (WIDTH - 2) * Math.min(1, Math.max(0, (value - least) / (most - least)));
  const median = known.find(({ share }) => share === 0.5);
  const across = Math.max(1, place(last.value) - place(first.value));
  return {
    ...{ heading: words.quantiles, width: WIDTH, height: HEIGHT },
    whisker: `M1 1V13M1 7H${WIDTH - 1}M${WIDTH - 1} 1V13`,
    left: place(first.value).toFixed(1),
    across: across.toFixed(1),
    middle: median ? `M${place(median.value).toFixed(1)} 0V14` : "",
    said: describeRange({ least, most }, known, words),
  };
}

function describeRange(
  { least, most }: { readonly least: number; readonly most: number },
  known: readonly { readonly share: number; readonly value: number }[],
  words: DatasetWords,
): string {
  // Of a kernel that is off half the time the lower quantiles are one number: 0.
  const told = known.filter(({ value }, i) => value !== known[i + 1]?.value);
  const parts = told.map(({ share, value }) =>
    words.quantile(formatRate(share), formatNumber(value))
  );
  return words.between(formatNumber(least), formatNumber(most), parts);
}
