import { decodeLayerFile, type LayerData } from "../../site/layer_data.ts";
import { onNavigate, readState } from "../shell/address.ts";
import { listenToControls } from "../pair/controls.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find, findAll } from "../shell/dom.ts";
import { placeDropDowns } from "../shell/drop_down.ts";
import { listenToKeys } from "../shell/keys.ts";
import {
  type LayerController,
  openLayerController,
  recolour,
  restoreLayer,
  update,
} from "./layer_controller.ts";
import { openSearchField } from "../pair/search_field.ts";
import { chooseFirst, listLayerShortcuts, step } from "./layer_commands.ts";
import { listenToLecture } from "./lecture.ts";
import { listenToPointer } from "./layer_pointer.ts";
import type { Page } from "../shell/page.ts";
import { gatherContext } from "../pair/gathered_context.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { isDark, onRecolour } from "../shell/theme.ts";
import { renewFilters } from "../tile/colour_filters.ts";
import { openMeasureTable } from "./measure_rows.ts";
import { completePairs } from "./pair_cells.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { namePair } from "../../site/pair_name.ts";

/** The page of a layer. */
export const LAYER_PAGE: Page = {
  start(signal, { words, files }): void {
    const main = find(HOOKS.layerMain);
    const list = find(HOOKS.grid);
    if (!main || !list) return;
    const root = main.dataset.root!;
    void readLayer(files, root, main.dataset.layer!).then((data) => {
      if (!signal.aborted) {
        void openLayer(gatherContext({ data, words, files, root, signal }), list);
      }
    });
  },
};

async function readLayer(
  { data: scripts }: ReportFiles,
  root: string,
  name: string,
): Promise<LayerData> {
  const data = await scripts.load(root, name, decodeLayerFile);
  await endTask();
  return data;
}

// What is done in one task keeps a reader's click waiting.
function endTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function openLayer(context: PanelContext, list: HTMLElement): Promise<void> {
  const { signal } = context;
  renewFilters(isDark()); // of all tiles, so with what comes anew
  completePairs(list, context);
  await endTask();
  if (signal.aborted) return;
  const controller = openLayerController(context, list);
  await endTask();
  if (signal.aborted) return;
  restoreLayer(controller);
  listenToPointer(controller);
  openMeasureTable(context);
  openSearchField(context, () => chooseFirst(controller));
  listenToControls((change) => update(controller, change), signal);
  listenToLecture((by) => step(controller, by), signal);
  listenToKeys(listLayerShortcuts(controller), signal);
  onNavigate(() => restoreLayer(controller), signal);
  onRecolour((dark) => recolour(controller, dark), signal);
  measureToolbar(signal);
  placeDropDowns(signal);
  if (readState().has("k")) showFromTop(controller.state.k);
  setTimeout(() => signal.aborted || describePairs(controller)); // the page can be used before
}

// By more than their numbers, for those who listen.
function describePairs({ context: { data, words }, grid }: LayerController): void {
  for (let k = 0; k < data.layer.pairs; k++) grid.name(k, namePair(data.measures, k, words));
}

// The browser brings the pair to the top of the window; where it can be seen from the top of the
// page, the page starts there.
function showFromTop(k: number): void {
  scrollTo(0, 0);
  find(HOOKS.pair(k))?.scrollIntoView({ block: "nearest" });
}

// What sticks to the top of the window hides nothing that has the focus.
function measureToolbar(signal: AbortSignal): void {
  const toolbar = find(HOOKS.toolbar);
  if (!toolbar) return;
  const beside = [document.documentElement, ...findAll(HOOKS.panel)];
  const observer = new ResizeObserver(() => {
    const height = `${toolbar.offsetHeight}px`;
    for (const { style } of beside) style.setProperty("--toolbar", height);
  });
  observer.observe(toolbar);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    document.documentElement.style.removeProperty("--toolbar");
  });
}
