import tuning from "../../../templates/panel/tuning.hbs" with { type: "text" };
import type { TuningColumns } from "../../report/layer_report.ts";
import { formatAngle, formatNumber, formatPercent } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { LayerData } from "../../site/layer_data.ts";
import {
  plotFrequency,
  plotHue,
  plotOrientation,
  type TuningPlotView,
} from "../../site/plot/tuning_plots.ts";
import { compileTemplates } from "../../site/template.ts";
import type { TuningWords } from "../../words/en/tuning_words.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { fill, find } from "../shell/dom.ts";

/** What a kernel responds to gratings: the view of `tuning.hbs`. */
export interface TuningView {
  readonly heading: string;
  readonly figures: readonly TuningFigureView[];
  readonly note: string;
}

/** A plot in words. */
export interface TuningFigureView {
  readonly plot: TuningPlotView;
  readonly caption: string;
  /** The same with the curve, for who does not see it. */
  readonly label: string;
}

const render = compileTemplates<{ readonly tuning: TuningView }>({ tuning });

/** Shows what the kernel of a pair responds to gratings. */
export function showTuning({ data, words }: PanelContext, k: number): void {
  const place = find(HOOKS.out("tuning"));
  if (!place) return;
  const view = viewTuning(data, words, k);
  fill(place, view === null ? "" : render("tuning", view));
}

/** Views what a kernel responds to gratings; null where no gratings were run. */
export function viewTuning(
  { measures }: Pick<LayerData, "measures">,
  { tuning: words, count }: PanelContext["words"],
  k: number,
): TuningView | null {
  const found = measures?.tuning ?? null;
  if (found === null) return null;
  const response = found.response[k] ?? null;
  if (response === null) return { heading: words.heading, figures: [], note: words.none };
  const notes = [words.response(formatNumber(response)), ...found.inside ? [] : [words.padded]];
  const figures = [viewOrientation, viewFrequency, viewHue].flatMap((view) =>
    view(found, words, k) ?? []
  );
  return {
    heading: words.heading,
    figures: figures.map(({ name, values, ...figure }) => {
      return { ...figure, label: words.curve(name, figure.caption, count.names(values)) };
    }),
    note: notes.join(" "),
  };
}

/** A plot, and what its curve is in words. */
interface NamedFigure extends Omit<TuningFigureView, "label"> {
  readonly name: string;
  readonly values: readonly string[];
}

type ViewFigure = (found: TuningColumns, words: TuningWords, k: number) => NamedFigure | null;

const viewOrientation: ViewFigure = (found, words, k) => {
  const curve = found.curves.orientation[k] ?? null;
  if (curve === null) return null;
  const angle = found.orientation[k] ?? null;
  const width = found.orientationBandwidth[k] ?? null;
  return {
    name: words.orientation,
    plot: plotOrientation(curve, found.orientations, angle),
    caption: angle === null
      ? words.noOrientation
      : words.stripes(formatAngle(angle), width === null ? null : formatAngle(width)),
    values: tellValues(curve, found.orientations.map((each) => `${each}°`), words),
  };
};

const viewFrequency: ViewFigure = (found, words, k) => {
  const curve = found.curves.frequency[k] ?? null;
  if (curve === null) return null;
  const frequency = found.frequency[k] ?? null;
  const octaves = found.frequencyBandwidth[k] ?? null;
  return {
    name: words.frequency,
    plot: plotFrequency(curve, found.frequencies, frequency),
    caption: frequency === null ? words.noFrequency : words.cycles(
      String(Number(frequency.toPrecision(2))),
      octaves === null ? null : octaves.toFixed(1),
    ),
    values: tellValues(curve, found.frequencies.map(String), words),
  };
};

const viewHue: ViewFigure = (found, words, k) => {
  const curve = found.curves.hue[k] ?? null;
  if (curve === null) return null;
  const hue = found.hue[k] ?? null;
  const opponent = found.opponent[k] ?? false;
  return {
    name: words.hue,
    plot: plotHue(curve, found.hues, { hue, opponent }),
    caption: hue === null ? words.noHue : describeHue(hue, opponent, words),
    values: tellValues(curve, found.hues.map((each) => nameHue(each, words)), words),
  };
};

function describeHue(hue: number, opponent: boolean, words: TuningWords): string {
  return opponent
    ? words.two(nameHue(hue, words), nameHue(hue + 180, words))
    : words.one(nameHue(hue, words), formatAngle(hue));
}

function nameHue(hue: number, { hues }: TuningWords): string {
  return hues[Math.round(hue / 60) % hues.length]!;
}

function tellValues(
  curve: readonly number[],
  names: readonly string[],
  { value }: TuningWords,
): string[] {
  return curve.map((share, i) => value(names[i]!, formatPercent(share)));
}
