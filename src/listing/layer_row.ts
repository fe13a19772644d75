import { DEFAULT_GRID } from "../config/config.ts";
import { countPositions } from "../config/selector/selectable_layer.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { findHeavyDense } from "../onnx/layer/heavy_dense.ts";
import type { FoundField } from "../onnx/field/receptive_field.ts";
import { labelField } from "./field_label.ts";
import { type Picture, planKernelPictures, planPictures } from "../plan/picture.ts";
import { explainReason } from "../reason/error.ts";

/** What can be said of a layer before anything is run. */
export interface LayerRow {
  /**
   * Its place among the model's convolutions: the selector `#0` and so on; null for a fully connected
   * layer, which is chosen by its name or its operator.
   */
  readonly index: number | null;
  readonly name: string;
  readonly op: string;
  /** The dims of its kernels, [outChannels, inChannels / group, …kernelShape]; null where unknown. */
  readonly kernels: readonly number[] | null;
  readonly group: number | null;
  /** How the file stores the weights; null where they are computed. */
  readonly stored: string | null;
  /** The dims of its maps on one photo, [channels, height, width]; null where unknown. */
  readonly maps: readonly number[] | null;
  /**
   * The size of what one cell of a map reads of the photo, in pixels; null where unknown, or where
   * cells read unlike much.
   */
  readonly receptiveField: readonly number[] | null;
  /** The same for people, such as `51 x 51` or `whole photo`; null where the size is open. */
  readonly field: string | null;
  /** How many pairs of a kernel and a map it gives; null where unknown. */
  readonly pairs: number | null;
  /**
   * The bytes of its pictures before compression, for one photo, in grids as they are by default;
   * null where unknown.
   */
  readonly bytes: number | null;
  readonly badges: readonly string[];
  /** Whether it is drawn where no selector names it. */
  readonly unasked: boolean;
  /** Why its kernels or maps are not drawn; empty where they are. */
  readonly missing: string;
}

/** What is known of a layer's maps before anything is run; null where it depends on the photo. */
export interface RowField {
  readonly field: FoundField | null;
  readonly cells: readonly number[] | null;
}

/** Lists the layers of a model as rows. */
export function listLayers(
  layers: readonly ConvLayer[],
  fieldOf: (layer: ConvLayer) => RowField,
): LayerRow[] {
  const heavy = findHeavyDense(layers).layers;
  const positions = countPositions(
    layers.map(({ dense, ...own }) => ({ ...own, counted: !dense })),
  );
  return layers.map((layer, i) => {
    const { field, cells } = fieldOf(layer);
    const channels = layer.shape?.outChannels ?? null;
    const maps = channels !== null && cells !== null ? [channels, ...cells] : null;
    return {
      index: positions[i] ?? null,
      name: layer.name,
      op: layer.op,
      kernels: layer.kernels?.dims ?? null,
      group: layer.shape?.group ?? null,
      stored: layer.kernels && describeStorage(layer.kernels),
      maps,
      receptiveField: field !== null && "line" in field ? field.line?.size ?? null : null,
      field: field && labelField(field),
      pairs: channels,
      bytes: maps && countBytes(layer, maps),
      badges: layer.badges,
      unasked: !heavy.includes(layer),
      missing: explainMissing(layer),
    };
  });
}

function describeStorage({ stored, quantized }: NonNullable<ConvLayer["kernels"]>): string {
  return quantized ? `${stored} with a scale` : stored;
}

function countBytes(layer: ConvLayer, maps: readonly number[]): number {
  const made = { dims: maps };
  const sources = { maps: made, activated: layer.chain && made }; // what it reads is another's
  const pictures = [
    ...planKernelPictures(layer, DEFAULT_GRID),
    ...planPictures(sources, { grid: DEFAULT_GRID }).map(({ picture }) => picture),
  ];
  return pictures.reduce((sum, picture) => sum + bytesOf(picture, layer), 0);
}

function bytesOf({ kind, width, height }: Picture, { shape }: ConvLayer): number {
  return width * height * (kind === "kernels" && shape?.inChannels === 3 ? 3 : 1);
}

function explainMissing({ kernelsMissing, mapsMissing }: ConvLayer): string {
  const [kernels, maps] = [kernelsMissing, mapsMissing].map((each) => each && explainReason(each));
  if (kernels === maps) return kernels ? `not drawn: ${kernels}` : "";
  return [
    kernels && `kernels not drawn: ${kernels}`,
    maps && `maps not drawn: ${maps}`,
  ].filter(Boolean).join("; ");
}
