import { ATLAS_ROW_NAMES } from "../../site/atlas/atlas_rows.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { OverviewPageWords } from "../../words/words.ts";
import { loadLayers } from "../files/layers.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { listenToSharing } from "../share/share_loader.ts";
import { link, onNavigate, readState, writeState } from "../shell/address.ts";
import { find, findAll, findPart, tell } from "../shell/dom.ts";
import { listenToKeys } from "../shell/keys.ts";
import type { Page, PageContext } from "../shell/page.ts";
import { type AtlasColumns, openColumns, showFound } from "./atlas_columns.ts";
import { type AtlasChoices, type AtlasState, formatAtlas, parseAtlas } from "./atlas_state.ts";
import { gatherColumns, type LayerColumns, orderLayers } from "./layer_columns.ts";
import { openSuggestions } from "../pair/suggestions.ts";
import {
  type LayerProblem,
  type LayerQueryContext,
  listLayerTerms,
  parseLayerQuery,
} from "./layer_query.ts";
import { type LayerTable, openLayerTable } from "./layer_table.ts";

/** The page of a model: its atlas, and the table of its layers. */
export const ATLAS_PAGE: Page<OverviewPageWords> = {
  start(signal, around): void {
    const table = find(HOOKS.layerTable);
    const { root = "", model } = findPart("main").dataset;
    if (!table || model === undefined) return;
    void loadLayers(around.files, root, model).then((file) => {
      if (!signal.aborted) openAtlas({ table, file, around, signal });
    });
  },
};

interface AtlasParts {
  readonly table: HTMLElement;
  readonly file: LayersFile;
  readonly around: PageContext<OverviewPageWords>;
  readonly signal: AbortSignal;
}

interface AtlasController {
  state: AtlasState;
  readonly choices: AtlasChoices;
  readonly file: LayersFile;
  readonly words: OverviewPageWords;
  readonly numbers: LayerColumns;
  readonly table: LayerTable;
  /** Null where a network has one layer. */
  readonly columns: AtlasColumns | null;
  /** The places of the layers that are found, in the order of the table. */
  found: readonly number[];
}

function openAtlas({ table: place, file, around: { words, files }, signal }: AtlasParts): void {
  const atlas = find(HOOKS.atlas);
  const table = openLayerTable(place, (sort) => {
    const { state } = controller;
    update(controller, { sort, reversed: state.sort === sort && !state.reversed });
  });
  const rows = findAll<HTMLInputElement>(HOOKS.inputs("row")).map(({ value }) => value);
  const choices = { rows, sorts: table.sorts };
  const controller: AtlasController = {
    ...{ choices, file, words, table },
    state: parseAtlas(readState(), choices),
    numbers: gatherColumns(file),
    columns: atlas && openColumns(atlas, { file, words, files }),
    found: [],
  };
  listenToChoices(controller);
  listenToSearch(controller, signal);
  if (atlas) shareOnAsking(controller, { atlas, files, signal });
  onNavigate(() => {
    controller.state = parseAtlas(readState(), choices);
    show(controller);
  }, signal);
  show(controller);
}

function listenToChoices(controller: AtlasController): void {
  const { choices: { rows } } = controller;
  const inputs = findAll<HTMLInputElement>(HOOKS.inputs("row"));
  for (const input of inputs) {
    input.addEventListener("change", () => {
      const chosen = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      update(controller, { rows: chosen.length === rows.length ? null : chosen });
    });
  }
}

function listenToSearch(controller: AtlasController, signal: AbortSignal): void {
  const field = findPart<HTMLInputElement>(HOOKS.control("layers"));
  field.addEventListener("input", () => update(controller, { query: field.value.trim() }));
  openSuggestions(field, listLayerTerms(controller.file.layers, describeQuery(controller)), signal);
  listenToKeys({ "/": () => field.focus() }, signal);
}

function update(controller: AtlasController, change: Partial<AtlasState>): void {
  controller.state = { ...controller.state, ...change };
  writeState(formatAtlas(controller.state), "replace");
  show(controller);
}

function shareOnAsking(
  controller: AtlasController,
  { atlas, files, signal }: {
    readonly atlas: HTMLElement;
    readonly files: ReportFiles;
    readonly signal: AbortSignal;
  },
): void {
  const { file, words } = controller;
  const context = { files, words, root: findPart("main").dataset.root! };
  listenToSharing(context, signal, (part) =>
    part.shareAtlas({
      ...context,
      ...{ atlas, file, found: controller.found },
      hash: link(formatAtlas(controller.state)),
      lead: findPart(HOOKS.lead).textContent!,
      rows: ATLAS_ROW_NAMES.filter((row) => isChosen(controller.state, row)),
    }));
}

function show(controller: AtlasController): void {
  const { state, file, words, numbers, table, columns } = controller;
  for (const row of findAll(HOOKS.atlasRows)) row.hidden = !isChosen(state, row.dataset.atlasRow!);
  for (const input of findAll<HTMLInputElement>(HOOKS.inputs("row"))) {
    input.checked = isChosen(state, input.value);
  }
  const search = find<HTMLInputElement>(HOOKS.control("layers"));
  if (search && search.value.trim() !== state.query) search.value = state.query;
  const order = orderLayers(file, numbers, state);
  table.sort(order, state);
  const { matches, problems } = parseLayerQuery(state.query, describeQuery(controller));
  const found = file.layers.map(matches);
  controller.found = order.filter((place) => found[place]);
  table.show((place) => found[place]!);
  if (columns) showFound(columns, (place) => found[place]!);
  tell("layers-shown", tellFound(controller.found.length, problems, { file, words }));
}

function describeQuery(
  { numbers, words: { atlas } }: Pick<AtlasController, "numbers" | "words">,
): LayerQueryContext {
  return { columns: numbers, nameColumn: (name) => atlas.rows[name as "side"]?.name ?? name };
}

function isChosen({ rows }: AtlasState, row: string): boolean {
  return rows === null || rows.includes(row);
}

function tellFound(
  shown: number,
  problems: readonly LayerProblem[],
  { file: { layers }, words: { atlas, count } }: Pick<AtlasController, "file" | "words">,
): string {
  const told = problems.map((problem) => {
    return problem.kind === "key"
      ? atlas.unknown(problem.key, problem.near)
      : atlas.noNumber(problem.term);
  });
  return count.series([atlas.shown(shown, layers.length), ...told]);
}
