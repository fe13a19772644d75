import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { encodePath } from "../../site/address.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { namePhoto } from "../../site/photo_view.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { type ThumbView, viewThumb } from "../part/thumb_view.ts";

/** A photo, the kernels of a first layer, and their maps. */
export interface TrioView {
  readonly href: string;
  readonly photo: CaptionedView | null;
  readonly kernels: CaptionedView;
  readonly maps: CaptionedView;
}

/** A picture with its caption. */
export interface CaptionedView {
  readonly thumb: ThumbView;
  readonly caption: string;
}

const SIDE = 212; // 106 × 2: eight kernels of 11 pixels with gaps of 2

/** Views the trio of the first layer that has kernels and maps; null where none has. */
export function viewTrio(report: Report, words: SiteWords): TrioView | null {
  for (const model of report.models) {
    const layer = model.layers.find((each) => findKernelPicture(each) && each.maps.length > 0);
    if (layer) return viewLayerTrio({ report, model, layer, words });
  }
  return null;
}

function viewLayerTrio(
  { report, model, layer, words: { language, overview } }: Omit<LayerSubject, "measures">,
): TrioView {
  const folder = `${encodePath(model.id, layer.id)}/`;
  const { image, picture } = layer.maps[0]!;
  const kernels = findKernelPicture(layer)!;
  const photo = namePhoto(report, image);
  const size = { width: SIDE, height: SIDE };
  const thumb = (of: typeof picture, alt: string): ThumbView =>
    viewThumb(of, { src: folder + encodePath(of.file), alt, ...size });
  return {
    href: folder + namePage(language),
    photo: viewPhoto(model, image, {
      name: photo,
      caption: overview.photoSeenBy(photo, model.name),
    }),
    kernels: {
      thumb: thumb(kernels, overview.kernelsOf(layer.name)),
      caption: overview.kernelsCounted(layer.pairs, layer.name),
    },
    maps: {
      thumb: thumb(picture, overview.mapsOf(layer.name, photo)),
      caption: overview.mapsCounted(layer.pairs),
    },
  };
}

function viewPhoto(
  model: ReportModel,
  image: string,
  { name, caption }: { readonly name: string; readonly caption: string },
): CaptionedView | null {
  const input = model.inputs.find((each) => each.image === image);
  if (!input) return null;
  const src = encodePath(input.file);
  const width = Math.max(1, Math.round(SIDE * Math.min(1.5, input.width / input.height)));
  return { thumb: { src, alt: name, width, height: SIDE, soft: true }, caption };
}
