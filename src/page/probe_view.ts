import { encodePath } from "../html/address.ts";
import { formatNumber } from "../html/format.ts";
import type { PhotoData } from "../html/layer_data.ts";
import { nameMapValues } from "../plan/values.ts";
import { rectify } from "../tensor/rectify.ts";
import { find, findAll, tell } from "./dom.ts";
import { formatExact } from "./exact.ts";
import { fileUrl } from "./file_url.ts";
import { findMaps, findPhoto, measureMap, type PanelContext } from "./panel_context.ts";
import { showPatch } from "./patch.ts";
import { type Cell, clamp, findPeak, projectCells, type Projection } from "./probe.ts";
import { loadTile } from "./values.ts";
import type { ViewState } from "./view_state.ts";

/** The probe: one cell of the map, its exact value, and what it reads of the photo. */
export interface Probe {
  show(k: number, state: ViewState, settled: boolean): void;
}

/** What the probe stands on. */
interface Ground {
  readonly k: number;
  readonly photo: PhotoData;
  readonly height: number;
  readonly width: number;
  readonly projection: Projection | null;
}

const SIDE = 165; // CSS pixels, of the photo in the panel

/** Takes hold of the probe of the panel. */
export function openProbe(context: PanelContext): Probe {
  const { data, words: { panel }, signal } = context;
  let ground: Ground | null = null;
  let cell: Cell | null = null;
  let peak: Cell | null = null;
  let values: Values | null = null;
  let problem = "";

  function show(k: number, state: ViewState, settled: boolean): void {
    const photo = findPhoto(data, state.image);
    if (!photo) return;
    const { height, width } = findMaps(data, photo.id);
    ground = {
      k,
      photo,
      height,
      width,
      projection: projectCells(data.layer.receptiveField, { height, width }),
    };
    peak = findKnownPeak(context, ground);
    values = null;
    problem = findMaps(data, photo.id).values === null ? panel.noValues : "";
    showPhoto(context, ground);
    place(peak ?? { row: Math.floor(height / 2), column: Math.floor(width / 2) });
    if (settled && problem === "") void readValues(ground);
  }

  async function readValues(wanted: Ground): Promise<void> {
    try {
      const found = await loadValues(context, wanted);
      if (ground !== wanted) return;
      values = found;
      const known = peak;
      peak = findPeak(found.shown, wanted.width);
      if (cell && (cell === known || known === null) && peak) place(peak);
      else if (cell) place(cell);
    } catch {
      if (ground === wanted) problem = panel.valuesMissing;
      if (ground === wanted && cell) place(cell);
    }
  }

  function place(next: Cell): void {
    if (!ground) return;
    cell = next;
    const isPeak = peak !== null && next.row === peak.row && next.column === peak.column;
    drawCell(ground, next);
    const box = ground.projection?.field(next) ?? null;
    for (const patch of findAll<SVGElement>("[data-patch]")) {
      if (box) showPatch(patch, { root: context.root, photo: ground.photo, box });
    }
    const reading = values && readCell(values, next.row * ground.width + next.column);
    tell(
      "value",
      values ? `= ${formatNumber(values.before[next.row * ground.width + next.column]!)}` : "",
    );
    tell("value-note", isPeak ? panel.strongest.split(";")[0]! : "");
    const row = String(next.row);
    const column = String(next.column);
    const parts = [
      reading
        ? panel.cell(row, column, reading.value) +
          (reading.after === null
            ? ""
            : ` (${panel.behind(data.layer.activation.join(", "), reading.after)})`)
        : panel.cellAlone(row, column),
      ...box
        ? [panel.reads(
          ...[box.top, box.top + box.height - 1, box.left, box.left + box.width - 1].map((at) =>
            formatNumber(Math.round(at))
          ) as [string, string, string, string],
        )]
        : [],
      ...problem === "" ? [] : [problem],
    ];
    const text = parts.join("; ") + (isPeak ? `. ${panel.strongest}` : ".");
    tell("probe", text);
    tell("big-probe", text);
  }

  listen({
    signal,
    size: () => ground,
    point: (next) => place(next),
    say: () => tell("probe-said", find('[data-out="probe"]')?.textContent ?? ""),
    leave: () => peak && place(peak),
    current: () => cell,
  });
  return { show };
}

// The strongest cells of all photos are known without the values.
function findKnownPeak({ data: { measures } }: PanelContext, { k, photo }: Ground): Cell | null {
  const exciting = measures?.exciting ?? null;
  const at = exciting?.image[k]?.indexOf(photo.id) ?? -1;
  return exciting === null || at < 0
    ? null
    : { row: exciting.y[k]![at]!, column: exciting.x[k]![at]! };
}

/** The values of one map: the convolution's own, and those behind what follows. */
interface Values {
  readonly before: Float32Array;
  /** Null where nothing follows. */
  readonly after: Float32Array | null;
  readonly shown: Float32Array;
}

async function loadValues({ data, root }: PanelContext, { k, photo }: Ground): Promise<Values> {
  const maps = findMaps(data, photo.id);
  const folder = `${data.model.id}/${data.layer.id}`;
  const name = (kind: "maps" | "activated") => nameMapValues(folder, kind, photo.id);
  const before = await loadTile({ root, folder: name("maps"), values: maps.values! }, k);
  const after = maps.activatedValues
    ? await loadTile({ root, folder: name("activated"), values: maps.activatedValues }, k)
    : maps.activated
    ? rectify(before)
    : null;
  return { before, after, shown: after?.some((value) => value > 0) ? after : before };
}

function readCell(
  { before, after }: Values,
  i: number,
): { readonly value: string; readonly after: string | null } {
  return { value: formatExact(before[i]!), after: after && formatExact(after[i]!) };
}

function showPhoto({ data, root }: PanelContext, { photo, projection }: Ground): void {
  for (const part of findAll("[data-photo-part]")) part.hidden = photo.seen === null;
  if (!photo.seen) return;
  const { file, width, height } = photo.seen;
  const big = 385;
  for (const image of findAll<HTMLImageElement>("[data-photo]")) {
    const side = image.closest("dialog") ? big : SIDE;
    const zoom = side / Math.max(width, height);
    const src = fileUrl(root + encodePath(file));
    if (image.getAttribute("src") !== src) image.src = src;
    image.width = Math.round(width * zoom);
    image.height = Math.round(height * zoom);
  }
  for (const hair of findAll<SVGElement>(".frame .hair")) {
    hair.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }
  const over = find('[data-tile="over"]');
  if (!over) return;
  const area = projection?.area ?? { left: 0, top: 0, width, height };
  const zoom = SIDE / Math.max(width, height);
  const map = measureMap(data, photo.id);
  over.style.left = `${area.left * zoom}px`;
  over.style.top = `${area.top * zoom}px`;
  over.style.transformOrigin = "0 0";
  over.style.transform = `scale(${area.width * zoom / map.width}, ${
    area.height * zoom / map.height
  })`;
}

function drawCell({ height, width, projection }: Ground, cell: Cell): void {
  for (const hair of findAll<SVGElement>(".mapbox .hair")) {
    hair.setAttribute("viewBox", `0 0 ${width} ${height}`);
    hair.setAttribute("preserveAspectRatio", "none");
    setRectangles(hair, { left: cell.column - .25, top: cell.row - .25, width: 1.5, height: 1.5 });
  }
  for (const hair of findAll<SVGElement>(".frame .hair")) {
    hair.toggleAttribute("hidden", projection === null);
    if (projection) setRectangles(hair, projection.field(cell));
  }
}

function setRectangles(
  svg: SVGElement,
  { left, top, width, height }: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  },
): void {
  for (const rect of findAll<SVGElement>("rect", svg)) {
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
      rect.setAttribute(name, String(value));
    }
  }
}

interface Listening {
  readonly signal: AbortSignal;
  readonly size: () => Ground | null;
  readonly point: (cell: Cell) => void;
  /** Says what the cell holds to those who do not see it; not at every move of a pointer. */
  readonly say: () => void;
  readonly leave: () => void;
  readonly current: () => Cell | null;
}

const LEAP = 5;

function listen({ signal, size, point, say, leave, current }: Listening): void {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  for (const box of findAll("[data-probe]")) {
    box.addEventListener("pointermove", (event) => {
      const ground = size();
      if (!ground) return;
      const { left, top, width, height } = box.getBoundingClientRect();
      const [across, down] = [(event.clientX - left) / width, (event.clientY - top) / height];
      if (box.dataset.probe === "map") {
        const row = clamp(Math.floor(down * ground.height), ground.height);
        return point({ row, column: clamp(Math.floor(across * ground.width), ground.width) });
      }
      const { projection, photo: { seen } } = ground;
      if (projection && seen) point(projection.cellAt(across * seen.width, down * seen.height));
    }, { signal });
    box.addEventListener("pointerleave", () => leave(), { signal });
    box.addEventListener("keydown", (event) => {
      const [ground, cell, move] = [size(), current(), moves[event.key]];
      if (!ground || !cell || !move || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const by = event.shiftKey ? LEAP : 1;
      point({
        row: clamp(cell.row + move[0] * by, ground.height),
        column: clamp(cell.column + move[1] * by, ground.width),
      });
      say();
    }, { signal });
  }
}
