import type { Caption, Tools } from "../effects.ts";
import { findKind, type PictureKind } from "../plan/picture_kind.ts";
import type { PaintOptions } from "../raster/paint.ts";
import { paintPreview } from "../raster/preview.ts";
import type { Raster } from "../raster/raster.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import type { MadeFile } from "./made_file.ts";

/** A picture that stands for the page of a layer: its first kernels beside their maps. */
export interface Preview {
  /** Its file, relative to the report's folder. */
  readonly path: string;
  readonly caption: Caption;
  /** The kernels, and how they are painted; null where they are not drawn. */
  readonly kernels: { readonly kind: PictureKind; readonly weights: Tensor } | null;
  readonly options: PaintOptions;
}

// What can be told apart at the size at which chats show it.
const MOST = 36;

// A third of the file that all would take: it is to be recognised.
const COLOURS = 64;

/** Draws the picture that stands for the page of a layer. */
export async function drawPreview(
  { path, caption, kernels, options }: Preview,
  maps: Tensor,
  { images }: Pick<Tools, "images">,
): Promise<MadeFile> {
  const tiles = [
    ...kernels === null ? [] : [paintFirst(kernels.kind, kernels.weights, options)],
    paintFirst("maps", maps, options),
  ];
  const bytes = await images.encodePng(paintPreview(tiles), caption, { colours: COLOURS });
  return { path, bytes };
}

function paintFirst(kind: PictureKind, { data, dims }: Tensor, options: PaintOptions): Raster {
  const [all = 0, ...tile] = dims;
  const count = Math.min(MOST, all);
  const first = { data: data.subarray(0, count * countElements(tile)), dims: [count, ...tile] };
  const nrow = Math.ceil(Math.sqrt(count));
  return findKind(kind).paint(first, { ...options, nrow, padding: 2, padValue: 1 });
}
