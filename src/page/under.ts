import { encodePath } from "../html/address.ts";
import { formatNumber, formatShare } from "../html/format.ts";
import { findPicture } from "../html/sprite.ts";
import { formatMeasure, listMeasureColumns, type MeasureColumn } from "../html/measure_columns.ts";
import { create, createSvg, find, findAll, tell } from "./dom.ts";
import { namePage } from "../words/language.ts";
import { nameLook } from "./colour_map.ts";
import { watchNear } from "./near.ts";
import { findWords } from "./language.ts";
import { findKernelSheet, findMaps, findPhoto, type PanelContext } from "./panel_context.ts";
import { showPatch } from "./patch.ts";
import { projectCells } from "./probe.ts";
import { fitSide, type Sheet, showTile } from "./tile.ts";
import { findTarget, findVeil } from "./value_range.ts";
import type { ViewState } from "./view_state.ts";

/** What stands under the grids: the numbers of a pair, and what it goes together with. */
export interface Under {
  show(k: number, state: ViewState): void;
}

/** Takes hold of the place under the grids. */
export function openUnder(context: PanelContext): Under {
  const place = find("[data-under]");
  let strips: ReturnType<typeof openStrips> | null = null;
  let isNear = false;
  let due = (): void => {};
  const show = (k: number, state: ViewState): void => {
    strips ??= openStrips(context);
    for (const strip of strips) strip(k);
    showPhotos(context, k, state);
    showNeighbours(context, k, state);
    showCircuit(context, k, state);
    showExciting(context, k);
    showViews(context, k);
  };
  if (place) {
    watchNear(place, context.signal, (near) => {
      isNear = near;
      if (near) due();
      if (near) due = () => {};
    });
  }
  return {
    show: (k, state) => {
      if (isNear) show(k, state);
      else due = () => show(k, state);
    },
  };
}

// All values as ticks, drawn once; the pair's own as a thick one.
function openStrips({ data, words }: PanelContext): readonly ((k: number) => void)[] {
  const columns = new Map(listMeasureColumns(data.measures).map((column) => [column.id, column]));
  return findAll("[data-measure]").flatMap((row) => {
    const column = columns.get(row.dataset.measure!);
    if (!column) return [];
    const place = placeValues(column);
    const ranks = rankValues(column.values);
    const marks = column.values.flatMap((value) => value === null ? [] : [place(value)]);
    const ticks = [...new Set(marks.map((x) => x.toFixed(1)))]; // those that fall together once
    find<SVGPathElement>("path", row)!.setAttribute("d", ticks.map((x) => `M${x} 5v9`).join(""));
    const line = find<SVGLineElement>("line", row)!;
    const [value, rank] = [find(".v", row)!, find(".r", row)!];
    const all = String(marks.length);
    return [(k: number) => {
      const own = column.values[k] ?? null;
      line.toggleAttribute("hidden", own === null);
      value.textContent = own === null ? "–" : formatMeasure(column, own);
      rank.textContent = own === null
        ? ""
        : words.panel.place(words.panel.ordinal(ranks.get(own)!), all);
      if (own === null) return;
      line.setAttribute("x1", place(own).toFixed(1));
      line.setAttribute("x2", place(own).toFixed(1));
    }];
  });
}

const WIDTH = 196;
const MARGIN = 2;

// Gains and norms spread over decades.
const LOGARITHMIC = new Set(["norm", "dcGain", "lumaGain"]);
const LEAST_SHARE = 1e-4;

function placeValues({ id, values }: MeasureColumn): (value: number) => number {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const log = LOGARITHMIC.has(id) && most > 0;
  const scale = (value: number) => log ? Math.log(Math.max(value, most * LEAST_SHARE)) : value;
  const low = scale(known.reduce((a, b) => Math.min(a, b), Infinity));
  const span = scale(most) - low;
  return (value) => MARGIN + (span > 0 ? WIDTH * (scale(value) - low) / span : WIDTH / 2);
}

// The largest is the first; equal values share a place.
function rankValues(values: MeasureColumn["values"]): ReadonlyMap<number, number> {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!ranks.has(value)) ranks.set(value, i + 1);
  });
  return ranks;
}

const THUMB = fitSide(82);
const SMALL = fitSide(55);

function showPhotos(context: PanelContext, k: number, state: ViewState): void {
  const { data } = context;
  for (const button of findAll('[data-row="photos"] button')) {
    const id = button.dataset.photoId!;
    const maps = findMaps(data, id);
    const after = state.stage === "after" ? maps.activated : null;
    const tile = find("i", button)!;
    showTile(tile, { picture: after ?? maps.picture, folder: "" }, k, THUMB);
    paintMap(context, tile, { k, image: id, state, stage: after ? "after" : "before" });
    const columns = data.measures?.maps.find((each) => each.image === id);
    const kept = columns?.channels.keepsPicture[k] ?? null;
    find(".cap > span", button)!.textContent = kept === null ? "" : formatShare(kept);
    if (id === state.image) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

interface Painted {
  readonly k: number;
  readonly image: string;
  readonly stage: "before" | "after";
  readonly state: ViewState;
}

function paintMap(
  { mapRanges }: PanelContext,
  tile: HTMLElement,
  { k, image, stage, state: { map } }: Painted,
): void {
  const own = mapRanges(image, stage)[k];
  tile.style.setProperty(
    "--veil",
    own ? findVeil(own, findTarget(own, { shared: null, map })) : "",
  );
  tile.style.setProperty("--look", nameLook(map));
}

function showNeighbours({ data, words }: PanelContext, k: number, { map }: ViewState): void {
  const neighbours = data.measures?.neighbours ?? null;
  const sheet = findKernelSheet(data);
  if (!neighbours || !sheet) return;
  const coloured = sheet.picture.kind === "kernels" && data.layer.inChannels === 3;
  for (const side of ["nearest", "opposite"] as const) {
    const { kernel, cosine } = neighbours[side];
    const items = (kernel[k] ?? []).map((other, i) => {
      const tile = create("i");
      showTile(tile, sheet, other, SMALL);
      tile.style.setProperty("--look", coloured ? "none" : nameLook(map));
      const value = formatShare(cosine[k]![i]!);
      const pair = words.panel.pair(String(other));
      const label = `${pair}, ${value}`;
      return create(
        "li",
        {},
        create(
          "a",
          { href: `#k=${other}`, title: label },
          tile,
          create("span", { class: "vh" }, pair),
          create(
            "span",
            { class: "cap" },
            create("b", { "aria-hidden": "true" }, String(other)),
            ` ${value}`,
          ),
        ),
      );
    });
    find(`[data-row="${side}"]`)?.replaceChildren(
      ...items.length > 0 ? items : [create("li", { class: "cap" }, "–")],
    );
  }
}

const SLICE = fitSide(40);
const INPUT = fitSide(55);

function showCircuit(
  { data, words: { panel }, mapRanges: _ }: PanelContext,
  k: number,
  state: ViewState,
): void {
  const table = find('[data-row="circuit"] tbody');
  const slices = findPicture(data.layer, "slices");
  const photo = findPhoto(data, state.image);
  if (!table || !slices || !photo) return;
  const circuit = data.measures?.maps.find((maps) => maps.image === photo.id)?.circuit ?? null;
  const { inChannels, outChannels, group } = data.layer;
  const count = inChannels / group;
  const first = Math.floor(k / (outChannels / group)) * count;
  const inputs = circuit?.input[k] ?? [];
  const shares = circuit?.share[k] ?? [];
  const read = findMaps(data, photo.id).inputs;
  tell("circuit-head", panel.circuit(photo.name));
  table.replaceChildren(...inputs.map((input, i) => {
    const share = shares[i]!;
    return create(
      "tr",
      {},
      create(
        "td",
        {},
        ...read ? [makeTile({ picture: read, folder: "" }, input, INPUT, "none")] : [],
        nameInput(data, input, photo.id),
      ),
      create(
        "td",
        {},
        makeTile(
          { picture: slices, folder: "" },
          k * count + input - first,
          SLICE,
          nameLook(state.map),
        ),
      ),
      create("td", {}, formatPercent(share), drawShare(share)),
    );
  }));
  const total = shares.reduce((sum, share) => sum + share, 0);
  tell(
    "circuit-rest",
    inputs.length === 0
      ? ""
      : panel.circuitRest(String(inputs.length), String(count), formatPercent(total)),
  );
}

function makeTile(
  sheet: Sheet,
  k: number,
  fit: ReturnType<typeof fitSide>,
  look: string,
): HTMLElement {
  const tile = create("i");
  showTile(tile, sheet, k, fit);
  tile.style.setProperty("--look", look);
  return tile;
}

// Leads to the kernel that makes the map, where one does.
function nameInput(
  { layer: { source } }: PanelContext["data"],
  input: number,
  image: string,
): Node {
  if (source === null) return document.createTextNode(String(input));
  const page = namePage(findWords().language);
  const state = new URLSearchParams({ k: String(input), image });
  return create("a", { href: `../${encodePath(source)}/${page}#${state}` }, String(input));
}

function formatPercent(share: number): string {
  return `${formatNumber(Math.round(share * 100))}\u202f%`;
}

function drawShare(share: number): SVGElement {
  const width = Math.min(100, Math.abs(share) * 100);
  return createSvg(
    "svg",
    { viewBox: "-25 0 125 5", preserveAspectRatio: "none", "aria-hidden": "true" },
    createSvg("rect", { x: share < 0 ? -Math.min(25, width) : 0, y: 0, width, height: 5 }),
  );
}

function showExciting({ data, words: { panel }, root }: PanelContext, k: number): void {
  const row = find('[data-row="exciting"]');
  const exciting = data.measures?.exciting ?? null;
  if (!row || exciting === null) return;
  row.replaceChildren(...(exciting.image[k] ?? []).flatMap((image, i) => {
    const photo = data.photos.find(({ id }) => id === image);
    const projection = projectCells(data.layer.receptiveField, findMaps(data, image));
    if (!photo?.seen || !projection) return [];
    const cell = { row: exciting.y[k]![i]!, column: exciting.x[k]![i]! };
    const svg = createSvg("svg", { "aria-hidden": "true" });
    showPatch(svg, { root, photo, box: projection.field(cell) });
    const label = panel.excitingAt(
      photo.name,
      String(cell.row),
      String(cell.column),
      formatNumber(exciting.value[k]![i]!),
    );
    const button = create("button", {
      type: "button",
      "data-photo-id": image,
      "aria-label": label,
      title: label,
    });
    button.append(svg);
    return [create("li", {}, button)];
  }));
}

const VIEW = fitSide(165);

function showViews({ data: { layer } }: PanelContext, k: number): void {
  const views = [["projection", layer.projections], ["effective", layer.effective]] as const;
  for (const [name, view] of views) {
    const tile = find(`[data-tile="${name}"]`);
    if (tile && view?.picture) showTile(tile, { picture: view.picture, folder: "" }, k, VIEW);
  }
}
