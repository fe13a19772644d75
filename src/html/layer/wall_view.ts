import { formatCount } from "../../site/format.ts";
import { STILL_WALL, viewWallRows, type WallRowView } from "../../site/dataset/wall_rows.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";

/** What excites the kernels of a layer in a dataset: the view of `wall.hbs`. */
export interface WallView {
  readonly heading: string;
  readonly rows: readonly WallRowView[];
  /** How many of the kernels stand in it, in words; null where all do. */
  readonly first: string | null;
  /** How many patches are empty, in words; null where none is. */
  readonly missing: string | null;
}

/** Views what excites the kernels of a layer in a dataset; null where there are no pictures of that. */
export function viewWall(subject: LayerSubject): WallView | null {
  const { report, layer, measures, words } = subject;
  const { patches, pairs } = layer;
  const numbers = measures?.dataset ?? null;
  if (patches === null || numbers === null) return null;
  const { wall } = words.dataset;
  const labels = report.dataset?.labels ?? null;
  const still = Array.from({ length: Math.min(STILL_WALL, pairs) }, (_, k) => k);
  const missing = patches.strongest.missing.length;
  return {
    heading: pairs === 1
      ? wall.alone(layer.name, numbers.photos)
      : wall.heading(pairs, layer.name, numbers.photos),
    rows: viewWallRows({ patches, numbers, labels, words, link: (file) => file }, still),
    first: still.length < pairs ? wall.first(formatCount(still.length), formatCount(pairs)) : null,
    missing: missing > 0 ? wall.missing(missing) : null,
  };
}
