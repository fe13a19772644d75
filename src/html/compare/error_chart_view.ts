import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import { formatDecibels, formatError } from "../../site/compare/error_text.ts";
import { ERROR_UNITS, type ErrorUnit } from "../../site/compare/ranking_state.ts";
import { formatNumber } from "../../site/format.ts";
import type { TickView } from "../../site/plot/scatter_view.ts";
import type { SiteWords } from "../../words/words.ts";
import { linkPair } from "../../site/compare/compared_link.ts";
import type { ComparedModels } from "../ranked/compared_models.ts";
import {
  ERROR_FRAME,
  type ErrorLabel,
  labelErrors,
  type LayerErrors,
  layoutErrors,
} from "./error_chart.ts";
import { rankLayers } from "../ranked/ranked_layers.ts";

/** Layers in the order of the graph, each with its median and its worst map: the view of `error_chart.hbs`. */
export interface ErrorChartView {
  readonly unit: ErrorUnit;
  readonly unitName: string;
  /** Whether it is shown at first. */
  readonly first: boolean;
  readonly words: string;
  readonly frame: typeof ERROR_FRAME;
  readonly xLabel: string;
  /** Its unit stands above. */
  readonly yLabel: null;
  /** The axes need no explanation. */
  readonly xAbout: null;
  readonly yAbout: null;
  readonly xTicks: readonly TickView[];
  readonly yTicks: readonly TickView[];
  readonly spans: string;
  readonly radius: number;
  readonly columns: readonly ErrorColumnView[];
  readonly labels: readonly ErrorLabel[];
}

/** A layer in the chart, and its worst pair. */
export interface ErrorColumnView {
  readonly href: string;
  readonly title: string;
  readonly x: number;
  readonly median: number;
  readonly worst: number;
  readonly left: number;
  readonly width: number;
}

interface UnitRow {
  readonly read: (layer: ReportComparedLayer) => LayerErrors;
  readonly floor: number | null;
  readonly tick: (value: number) => string;
  readonly say: (error: number) => string;
}

const UNITS: Readonly<Record<ErrorUnit, UnitRow>> = {
  error: {
    read: ({ medianError, worstError }) => join(medianError, worstError),
    floor: 0,
    tick: (value) => formatError(value),
    say: (error) => formatError(error),
  },
  snr: {
    read: ({ medianSnr, worstSnr }) => join(medianSnr, worstSnr),
    floor: null,
    tick: (value) => `${formatNumber(value)}\u202fdB`,
    say: (error) => formatDecibels(error),
  },
};

function join(median: number | null, worst: number | null): LayerErrors {
  return median === null || worst === null ? null : { median, worst };
}

const LABELS = 3;

/** Views the errors of the layers of two models. */
export function viewErrorChart(
  unit: ErrorUnit,
  comparison: ReportComparison,
  models: ComparedModels,
  words: SiteWords,
): ErrorChartView {
  const { read, floor, tick, say } = UNITS[unit];
  const { layers } = comparison;
  const { xTicks, yTicks, columns, spans, radius } = layoutErrors(layers.map(read), floor);
  const name = (place: number): string => models.nameLayer("a", layers[place]!.a);
  const worst = rankLayers(layers).slice(0, LABELS).map((layer) => layers.indexOf(layer));
  return {
    ...{ unit, spans, radius },
    ...nameChart(unit, words),
    first: unit === ERROR_UNITS[0],
    frame: ERROR_FRAME,
    xTicks: xTicks.map(({ value, at }) => ({ at: String(at), label: String(value) })),
    yTicks: yTicks.map(({ value, at }) => ({ at: String(at), label: tick(value) })),
    columns: columns.map(({ place, ...column }) => {
      const { medianError, worstError } = layers[place]!;
      const title = words.ranking.column(name(place), say(worstError!), say(medianError!));
      return { ...column, title, href: linkPair(comparison, layers[place]!) };
    }),
    labels: labelErrors(columns, worst.map((place) => [place, name(place)])),
  };
}

function nameChart(
  unit: ErrorUnit,
  { ranking: { units, worst, median, axis } }: SiteWords,
): Pick<ErrorChartView, "unitName" | "words" | "xLabel" | "yLabel" | "xAbout" | "yAbout"> {
  const unitName = units[unit];
  const words = `${unitName}: ${worst}, ${median}`;
  return { unitName, words, xLabel: axis, yLabel: null, xAbout: null, yAbout: null };
}
