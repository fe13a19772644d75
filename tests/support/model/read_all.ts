import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import type { ModelSource } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { listLayers } from "../../../src/listing/layer_row.ts";
import { surveyFields } from "../../../src/survey/fields.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import { measureCpu } from "../program/cpu_time.ts";

const MOST = 4000; // milliseconds of the processor: what is not linear takes minutes

/** How a model was read: its layers, or the message of why not. */
export type Reading = { readonly layers: number } | { readonly message: string };

/**
 * Reads all that can be known of a model without running it: its structure,
 * its layers and extents, and the kernels of at most `limit` layers. Whatever
 * the bytes are, this ends soon, in a value or an error that says what cannot
 * be done.
 */
export function readAll(
  source: ModelSource | Uint8Array<ArrayBuffer>,
  limit: number = Infinity,
): Reading {
  let reading: Reading = { layers: 0 };
  const took = measureCpu(() => {
    reading = tryRead(source, limit);
  });
  assert(took < MOST, `it took ${Math.round(took)} ms`);
  return reading;
}

function tryRead(source: ModelSource | Uint8Array<ArrayBuffer>, limit: number): Reading {
  return explain(() => {
    const model = readModel(source);
    const layers = findConvLayers(model);
    const rows = listLayers(layers, surveyFields(model, surveyImage(model, {}), layers));
    for (const { kernels } of layers.slice(0, limit)) {
      // Data that do not fit are found when they are read; the rest goes on.
      if (kernels !== null) explain(() => ({ layers: kernels.evaluate().data.length }));
    }
    return { layers: rows.length };
  });
}

function explain(run: () => Reading): Reading {
  try {
    return run();
  } catch (error) {
    assert(error instanceof Error);
    assert.match(error.message, /^Cannot \w+ /, error.stack);
    return { message: error.message };
  }
}
