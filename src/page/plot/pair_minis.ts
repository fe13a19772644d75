import type { ReportLayer } from "../../report/report_layer.ts";
import { formatCount } from "../../site/format.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { placeTile } from "../../site/tile/sprite.ts";
import type { PlotWords } from "../../site/plot/scatter_measure.ts";

/** Small pairs that lead to themselves: the view of `pair_minis.hbs`. */
export interface PairMinisView {
  readonly pairs: readonly PairMiniView[];
  /** How many more there are, in words; null where all are shown. */
  readonly more: string | null;
}

/** A pair of small tiles. */
export interface PairMiniView extends PairTiles {
  readonly index: string;
  readonly name: string;
  /** What stands beneath; null for nothing. */
  readonly value: string | null;
}

/** The classes that place the tiles of a pair in their sprites. */
export interface PairTiles {
  /** Null where no kernels are drawn. */
  readonly kernel: string | null;
  readonly map: string;
}

/** Finds the tiles of pair k. */
export function placePair(layer: ReportLayer, k: number): PairTiles {
  const [kernels, maps] = [findKernelPicture(layer), layer.maps[0]!.picture];
  return { kernel: kernels && placeTile(kernels, k), map: placeTile(maps, k) };
}

// Three rows of a page.
const MOST = 60;

/** Views small pairs, with a value each. */
export function viewPairMinis(
  layer: ReportLayer,
  ks: readonly number[],
  { rule, value = () => null }: Pick<PlotWords, "rule"> & {
    readonly value?: (k: number) => string | null;
  },
): PairMinisView {
  const rest = ks.length - MOST;
  return {
    pairs: ks.slice(0, MOST).map((k) => {
      const name = rule.links.pair(String(k));
      return { index: String(k), name, value: value(k), ...placePair(layer, k) };
    }),
    more: rest > 0 ? rule.links.more(formatCount(rest)) : null,
  };
}
