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
import { tallyReviews } from "../part/review_view.ts";
import { type SharesView, viewShares } from "../part/shares_view.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { type LayerThumbs, viewLayerThumbs } from "./layer_thumbs.ts";

/** A layer in a list: the view of `card.hbs`. */
export interface CardView extends LayerThumbs {
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
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
  const { base, width, height } = options;
  const folder = `${base}${encodePath(layer.id)}/`;
  return {
    href: folder + namePage(words.language),
    name: layer.name,
    parts: breakName(options.short),
    ...viewLayerThumbs(layer, { report, words }, { folder, width, height }),
    shares: viewShares(words, options.measures?.classes ?? null),
    keeps: viewKeeps({ layer, words }, options.measures?.averages ?? null),
    shape: describeKernels(layer, words),
    sizes: describeMaps(layer.maps, words),
    badges: layer.badges.map((name) => viewBadge(name, words)),
    reviews: tallyReviews(layer, words),
    failures: viewMissing(layer, words),
  };
}
