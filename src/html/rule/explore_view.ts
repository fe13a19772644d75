import type { ChoiceView } from "../part/choice_view.ts";
import type { PlotMeasures, PlotSubject } from "../../site/plot/plot_view.ts";
import {
  findKernelMeasure,
  findMapMeasure,
  listKernelMeasures,
  listMapMeasures,
} from "../../site/plot/scatter_measure.ts";

/** Any measure of kernels against any of maps, drawn by the script. */
export interface ExploreView {
  readonly kernels: readonly ChoiceView[];
  readonly maps: readonly ChoiceView[];
}

/** Views what can be plotted; null where nothing can. */
export function viewExplore(subject: PlotSubject): ExploreView | null {
  const { words } = subject;
  const kernels = listKernelMeasures(subject);
  const maps = listMapMeasures(subject);
  const chosen = chooseFirst(subject);
  if (kernels.length === 0 || maps.length === 0) return null;
  return {
    kernels: kernels.map((value) => {
      return {
        value,
        name: findKernelMeasure(value, subject, words).name,
        chosen: value === chosen.kernel,
      };
    }),
    maps: maps.map((value) => {
      return {
        value,
        name: findMapMeasure(value, subject, words).name,
        chosen: value === chosen.map,
      };
    }),
  };
}

// The strongest relation of all is the first that a reader may want to see.
function chooseFirst({ rule: { strongest } }: PlotSubject): Omit<PlotMeasures, "held"> {
  return strongest ?? { kernel: "dcGain", map: "keepsPicture" };
}
