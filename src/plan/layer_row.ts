import type { ConvLayer } from "../onnx/conv_layer.ts";

/** What can be said of a layer before anything is run. */
export interface LayerRow {
  /** Its place among the model's convolutions: the selector `#0` and so on. */
  readonly index: number;
  readonly name: string;
  readonly op: string;
  /** The dims of its weights; null where they are not known. */
  readonly weights: readonly number[] | null;
  readonly group: number | null;
  /** How the file stores the weights. */
  readonly dtype: string | null;
  readonly receptiveField: readonly number[] | null;
  /** How many pairs of a kernel and a map it gives. */
  readonly pairs: number | null;
  /** Why its kernels or maps are not drawn; empty where they are. */
  readonly missing: string;
}

/** Lists the layers of a model as rows. */
export function listLayers(
  layers: readonly ConvLayer[],
  fields: ReadonlyMap<string, { readonly size: readonly number[] }>,
): LayerRow[] {
  return layers.map((layer, index) => ({
    index,
    name: layer.name,
    op: layer.op,
    weights: layer.kernels?.dims ?? null,
    group: layer.shape?.group ?? null,
    dtype: layer.kernels?.dataType ?? null,
    receptiveField: fields.get(layer.output)?.size ?? null,
    pairs: layer.shape?.outChannels ?? null,
    missing: explainMissing(layer),
  }));
}

function explainMissing({ kernelsMissing, mapsMissing }: ConvLayer): string {
  return [
    kernelsMissing && `kernels not drawn: ${kernelsMissing}`,
    mapsMissing && `maps not drawn: ${mapsMissing}`,
  ].filter(Boolean).join("; ");
}
