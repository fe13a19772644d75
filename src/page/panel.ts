import { encodePath } from "../html/address.ts";
import { formatNumber, formatShare } from "../html/format.ts";
import type { LayerData, PhotoData } from "../html/layer_data.ts";
import { findKernelPicture } from "../html/sprite.ts";
import type { Words } from "../words/words.ts";
import { create, createSvg, find, findAll, tell } from "./dom.ts";
import { fileUrl } from "./file_url.ts";
import type { PairFacts } from "./pair_facts.ts";
import { openProbe } from "./probe_view.ts";
import { fitSide, measureTile, type Sheet, showTile } from "./tile.ts";
import { findTarget, findVeil, type TileRanges } from "./value_range.ts";
import { nameLook } from "./colour_map.ts";
import type { Look } from "./grid.ts";
import type { ViewState } from "./view_state.ts";
import { openWeights } from "./weights.ts";

/** What every part of the panel knows. */
export interface PanelContext {
  readonly data: LayerData;
  readonly facts: PairFacts;
  readonly words: Words;
  /** The way to the report's folder. */
  readonly root: string;
  /** What the grey levels of the tiles stand for. */
  readonly kernelRanges: TileRanges;
  readonly mapRanges: (image: string, stage: "before" | "after") => TileRanges;
  readonly signal: AbortSignal;
}

/** The panel of one pair. */
export interface Panel {
  /** Shows a pair: for good, or while the pointer is on it. */
  show(k: number, state: ViewState, settled: boolean): void;
}

/** Takes hold of the panel of the page. */
export function openPanel(context: PanelContext): Panel {
  const { data, words } = context;
  const probe = openProbe(context);
  const weights = openWeights(context);
  return {
    show: (k, state, settled) => {
      tell("title", words.panel.pair(String(k)));
      tellClass(context, k);
      tellFlags(context, k, state);
      showKernel(context, k, state);
      weights.show(k);
      const photo = findPhoto(data, state.image);
      if (photo) showMaps(context, k, { photo, state });
      tell("stage", describePair(context, k, photo));
      probe.show(k, state, settled);
    },
  };
}

/** Finds the maps of a photo. */
export function findMaps({ layer }: LayerData, image: string): LayerData["layer"]["maps"][number] {
  return layer.maps.find((maps) => maps.image === image) ?? layer.maps[0]!;
}

/** Finds a photo of the layer; null where there is none. */
export function findPhoto({ photos }: LayerData, image: string): PhotoData | null {
  return photos.find(({ id }) => id === image) ?? photos[0] ?? null;
}

function tellClass({ facts, data, words }: PanelContext, k: number): void {
  const place = find('[data-out="class"]');
  const kind = facts.kinds?.[k];
  if (!place || kind === undefined) return;
  const sure = data.measures?.kernels?.confidence[k] ?? null;
  const mark = find(`.chip input[value="${kind}"]`)?.parentElement?.querySelector(".mark");
  place.replaceChildren(
    ...mark ? [mark.cloneNode(true)] : [],
    nameKind(words, kind),
    ...sure === null
      ? []
      : [create("span", { class: "muted" }, words.panel.sure(formatShare(sure)))],
  );
}

/** Names a class of kernels in the language of the page. */
export function nameKind({ kind: { names } }: Words, kind: string): string {
  return names[kind as keyof typeof names] ?? kind;
}

function describePair({ facts, words }: PanelContext, k: number, photo: PhotoData | null): string {
  const kind = facts.kinds?.[k];
  return [
    words.panel.pair(String(k)),
    ...kind === undefined ? [] : [nameKind(words, kind)],
    ...photo === null ? [] : [photo.name],
  ].join(" · ");
}

function tellFlags({ data, facts, words }: PanelContext, k: number, { image }: ViewState): void {
  const place = find('[data-out="flags"]');
  if (!place) return;
  const { flags } = words.panel;
  const kernels = data.measures?.kernels ?? null;
  const condition = data.measures?.condition ?? null;
  const [twin, anti] = [kernels?.duplicateOf[k] ?? null, kernels?.antiPairOf[k] ?? null];
  const cosine = (other: number): string =>
    kernels?.nearest[k] === other ? ` (${formatShare(kernels.similarity[k]!)})` : "";
  const broken = data.measures?.maps.find((maps) => maps.image === image)?.channels.nonFinite[k];
  const items = [
    ...facts.kinds?.[k] === "dead" ? [flags.deadKernel] : [],
    ...kernels?.nonFinite[k] ? [flags.nonFiniteWeights(String(kernels.nonFinite[k]))] : [],
    ...twin === null ? [] : [flags.duplicate(String(twin), cosine(twin))],
    ...anti === null ? [] : [flags.opposite(String(anti), cosine(anti))],
    ...condition?.dead.includes(k) ? [flags.deadMap(data.layer.activation.join(", "))] : [],
    ...condition?.constant.includes(k) ? [flags.constantMap] : [],
    ...broken
      ? [flags.nonFiniteHere(String(broken))]
      : condition?.nonFinite.includes(k)
      ? [flags.nonFinite]
      : [],
  ];
  place.replaceChildren(...items.map((text) => create("li", {}, text)));
}

const KERNEL = fitSide(110);
const CHANNEL = fitSide(55);
const MAP = fitSide(165);
const PEEK = fitSide(44);
const BIG = fitSide(385);

/** The sheet that holds the kernels; null where they are not drawn. */
export function findKernelSheet({ layer }: LayerData): Sheet | null {
  const picture = findKernelPicture(layer);
  return picture && { picture, folder: "" };
}

function showKernel(context: PanelContext, k: number, state: ViewState): void {
  const { data, kernelRanges } = context;
  const sheet = findKernelSheet(data);
  if (!sheet) return;
  const coloured = sheet.picture.kind === "kernels" && data.layer.inChannels === 3;
  for (
    const [name, fit] of [["kernel", KERNEL], ["peek-kernel", PEEK], ["big-kernel", BIG]] as const
  ) {
    const tile = find(`[data-tile="${name}"]`);
    if (!tile) continue;
    showTile(tile, sheet, k, fit);
    tile.style.setProperty("--look", coloured ? "none" : nameLook(state.map));
  }
  const range = kernelRanges[k];
  for (const tile of findAll('[data-tile="channel"]')) {
    showTile(tile, sheet, k, CHANNEL);
    tile.style.setProperty("--look", `url("#look-channel-${tile.dataset.channel}")`);
    if (range) tile.style.setProperty("--veil", findVeil(range, findTarget(range, SIGNED)));
  }
}

const SIGNED = { shared: null, map: "signed" } as const;

/** Says between which values a tile lies. */
export function tellRange({ panel }: Words, low: number | null, high: number | null): string {
  if (low === null || high === null) return "";
  return low === high
    ? panel.flat(formatNumber(low))
    : panel.range(formatNumber(low), formatNumber(high));
}

function showMaps(
  context: PanelContext,
  k: number,
  { photo, state }: { readonly photo: PhotoData; readonly state: ViewState },
): void {
  const { data, words } = context;
  const maps = findMaps(data, photo.id);
  const columns = data.measures?.maps.find((each) => each.image === photo.id) ?? null;
  const before = { picture: maps.picture, folder: "" };
  const after = maps.activated && { picture: maps.activated, folder: "" };
  const shown = state.stage === "after" && after ? after : before;
  const stage = shown === after ? "after" : "before";
  const look = { scale: state.scale, map: state.map };
  showMap(context, { name: "before", sheet: before, stage: "before", fit: MAP, k, photo, look });
  if (after) {
    showMap(context, { name: "after", sheet: after, stage: "after", fit: MAP, k, photo, look });
  }
  showMap(context, { name: "peek-map", sheet: shown, stage, fit: PEEK, k, photo, look });
  showMap(context, { name: "big-map", sheet: shown, stage, fit: BIG, k, photo, look });
  tell(
    "range-before",
    tellRange(words, columns?.channels.min[k] ?? null, columns?.channels.max[k] ?? null),
  );
  tell(
    "range-after",
    tellRange(words, columns?.activated?.min[k] ?? null, columns?.activated?.max[k] ?? null),
  );
  const over = find('[data-tile="over"]');
  if (over) showTile(over, after ?? before, k, MAP);
}

interface ShownMap {
  /** The name of the tile's place in the panel. */
  readonly name: string;
  readonly sheet: Sheet;
  readonly stage: "before" | "after";
  readonly fit: ReturnType<typeof fitSide>;
  readonly k: number;
  readonly photo: PhotoData;
  readonly look: Look;
}

function showMap({ mapRanges }: PanelContext, shown: ShownMap): void {
  const { name, sheet, stage, fit, k, photo, look: { map } } = shown;
  const tile = find(`[data-tile="${name}"]`);
  if (!tile) return;
  showTile(tile, sheet, k, fit);
  const own = mapRanges(photo.id, stage)[k];
  tile.style.setProperty(
    "--veil",
    own ? findVeil(own, findTarget(own, { shared: null, map })) : "",
  );
  tile.style.setProperty("--look", nameLook(map));
}

/** Shows a part of a photo in an SVG; nothing where the photo was not kept. */
export function showPatch(
  svg: SVGElement,
  { root, photo, box }: {
    readonly root: string;
    readonly photo: PhotoData;
    readonly box: {
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };
  },
): void {
  if (!photo.seen) return svg.replaceChildren();
  const { file, width, height } = photo.seen;
  svg.setAttribute("viewBox", `${box.left} ${box.top} ${box.width} ${box.height}`);
  const href = fileUrl(root + encodePath(file));
  const image = find<SVGImageElement>("image", svg);
  if (image?.getAttribute("href") === href) return;
  svg.replaceChildren(createSvg("image", { href, width, height }));
}

/** How large the maps of a photo stand in the panel, in CSS pixels. */
export function measureMap(data: LayerData, image: string): ReturnType<typeof measureTile> {
  return measureTile(findMaps(data, image).picture, MAP);
}
