import type { ChoiceView } from "../part/choice_view.ts";
import { type ClassView, countClasses } from "../part/class_view.ts";
import { formatCount } from "../../site/format.ts";
import { chooseSize } from "../../site/tile/frame_view.ts";
import { type FamilyView, listFamilies } from "./family_view.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { findMeasureWords, listMeasureColumns } from "../../site/measure_columns.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { hasSingleCells } from "../../site/tile/single_cells.ts";
import { GRID_SIZES } from "../../site/tile/sprite.ts";

/** What a layer's page can be told to show, and how: the view of `controls.hbs`. */
export interface ControlView {
  readonly sorts: readonly ChoiceView[];
  /** The classes of the kernels; empty where there are not two to choose from. */
  readonly classes: readonly ClassView[];
  /** The families of the kernels; empty where there are none. */
  readonly families: readonly FamilyView[];
  /** How many pairs are shown at first: all. */
  readonly shown: string;
  readonly scales: readonly ChoiceView[];
  readonly colours: readonly ChoiceView[];
  readonly sizes: readonly ChoiceView[];
  /** Whether kernels and maps can stand as two grids or as pairs. */
  readonly layouts: readonly ChoiceView[];
}

/** Views the controls of a layer's page. */
export function viewControls(subject: LayerSubject): ControlView {
  const { layer, measures, words: { tools } } = subject;
  const kernels = measures?.kernels ?? null;
  const pairs = formatCount(layer.pairs);
  const both = findKernelPicture(layer) !== null && layer.maps.length > 0;
  return {
    sorts: listSorts(subject),
    classes: kernels && new Set(kernels.kind).size > 1 ? countClasses(subject, kernels) : [],
    families: listFamilies(subject),
    shown: tools.shown(pairs, pairs),
    scales: choose([
      ...hasSingleCells(layer) ? [] : [["tile", tools.eachTile]] as const,
      ["layer", tools.layer],
      ["zero", tools.zero],
    ]),
    colours: choose([
      ["grey", tools.grey],
      ["viridis", tools.viridis],
      ["signed", tools.diverging],
    ]),
    sizes: choose(
      GRID_SIZES.map((size) => [size, tools.sizes[size]] as const),
      chooseSize(layer.pairs),
    ),
    layouts: both ? choose([["grids", tools.grids], ["pairs", tools.pairs]]) : [],
  };
}

function listSorts(subject: LayerSubject): readonly ChoiceView[] {
  const { layer, measures, words: { tools, family } } = subject;
  const columns = listMeasureColumns(measures);
  const kernels = measures?.kernels ?? null;
  return choose([
    ["index", tools.index],
    ...kernels ? [["class", tools.kind], ["likeness", tools.likeness]] as const : [],
    ...listFamilies(subject).length > 0 ? [["family", family.sort]] as const : [],
    ["flags", tools.flags],
    ...columns.map((column) =>
      [column.id, findMeasureWords(column, subject.words, layer).name] as const
    ),
  ]);
}

function choose(
  choices: readonly (readonly [value: string, name: string])[],
  first = choices[0]?.[0],
): readonly ChoiceView[] {
  return choices.map(([value, name]) => ({ value, name, chosen: value === first }));
}
