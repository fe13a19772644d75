import type { LayerData } from "../../site/layer_data.ts";
import {
  type KernelView,
  listKernelViews,
  type ViewedKernels,
} from "../../site/tile/kernel_view.ts";
import { formatSize } from "../../site/format.ts";
import { encodePath } from "../../site/address.ts";
import { nameKernelValues, nameMapValues, type ValueFiles } from "../../plan/value_files.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { CompareState } from "./compare_state.ts";
import { findSheet, findWhole, type Sheet } from "../tile/tile.ts";
import { findKernelRanges, findMapRanges, type TileRanges } from "../tile/value_range.ts";
import type { ReportFiles } from "../files/report_files.ts";

/** Kernels or maps of one side: their picture, its ranges, and their numbers. */
export interface ComparedTiles {
  /** How many there are. */
  readonly count: number;
  readonly sheet: Sheet;
  /** How kernels are shown; null for maps. */
  readonly viewed: ViewedKernels | null;
  /** What stands for each in the grids: all of it, or the strongest slices of a kernel. */
  readonly overview: Sheet;
  /** The range of what stands for pair k, and its place in the sheet. */
  readonly ranges: TileRanges;
  readonly at: (k: number) => number;
  /** The dims of the numbers of one tile. */
  readonly dims: readonly number[];
  /** The size in words, such as `11 × 11 × 3`. */
  readonly size: string;
  /** Loads the numbers of pair k; null where the report leaves them out. */
  readonly load: ((k: number) => Promise<Tile>) | null;
  /** How many bytes the files of the numbers of all tiles have. */
  readonly bytes: number;
}

/** One side of the comparison. */
export interface ComparedSide {
  readonly name: "a" | "b";
  readonly data: LayerData;
  readonly image: string;
  readonly stage: CompareState["stage"];
  /** The names of the channels that its kernels read of the photo; none where they read maps. */
  readonly channels: readonly string[];
  /** In the view that is shown; null where they are not drawn. */
  readonly kernels: ComparedTiles | null;
  /** The kernels in each of their views, the first choice first. */
  readonly views: ReadonlyMap<KernelView, ComparedTiles>;
  /** Null where they are not drawn on this photo. */
  readonly maps: ComparedTiles | null;
}

/** Gathers what one side of the comparison shows; `root` leads to the report's folder. */
export function gatherSide(
  name: "a" | "b",
  data: LayerData,
  { files, root, image, stage, channels }:
    & Pick<ComparedSide, "image" | "stage" | "channels">
    & Omit<Place, "folder">,
): ComparedSide {
  const folder = `${data.model.id}/${data.layer.id}`;
  const place = { files, root, folder };
  const views = new Map(
    listKernelViews(data.layer).map((viewed) => [viewed.view, gatherKernels(data, viewed, place)]),
  );
  const [first = null] = views.values();
  return {
    ...{ name, data, image, stage, channels },
    kernels: first,
    views,
    maps: gatherMaps(data, { ...place, image, stage }),
  };
}

/** Whether there are maps of a photo behind what follows the convolution. */
export function isFollowed({ layer }: LayerData, image: string): boolean {
  return layer.maps.some((maps) => maps.image === image && maps.activated !== null);
}

interface Place {
  readonly files: ReportFiles;
  readonly root: string;
  readonly folder: string;
}

function gatherKernels(
  data: LayerData,
  viewed: ViewedKernels,
  { files, root, folder }: Place,
): ComparedTiles {
  const { layer } = data;
  const { values } = layer;
  const { view, picture, readable } = viewed;
  const place = `${root}${encodePath(folder)}/`;
  const overview = findSheet(files, picture, place);
  return {
    count: layer.outChannels,
    sheet: readable ? findWhole(files, layer, place)! : overview,
    viewed,
    overview,
    ranges: findKernelRanges(data, view),
    at: (k) => k,
    dims: values?.dims.slice(1) ?? [layer.inChannels / layer.group, ...layer.kernelShape],
    size: formatSize(...layer.kernelShape, layer.inChannels / layer.group),
    load: values && ((k) => files.loadTile({ root, folder: nameKernelValues(folder), values }, k)),
    bytes: values?.bytes ?? 0,
  };
}

function gatherMaps(
  data: LayerData,
  { files, root, folder, image, stage }: Place & Pick<ComparedSide, "image" | "stage">,
): ComparedTiles | null {
  const maps = data.layer.maps.find((each) => each.image === image);
  if (!maps) return null;
  const { values, activatedValues, space } = maps;
  const load = (kind: "maps" | "activated", from: ValueFiles) => (k: number) =>
    files.loadTile({ root, folder: nameMapValues(folder, kind, image), values: from }, k);
  const before = values && load("maps", values);
  const after = activatedValues
    ? load("activated", activatedValues)
    : before && ((k: number) => before(k).then(rectifyTile));
  const picture = stage === "after" ? maps.activated! : maps.picture;
  const sheet = findSheet(files, picture, `${root}${encodePath(folder)}/`);
  return {
    count: data.layer.pairs,
    sheet,
    viewed: null,
    overview: sheet,
    ranges: findMapRanges(data, image, stage),
    at: (k) => k,
    dims: space,
    size: formatSize(...space),
    load: stage === "after" ? after : before,
    bytes: values?.bytes ?? 0,
  };
}
