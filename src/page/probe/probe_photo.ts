import { encodePath } from "../../site/address.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { layCrosshair } from "./crosshair.ts";
import { measureMap, type PanelContext } from "../pair/panel_context.ts";
import type { ProbedMap } from "./probed_map.ts";

type Seen = NonNullable<LayerPhoto["seen"]>;

/** Shows the photo of a map, alone and through the map; hides both where it was not kept. */
export function showPhoto(context: PanelContext, map: ProbedMap): void {
  const { seen } = map.photo;
  for (const part of findAll(HOOKS.photoParts)) part.hidden = seen === null;
  if (!seen) return;
  nameParts(context, map);
  for (const image of findAll<HTMLImageElement>(HOOKS.photos)) {
    showImage(context, image, seen);
  }
  for (const crosshair of findAll<SVGElement>(HOOKS.photoCrosshairs)) layCrosshair(crosshair, seen);
  layMap(context, map, seen);
}

// Where its cells do not lie as what they read, a map lies nowhere on the photo; nor on the picture
// of an array of one or three axes.
function nameParts(context: PanelContext, map: ProbedMap): void {
  const { words: { panel, tools } } = context;
  const { photo, projection } = map;
  const isArray = photo.dims !== null;
  const through = find(HOOKS.throughPart);
  if (through) through.hidden = (projection?.area ?? null) === null;
  tell("through", isArray ? panel.arrayThrough : panel.through);
  const [seen, withField] = isArray
    ? [tools.array, panel.arrayWithField]
    : [tools.photo, panel.withField];
  tell("with-field", projection === null ? seen : withField);
}

const SIDE = 165; // CSS pixels, in the panel
const BIG = 385; // in a dialog

function showImage({ files, root }: PanelContext, image: HTMLImageElement, seen: Seen): void {
  const zoom = findZoom(seen, image.closest("dialog") ? BIG : SIDE);
  const src = files.urlOf(root + encodePath(seen.file));
  if (image.getAttribute("src") !== src) image.src = src;
  image.width = Math.round(seen.width * zoom);
  image.height = Math.round(seen.height * zoom);
}

function findZoom({ width, height }: Seen, side: number): number {
  return side / Math.max(width, height);
}

// Where the map lies on the photo; hidden where that is not known.
function layMap({ data }: PanelContext, { photo, projection }: ProbedMap, seen: Seen): void {
  const style = find(HOOKS.tile("over"))?.style;
  const area = projection?.area ?? null;
  if (!style || area === null) return;
  const { left, top, width, height } = area;
  const zoom = findZoom(seen, SIDE);
  const map = measureMap(data, photo.id);
  style.left = `${left * zoom}px`;
  style.top = `${top * zoom}px`;
  style.transformOrigin = "0 0";
  style.transform = `scale(${width * zoom / map.width}, ${height * zoom / map.height})`;
}
