import { selectLayers } from "../config/selector/selector.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { findHeavyDense, type HeavyDense } from "../onnx/layer/heavy_dense.ts";
import type { LeftOutDense } from "../plan/found.ts";
import { createError } from "../reason/error.ts";

/** The layers of a model that are drawn. */
export interface LayerChoice {
  /** Their places among all of them. */
  readonly places: readonly number[];
  /** The fully connected ones that nobody asked for, and that are not drawn unasked; null for none. */
  readonly leftOut: LeftOutDense | null;
}

/**
 * Chooses layers of a model: without selectors, and by `*`, all but the fully connected ones that hold
 * more weights than the convolutions. Positions count convolutions alone.
 *
 * @throws {TypeError} If there is no layer to draw unasked, and nothing is asked for.
 * @throws {RangeError} If a selector matches no layer.
 * @throws {SyntaxError} If a selector is none.
 */
export function chooseLayers(
  selectors: readonly string[],
  layers: readonly ConvLayer[],
): LayerChoice {
  const heavy = findHeavyDense(layers);
  const asksForAll = selectors.every((each) => each === "*" || each.startsWith("!"));
  if (layers.length === 0) throw createError(TypeError, { code: "no-convolution" });
  if (asksForAll && heavy.layers.length === layers.length) {
    throw createError(TypeError, { code: "dense-alone", ops: listOps(heavy.layers) });
  }
  const places = selectLayers(
    selectors,
    layers.map((layer) => ({
      name: layer.name,
      op: layer.op,
      counted: !layer.dense,
      usual: !heavy.layers.includes(layer),
    })),
  );
  return { places, leftOut: asksForAll && heavy.layers.length > 0 ? describeLeft(heavy) : null };
}

function describeLeft({ layers, share }: HeavyDense): LeftOutDense {
  return { layers: layers.map(({ name }) => name), ops: listOps(layers), share };
}

function listOps(layers: readonly ConvLayer[]): string[] {
  return [...new Set(layers.map(({ op }) => op))];
}
