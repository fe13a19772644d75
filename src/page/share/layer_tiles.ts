import { findKernelView } from "../../site/tile/kernel_view.ts";
import { openMapValues } from "../files/layer_values.ts";
import { findMaps, findPhoto, type PanelContext } from "../pair/panel_context.ts";
import { openCanvas } from "../tile/canvas.ts";
import { listStops } from "../tile/colour_stops.ts";
import { findKernelColours } from "../tile/kernel_colours.ts";
import { layoutMap } from "../tile/pixel_layout.ts";
import { findShared, findTarget } from "../tile/value_range.ts";
import type { TileRanges } from "../../site/tile/tile_range.ts";
import type { ColourMap, ViewState } from "../tile/view_state.ts";
import { levelNumbers, levelPicture, type LevelTile, paintLevels } from "./level_tile.ts";
import { readPicture } from "./picture_reader.ts";

/** What tiles are painted of: a layer, and how it is shown. */
export interface PaintedLayer {
  readonly context: PanelContext;
  readonly state: Pick<ViewState, "image" | "stage" | "kernels" | "scale" | "map">;
}

/** What is shared of a layer's page: what it shows, and what it knows. */
export interface SharedLayer extends PaintedLayer {
  readonly state: ViewState;
  /** The same as the end of an address. */
  readonly hash: string;
  /** The pairs that are shown, in their order. */
  readonly shown: readonly number[];
}

/** Paints tile k of a grid; null where it cannot be had. */
export type PaintTile = (k: number) => Promise<HTMLCanvasElement | null>;

/** Opens what paints the kernels as the grid shows them. */
export function openKernelPainter({ context, state }: PaintedLayer): PaintTile {
  const { data: { layer, model } } = context;
  const viewed = findKernelView(layer, state.kernels);
  const path = `${model.id}/${layer.id}/${viewed?.picture.file}`;
  const image = viewed && readPicture({ path, layer }, context);
  const look = { ...state, map: findKernelColours(viewed, state.map) };
  const ranges = context.kernelRanges(state.kernels);
  return async (k) => {
    const read = await image;
    return read && paint(levelPicture(read, viewed!.picture, k), k, { ranges, look });
  };
}

/** Opens what paints the maps as the grid shows them. */
export function openMapPainter({ context, state }: PaintedLayer): PaintTile {
  const ranges = context.mapRanges(state.image, state.stage);
  const load = openMaps(context, state);
  return async (k) => {
    const tile = await load(k);
    return tile && paint(tile, k, { ranges, look: state });
  };
}

function paint(
  tile: LevelTile,
  k: number,
  { ranges, look }: {
    readonly ranges: TileRanges;
    readonly look: Pick<ViewState, "scale"> & { readonly map: ColourMap };
  },
): HTMLCanvasElement {
  const own = ranges[k] ?? null;
  const shared = findShared(ranges, look.scale, look.map);
  const target = own && findTarget(own, { shared, map: look.map });
  const stops = look.map === "grey" ? null : listStops(look.map, false);
  return paintLevels(tile, { own, target, stops });
}

// From their numbers, else from their picture.
function openMaps(
  context: PanelContext,
  { image, stage }: PaintedLayer["state"],
): (k: number) => Promise<LevelTile | null> {
  const { data: { model, layer } } = context;
  const maps = findMaps(context.data, image);
  const ranges = context.mapRanges(image, stage);
  const after = stage === "after" && maps.activated !== null;
  const picture = after ? maps.activated! : maps.picture;
  const path = `${model.id}/${layer.id}/${picture.file}`;
  const loadNumbers = openMapValues(context, maps, after ? "after" : "before");
  const load = async (k: number): Promise<LevelTile | null> => {
    const range = ranges[k] ?? null;
    if (loadNumbers === null || range === null) return null;
    const { numbers } = await loadNumbers(k);
    return levelNumbers(numbers, layoutMap(maps.space), range);
  };
  let read: ReturnType<typeof readPicture> | null = null;
  return async (k) => {
    const tile = await load(k).catch(() => null);
    if (tile) return tile;
    read ??= readPicture({ path, layer }, context);
    const sheet = await read;
    return sheet && levelPicture(sheet, picture, k);
  };
}

/** Paints the photo as the network saw it; null where it was not kept, or cannot be read. */
export async function paintPhoto(
  page: PanelContext,
  id: string,
): Promise<HTMLCanvasElement | null> {
  const seen = findPhoto(page.data, id)?.seen ?? null;
  if (seen === null) return null;
  const image = await readPicture({ path: seen.file, layer: page.data.layer }, page);
  if (image === null) return null;
  const context = openCanvas({ width: image.naturalWidth, height: image.naturalHeight });
  context.drawImage(image, 0, 0);
  return context.canvas;
}
