import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { findLastOutput } from "../onnx/graph/last_output.ts";
import type { Model } from "../onnx/graph/model.ts";
import { type PhotoTrace, tracePhoto } from "../onnx/field/photo_trace.ts";
import { findMapField, type FoundField } from "../onnx/field/receptive_field.ts";
import { describePhoto } from "../onnx/input/traced_photo.ts";
import type { RowField } from "../listing/layer_row.ts";

/** Sizes that stand for all where a model leaves its own open: what strides divide, and unlike. */
export const STANDING_IN = [384, 640] as const;

/** Finds what the cells of some layers of a model read of a photo, as far as that is known without one. */
export function surveyFields(
  model: Model,
  image: ImageInput | null,
  layers: readonly ConvLayer[],
): (layer: ConvLayer) => RowField {
  let traces: readonly PhotoTrace[] | null = null;
  return (layer) => {
    const { place } = layer;
    if (place !== null) {
      return { field: { missing: { code: "field-unknown-in-body", ...place } }, cells: null };
    }
    traces ??= traceStandingIn(model, image, layers);
    return traces.length > 0
      ? surveyLayer(traces, layer)
      : { field: { missing: { code: "no-photo-input" } }, cells: null };
  };
}

function traceStandingIn(
  model: Model,
  image: ImageInput | null,
  layers: readonly ConvLayer[],
): PhotoTrace[] {
  // Nothing behind the last of them has a field that is shown.
  const until = findLastOutput(model, layers.map(({ output }) => output));
  const open = image === null || image.height === null || image.width === null;
  const sizes = open ? STANDING_IN : STANDING_IN.slice(0, 1);
  return sizes.flatMap((side) => {
    const size = [image?.height ?? side, image?.width ?? side] as const;
    const photo = image && describePhoto(model, image.name, size);
    return photo === null ? [] : [tracePhoto(model, photo, { until })];
  });
}

function surveyLayer(traces: readonly PhotoTrace[], { output }: ConvLayer): RowField {
  const [field, other] = traces.map((trace) => findMapField(trace, output));
  if (other === undefined) return { field: field!, cells: "cells" in field! ? field.cells : null };
  return { field: agree(field!, other) ? field! : null, cells: null };
}

function agree(a: FoundField, b: FoundField): boolean {
  if ("missing" in a || "missing" in b) return "missing" in a && "missing" in b;
  if (a.whole || b.whole) return a.whole && b.whole;
  if (a.line !== null || b.line !== null) return JSON.stringify(a.line) === JSON.stringify(b.line);
  return a.reads.every(({ first, size }, k) =>
    String(first) === String(b.reads[k]!.first) && String(size) === String(b.reads[k]!.size)
  );
}
