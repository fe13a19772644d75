import type { DatasetNumbers } from "../../report/dataset/dataset_columns.ts";
import type { LayerPatches } from "../../report/dataset/dataset_pictures.ts";
import type { DatasetPartWords, Words } from "../../words/words.ts";
import { formatRate, formatShare } from "../format.ts";
import { listBestLabels } from "./best_labels.ts";
import { cutPatches, type PatchStripView } from "./patch_tiles.ts";

/** A kernel with what excites it most: a part of the view of `wall_rows.hbs`. */
export interface WallRowView {
  readonly index: string;
  readonly name: string;
  /** How often it is on, and the label that it tells apart best, where there is one. */
  readonly said: string;
  /** Its patches side by side; null where nothing excites it. */
  readonly patches: PatchStripView | null;
}

/** What the wall of a layer is made of. */
export interface WallSubject {
  readonly patches: LayerPatches;
  readonly numbers: DatasetNumbers;
  /** The labels of the dataset; null where its photos have none. */
  readonly labels: readonly string[] | null;
  readonly words: DatasetPartWords & Pick<Words, "count" | "panel">;
  /** Makes the way to a picture from its path, relative to the folder of the layer. */
  readonly link: (file: string) => string;
}

/** How many kernels of a wall stand in a page; the script of the page adds those that are left. */
export const STILL_WALL = 24;

// As many as stand in a row of a phone; the panel has all.
const MOST = 8;

const SIDE = 52; // CSS pixels

/** Views some kernels of a wall, in an order. */
export function viewWallRows(
  subject: WallSubject,
  kernels: readonly number[],
): readonly WallRowView[] {
  const { numbers, labels, words } = subject;
  return kernels.map((k) => {
    const [best] = listBestLabels(numbers, labels, k);
    return {
      index: String(k),
      name: words.panel.pair(String(k)),
      said: words.count.series([
        describeOn(numbers, words, k),
        ...best === undefined ? [] : [words.dataset.wall.tells(best.name, formatShare(best.auc))],
      ]),
      patches: isNeverOn(numbers, k) ? null : viewPatches(subject, k),
    };
  });
}

/** Says how often the map of kernel k is on in a dataset. */
export function describeOn(
  { onPhotos, photos }: DatasetNumbers,
  { dataset }: DatasetPartWords,
  k: number,
): string {
  const share = onPhotos[k] ?? 0;
  return share === 0 ? dataset.never(photos) : dataset.on(formatRate(share), photos);
}

/** Tells whether all that is known of kernel k is zero: then no cell stands for others. */
export function isNeverOn({ min, max }: DatasetNumbers, k: number): boolean {
  return (max[k] ?? 0) === 0 && (min[k] ?? 0) === 0;
}

function viewPatches(
  { patches: { strongest }, numbers, words, link }: WallSubject,
  k: number,
): PatchStripView | null {
  const count = Math.min(MOST, strongest.each, countNamed(numbers, k));
  const alt = words.dataset.wall.patches;
  return cutPatches(strongest, k, { alt, side: SIDE, count, link });
}

// Photos on which a map is 0 all over excite nothing.
function countNamed({ onPhotos, min, photos }: DatasetNumbers, k: number): number {
  return (min[k] ?? 0) < 0 ? photos : Math.round((onPhotos[k] ?? 0) * photos);
}
