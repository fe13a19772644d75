import type { Picture } from "../../plan/picture.ts";
import type { Report } from "../../report/report.ts";
import { hasSingleCells, type ReportLayer } from "../../report/report_layer.ts";
import { encodePath } from "../../site/address.ts";
import { namePhoto } from "../../site/photo_view.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import type { SiteWords } from "../../words/words.ts";
import { type ThumbView, viewThumb } from "../part/thumb_view.ts";

/** The first kernels of a layer and their maps, small; null where there is no picture of them. */
export interface LayerThumbs {
  readonly kernels: ThumbView | null;
  readonly maps: ThumbView | null;
}

/** Where thumbs stand, and how large they may be. */
export interface LayerThumbOptions {
  /** The way to the layer's folder. */
  readonly folder: string;
  readonly width: number;
  readonly height: number;
}

/** Views the first kernels of a layer, and their maps on the first photo. */
export function viewLayerThumbs(
  layer: ReportLayer,
  { report, words: { overview } }: { readonly report: Report; readonly words: SiteWords },
  { folder, width, height }: LayerThumbOptions,
): LayerThumbs {
  const [first] = layer.maps;
  const photo = first ? namePhoto(report, first.image) : "";
  const thumb = (of: Picture | null, alt: string): ThumbView | null =>
    of && viewThumb(of, { src: folder + encodePath(of.file), alt, width, height });
  return {
    kernels: thumb(findKernelPicture(layer), overview.firstKernelsOf(layer.name)),
    maps: hasSingleCells(layer)
      ? null
      : thumb(first?.picture ?? null, overview.firstMapsOf(layer.name, photo)),
  };
}
