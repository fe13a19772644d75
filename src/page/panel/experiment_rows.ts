import losses from "../../../templates/panel/losses.hbs" with { type: "text" };
import experiments from "../../../templates/panel/experiments.hbs" with { type: "text" };
import type { ExperimentColumns } from "../../analysis/trial/experiments.ts";
import { formatBarLength, formatCount, formatPercent, formatShare } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { compileTemplates } from "../../site/template.ts";
import type { ExperimentWords } from "../../words/en/experiment_words.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { fill, find } from "../shell/dom.ts";

/** How much of a map goes where its photo is changed: the view of `experiments.hbs`. */
export interface ExperimentsView extends LossesView {
  /** The names of the photos; null where they are all that there are. */
  readonly photos: string | null;
  /** How it goes with the map of the mirrored photo; null where that is not known. */
  readonly mirrored: string | null;
}

/** Shares in a table: the view of `losses.hbs`. */
export interface LossesView {
  readonly head: string;
  readonly losses: readonly LossView[];
}

/** How much of a map goes without something. */
export interface LossView {
  readonly without: string;
  readonly share: string;
  /** The share as the length of a bar. */
  readonly bar: string;
  /** The least and the most of a photo; null of one photo alone. */
  readonly spread: string | null;
}

const render = compileTemplates<{ readonly experiments: ExperimentsView }>({ experiments, losses });

/** Shows how much of a pair's map goes where its photo is changed. */
export function showExperiments({ data, words }: PanelContext, k: number): void {
  const place = find(HOOKS.out("experiments"));
  if (!place) return;
  const view = viewExperiments(data, words, k);
  fill(place, view === null ? "" : render("experiments", view));
}

const LOSSES = ["colourLoss", "detailLoss", "coarseLoss"] as const;

/** Views what trials tell of a pair; null where they tell nothing. */
export function viewExperiments(
  data: Pick<LayerData, "measures" | "photos">,
  { experiment, count }: PanelContext["words"],
  k: number,
): ExperimentsView | null {
  const found = data.measures?.experiments ?? null;
  if (found === null) return null;
  const losses = LOSSES.flatMap((name) => {
    const share = found[name].mean[k] ?? null;
    if (share === null) return [];
    const spread = describeSpread(found[name], k, { experiment, format: formatPercent });
    const without = experiment.without[name];
    return [{ without, share: formatPercent(share), bar: formatBarLength(share), spread }];
  });
  const r = found.mirrorSymmetry.mean[k] ?? null;
  if (losses.length === 0 && r === null) return null;
  const spread = describeSpread(found.mirrorSymmetry, k, { experiment, format: formatShare });
  const names = found.images.map((id) => data.photos.find((each) => each.id === id)?.name ?? id);
  const all = data.photos.filter(({ dims }) => dims === null).length;
  return {
    head: headLosses(names, all, experiment),
    photos: names.length < all ? count.names(names) : null,
    losses,
    mirrored: r === null ? null : experiment.mirrored(formatShare(r), spread),
  };
}

function headLosses(
  names: readonly string[],
  all: number,
  { head, headAlone }: ExperimentWords,
): string {
  if (names.length === 1) return headAlone(names[0]!);
  return head(formatCount(names.length), formatCount(all));
}

function describeSpread(
  { least, most }: ExperimentColumns,
  k: number,
  { experiment, format }: {
    readonly experiment: ExperimentWords;
    readonly format: (value: number) => string;
  },
): string | null {
  const [low, high] = [least?.[k] ?? null, most?.[k] ?? null];
  return low === null || high === null ? null : experiment.spread(format(low), format(high));
}
