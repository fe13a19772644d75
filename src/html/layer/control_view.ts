import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import type { ChoiceView } from "../part/choice_view.ts";
import {
  type ClassView,
  countClasses,
  countFacets,
  type FacetView,
  keepTelling,
} from "../part/class_view.ts";
import { showsPairs } from "../part/shown_layer.ts";
import { chooseSize } from "../../site/tile/frame_view.ts";
import type { FamilyView } from "./family_view.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { findMeasureWords, listMeasureColumns } from "../../site/measure_columns.ts";
import { hasSingleCells } from "../../report/report_layer.ts";
import { GRID_SIZES } from "../../site/tile/sprite.ts";
import type { SiteWords } from "../../words/words.ts";

/** What a layer's page can be told to show, and how: the view of `controls.hbs`. */
export interface ControlView {
  readonly sorts: readonly ChoiceView[];
  /** What the kernels look for; empty where there are not two to choose from. */
  readonly classes: readonly ClassView[];
  /** The classes beside that, such as when they fire; those of which there are two or more. */
  readonly facets: readonly FacetView[];
  /** The families of the kernels; empty where there are none. */
  readonly families: readonly FamilyView[];
  readonly scales: readonly ChoiceView[];
  readonly colours: readonly ChoiceView[];
  readonly sizes: readonly ChoiceView[];
  /** Whether kernels and maps can stand as two grids or as pairs. */
  readonly layouts: readonly ChoiceView[];
}

/** Views the controls of the page of a layer with these families. */
export function viewControls(
  subject: LayerSubject,
  families: readonly FamilyView[],
): ControlView {
  const { layer, measures, words } = subject;
  const { tools } = words;
  const classes = measures?.classes ?? null;
  return {
    sorts: listSorts(subject, families.length > 0),
    classes: classes ? keepTelling(countClasses(words, classes)) : [],
    facets: classes ? listTellingFacets(words, classes) : [],
    families,
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
    layouts: showsPairs(layer) ? choose([["grids", tools.grids], ["pairs", tools.pairs]]) : [],
  };
}

// A facet in which all kernels are alike tells none apart.
function listTellingFacets(words: SiteWords, classes: KernelClasses): readonly FacetView[] {
  return countFacets(words, classes).map(({ classes, ...facet }) => {
    return { ...facet, classes: keepTelling(classes) };
  }).filter(({ classes }) => classes.length > 0);
}

function listSorts(subject: LayerSubject, inFamilies: boolean): readonly ChoiceView[] {
  const { layer, measures, words: { tools, family } } = subject;
  const columns = listMeasureColumns(measures);
  const kernels = measures?.kernels ?? null;
  return choose([
    ["index", tools.index],
    ...measures?.classes ? [["class", tools.kind]] as const : [],
    ...kernels ? [["likeness", tools.likeness]] as const : [],
    ...inFamilies ? [["family", family.sort]] as const : [],
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
