import "../../../src/host/process/telemetry.ts"; // before the runtime is loaded
import { InferenceSession, Tensor as RuntimeTensor } from "onnxruntime-node";
import { onnxRuntime } from "../../../src/host/session.ts";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { cutModel, type ExternalFile } from "../../../src/onnx/write/cut.ts";
import type { Tap } from "../../../src/onnx/graph/tap.ts";
import { findFeeds, type InputValues } from "../../../src/onnx/input/feed.ts";
import { layoutBatch } from "../../../src/onnx/input/photo_batch.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { type DataType, MODEL } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeOutput } from "./onnx_model.ts";

/** A convolution and what the cut model gives of it. */
export interface Captured {
  readonly layer: ConvLayer;
  /** Its own output. */
  readonly map: Tensor;
  /** The tensor behind what follows cell by cell; null where nothing does. */
  readonly after: Tensor | null;
}

/** Captures the maps of every convolution as a report does: of the cut model, in one run. */
export async function captureLayers(
  model: Model,
  photo: Tensor,
  values: InputValues = {},
): Promise<Captured[]> {
  const layers = findConvLayers(model).filter(({ tap }) => tap !== null);
  const taps: Tap[] = layers.flatMap(({ tap, chain }) =>
    chain === null ? [tap!] : [tap!, { tensor: chain.output, quantization: null }]
  );
  const outputs = await captureTaps(model, taps, photo, values);
  return layers.map((layer) => ({
    layer,
    map: outputs.shift()!,
    after: layer.chain === null ? null : outputs.shift()!,
  }));
}

/** Runs the model cut down to some taps. */
export async function captureTaps(
  model: Model,
  taps: readonly Tap[],
  photo: Tensor,
  values: InputValues = {},
): Promise<Tensor[]> {
  const submodel = cutModel(model, taps);
  const { image, constants } = findFeeds(model, submodel.inputs, { values });
  const session = await onnxRuntime.open(submodel);
  try {
    const batch = photo.dims.length === 3 ? layoutBatch(photo, image) : photo;
    const outputs = await session.run(new Map([...constants, [image.feed, batch]]));
    return submodel.outputs.map((name) => outputs.get(name)!);
  } finally {
    await session.close();
  }
}

/** What a whole model is run with. */
export interface WholeRun {
  /** The inputs, in the type that the model declares. */
  readonly inputs: Readonly<Record<string, Tensor & { readonly type?: DataType }>>;
  /** The tensors to be given. */
  readonly tensors: readonly string[];
  readonly externalData?: readonly ExternalFile[];
  /** Whether one thread runs it, as is faster for a model that takes no time. */
  readonly alone?: boolean;
}

/**
 * Runs a whole model with inner tensors declared as outputs, as anyone would
 * who has no cut: one more graph with nothing but outputs is appended to the
 * bytes, and protobuf merges the two.
 */
export async function runWhole(
  bytes: Uint8Array<ArrayBuffer>,
  { inputs, tensors, externalData = [], alone = false }: WholeRun,
): Promise<Tensor[]> {
  const declared = encodeMessage(MODEL.graph, tensors.map(encodeOutput));
  const session = await InferenceSession.create(concatBytes([bytes, declared]), {
    executionProviders: ["cpu"],
    graphOptimizationLevel: "disabled",
    externalData: [...externalData],
    logSeverityLevel: 4,
    ...alone ? { intraOpNumThreads: 1 } : {},
  });
  try {
    const feeds = Object.entries(inputs).map(([name, input]) => [name, toRuntime(input)] as const);
    const results = await session.run(Object.fromEntries(feeds), [...tensors]);
    return tensors.map((name) => fromRuntime(results[name]!));
  } finally {
    await session.release();
  }
}

function toRuntime({ data, dims, type = "float32" }: WholeRun["inputs"][string]): RuntimeTensor {
  switch (type) {
    case "uint8":
      return new RuntimeTensor("uint8", Uint8Array.from(data), dims);
    case "float16":
      return new RuntimeTensor("float16", Float16Array.from(data) as never, dims);
    default:
      return new RuntimeTensor("float32", data, dims);
  }
}

function fromRuntime({ type, data, dims }: RuntimeTensor): Tensor {
  const numbers = type === "float16" && data instanceof Uint16Array
    ? new Float16Array(data.buffer, data.byteOffset, data.length)
    : data as ArrayLike<number>;
  return { data: Float32Array.from(numbers, Number), dims };
}
