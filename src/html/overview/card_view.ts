import type { LayerReport } from "../../report/layer_report.ts";
import type { Report } from "../../report/report.ts";
import { namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { encodePath } from "../../site/address.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { type BadgeView, viewBadge } from "../../site/badge_view.ts";
import { type FailureView, viewMissing } from "../part/failure_view.ts";
import { type KeepsView, viewKeeps } from "../part/keeps_view.ts";
import { describeKernels, describeMaps } from "../../site/layer_facts.ts";
import { namePhoto } from "../../site/photo_view.ts";
import { tallyReviews } from "../part/review_view.ts";
import { type SharesView, viewShares } from "../part/shares_view.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { hasSingleCells, type ReportLayer } from "../../report/report_layer.ts";
import { type ThumbView, viewThumb } from "../part/thumb_view.ts";

/** A layer in a list: the view of `card.hbs`. */
export interface CardView {
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  readonly kernels: ThumbView | null;
  readonly maps: ThumbView | null;
  readonly shares: SharesView | null;
  readonly keeps: KeepsView | null;
  readonly shape: string | null;
  readonly sizes: string | null;
  readonly badges: readonly BadgeView[];
  /** What reviewers found its pairs to be; null where the report has no review of them. */
  readonly reviews: string | null;
  readonly failures: readonly FailureView[];
}

/** Where a card stands and how large its thumbs may be. */
export interface CardOptions {
  /** The way from the page to the folder of the layers, empty or ending in `/`. */
  readonly base: string;
  readonly width: number;
  readonly height: number;
  /** What tells its name from those of others. */
  readonly short: string;
  /** Its measures; null where none were made. */
  readonly measures: LayerReport | null;
}

/** Views a layer in a list. */
export function viewCard(
  { report, words }: { readonly report: Report; readonly words: SiteWords },
  layer: ReportLayer,
  options: CardOptions,
): CardView {
  const { overview } = words;
  const { base, width, height } = options;
  const folder = `${base}${encodePath(layer.id)}/`;
  const picture = findKernelPicture(layer);
  const first = layer.maps[0];
  const photo = first ? namePhoto(report, first.image) : "";
  const thumb = (of: typeof picture, alt: string): ThumbView | null =>
    of && viewThumb(of, { src: folder + encodePath(of.file), alt, width, height });
  return {
    href: folder + namePage(words.language),
    name: layer.name,
    parts: breakName(options.short),
    kernels: thumb(picture, overview.firstKernelsOf(layer.name)),
    maps: hasSingleCells(layer)
      ? null
      : thumb(first?.picture ?? null, overview.firstMapsOf(layer.name, photo)),
    shares: viewShares(words, options.measures?.classes ?? null),
    keeps: viewKeeps({ layer, words }, options.measures?.averages ?? null),
    shape: describeKernels(layer, words),
    sizes: describeMaps(layer.maps, words),
    badges: layer.badges.map((name) => viewBadge(name, words)),
    reviews: tallyReviews(layer, words),
    failures: viewMissing(layer, words),
  };
}
