import type { LayerData } from "../../site/layer_data.ts";
import {
  type KernelView,
  listKernelViews,
  type ViewedKernels,
} from "../../site/tile/kernel_view.ts";
import { formatSize } from "../../site/format.ts";
import { encodePath } from "../../site/address.ts";
import { type ComparedTiles, orderTiles } from "./compared_tiles.ts";
import type { TwinOrder } from "./twin.ts";
import type { CompareState } from "./compare_state.ts";
import { findSheet, findWhole } from "../tile/tile.ts";
import { findKernelRanges, findMapRanges } from "../tile/value_range.ts";
import { loadKernel, openMapValues } from "../files/layer_values.ts";
import type { ReportFiles } from "../files/report_files.ts";

/** One side of the comparison. */
export interface ComparedSide {
  readonly name: "a" | "b";
  readonly data: LayerData;
  readonly image: string;
  readonly stage: CompareState["stage"];
  /** The names of the channels that its kernels read of the photo; none where they read maps. */
  readonly channels: readonly string[];
  /** Whether it is not known which inputs of its kernels go with those of the other side. */
  readonly unpaired: boolean;
  /** In the view that is shown; null where they are not drawn. */
  readonly kernels: ComparedTiles | null;
  /** The kernels in each of their views, the first choice first. */
  readonly views: ReadonlyMap<KernelView, ComparedTiles>;
  /** Null where they are not drawn on this photo. */
  readonly maps: ComparedTiles | null;
}

/** Names the layer that a side shows, and its model. */
export function nameComparedSide({ data: { model, layer } }: Pick<ComparedSide, "data">): string {
  return `${layer.name} · ${model.name}`;
}

/** Gathers what one side of the comparison shows; `root` leads to the report's folder. */
export function gatherSide(
  name: "a" | "b",
  data: LayerData,
  { files, root, image, stage, channels, order }:
    & Pick<ComparedSide, "image" | "stage" | "channels">
    & Omit<Place, "folder">
    & { readonly order: TwinOrder | null },
): ComparedSide {
  const folder = `${data.model.id}/${data.layer.id}`;
  const place = { files, root, folder };
  const arrange = (tiles: ComparedTiles): ComparedTiles =>
    order === null ? tiles : orderTiles(tiles, order);
  const views = new Map(
    listKernelViews(data.layer).map((viewed) => {
      return [viewed.view, arrange(gatherKernels(data, viewed, place))];
    }),
  );
  const [first = null] = views.values();
  const maps = gatherMaps(data, { ...place, image, stage });
  return {
    ...{ name, data, image, stage, channels },
    unpaired: order?.unpaired ?? false,
    kernels: first,
    views,
    maps: maps && arrange(maps),
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
    load: values && ((k) => loadKernel({ data, files, root }, values, k)),
    bytes: values?.bytes ?? 0,
  };
}

function gatherMaps(
  data: LayerData,
  { files, root, folder, image, stage }: Place & Pick<ComparedSide, "image" | "stage">,
): ComparedTiles | null {
  const maps = data.layer.maps.find((each) => each.image === image);
  if (!maps) return null;
  const { values, space } = maps;
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
    load: openMapValues({ data, files, root }, maps, stage),
    bytes: values?.bytes ?? 0,
  };
}
