import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import { formatDecibels } from "../../site/compare/error_text.ts";
import { REASONS } from "../../words/reasons.ts";
import type { SiteWords } from "../../words/words.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { linkPair } from "../../site/compare/compared_link.ts";
import { findComparedLayer } from "../ranked/compared_models.ts";
import type { ErrorFormat, RankedSubject } from "./ranked_subject.ts";
import { viewWorstMaps, type WorstMapsView } from "./worst_maps_view.ts";

/** Two layers that go together, and how far they are apart: a row of `ranking.hbs`. */
export interface RankedRowView {
  /** The layers at the pair whose maps differ most. */
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  /** How the layers and their kernels go together, where it is not by name and place. */
  readonly notes: readonly string[];
  readonly maps: WorstMapsView | null;
  /** Why no maps are compared; null where some are. */
  readonly missing: string | null;
  readonly worst: ErrorView | null;
  readonly median: ErrorView | null;
  /** How far kernels moved, and the one that did most; null where they are not compared. */
  readonly moved: { readonly median: string; readonly most: string } | null;
  /** What the script sorts by. */
  readonly keys: {
    readonly graph: string;
    readonly worst: string;
    readonly median: string;
    readonly moved: string;
  };
  readonly twins: TwinsView;
}

/** An error in percent and as a signal-to-noise ratio. */
export interface ErrorView {
  readonly error: string;
  readonly snr: string;
}

/** What the script knows of two layers that go together. */
export interface TwinsView {
  /** Each `<model>/<layer>`. */
  readonly a: string;
  readonly b: string;
  /** The file of the numbers of their kernels, and the place of the layers in it. */
  readonly file: string;
  readonly place: string;
  /** The maps of A and of B that are compared. */
  readonly stages: string;
  /** Whether the file says which kernels and inputs go together. */
  readonly permuted: string;
  /** Whether it is not known which inputs go together. */
  readonly unpaired: string;
}

/** Views two layers that go together. */
export function viewRankedRow(subject: RankedSubject): RankedRowView {
  const { comparison, layer, place, models, formats, words } = subject;
  const { worstError, medianError, kernels } = layer;
  return {
    href: linkPair(comparison, layer),
    name: findComparedLayer(models.a, layer.a)?.name ?? layer.a,
    parts: breakName(models.nameLayer("a", layer.a)),
    notes: describePairs(subject),
    maps: viewWorstMaps(subject),
    missing: layer.mapsReason === null ? null : REASONS[words.language](layer.mapsReason),
    worst: viewError(worstError, formats.worst),
    median: viewError(medianError, formats.median),
    moved: viewMoved(kernels, formats.moved, words),
    keys: {
      graph: String(place),
      worst: String(worstError ?? ""),
      median: String(medianError ?? ""),
      moved: String(kernels?.medianMoved ?? ""),
    },
    twins: viewTwins(comparison, layer, place),
  };
}

function viewError(error: number | null, format: ErrorFormat): ErrorView | null {
  return error === null ? null : { error: format(error), snr: formatDecibels(error) };
}

function viewMoved(
  moves: ReportComparedLayer["kernels"],
  format: ErrorFormat,
  { ranking }: SiteWords,
): RankedRowView["moved"] {
  const { medianMoved: median = null, mostMoved: most = null } = moves ?? {};
  if (median === null || most === null) return null;
  return { median: format(median), most: ranking.most(format(most)) };
}

function describePairs({ layer, models, words: { ranking } }: RankedSubject): readonly string[] {
  const [name, other] = [models.nameLayer("a", layer.a), models.nameLayer("b", layer.b)];
  const { a, b } = layer.stages;
  return [
    ...name === other ? [] : [`→ ${other}`],
    ...layer.matched === "order" ? [ranking.byOrder] : [],
    ...layer.permuted > 0 ? [ranking.otherPlaces(layer.permuted)] : [],
    ...a === "maps" && b === "maps" ? [] : [ranking.stagesOf(ranking.stages[a], ranking.stages[b])],
  ];
}

function viewTwins(
  { a, b, file, layers }: ReportComparison,
  { a: layer, b: other, stages, kernelsReason }: ReportComparedLayer,
  place: number,
): TwinsView {
  return {
    a: `${a}/${layer}`,
    b: `${b}/${other}`,
    ...{ file, place: String(place) },
    stages: `${stages.a} ${stages.b}`,
    permuted: String(layers.some(({ paired }) => paired === "likeness")), // what follows reads others
    unpaired: String(kernelsReason?.code === "inputs-unpaired"),
  };
}
