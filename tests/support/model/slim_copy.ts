import type { Model, ModelSource } from "../../../src/onnx/graph/model.ts";
import { type ConvLayer, findConvLayers, findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { type SlimModel, slimModel } from "../../../src/onnx/slim/slim_model.ts";
import { cutModel } from "../../../src/onnx/write/cut.ts";
import { readData } from "../../../src/onnx/constant/tensor_data.ts";
import type { Tap } from "../../../src/onnx/graph/tap.ts";

/** A slim model, read from its bytes. */
export interface SlimCopy {
  readonly slim: SlimModel;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly model: Model;
  /** The layers that it was made for, as it has them. */
  readonly layers: readonly ConvLayer[];
}

/** Makes a model slim for some layers, and reads what comes of it. */
export function copySlim(
  model: Model,
  chosen: readonly ConvLayer[] = findConvLayers(model),
  mostBytes: number = 2 ** 31 - 1,
): SlimCopy {
  const slim = slimModel(model, chosen, { dataName: "slim.data", mostBytes });
  const bytes = slim.file.read(0, slim.file.byteLength).slice();
  const read = readModel({ ...toSource(bytes), openBeside: () => slim.data! });
  const places = new Set(chosen.map(placeOf));
  const layers = findLayers(read).filter((layer) => places.has(placeOf(layer)));
  return { slim, bytes, model: read, layers };
}

function toSource(bytes: Uint8Array<ArrayBuffer>): ModelSource {
  return { byteLength: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}

// Layers in bodies may write tensors of one name.
function placeOf({ output, holder }: ConvLayer): string {
  return JSON.stringify([output, holder.outputs]);
}

/** Gives all that is told of a layer but where its file has it. */
export function describeLayer(layer: ConvLayer): Readonly<Record<string, unknown>> {
  const { node, model: _, holder: __, kernels, bias, summing, ...told } = layer;
  return {
    ...told,
    node: node.name,
    kernels: kernels && { ...kernels, storage: null, evaluate: null },
    bias: bias && { ...bias, evaluate: bias.evaluate !== null },
    summing: summing?.kind ?? null,
  };
}

/** Gives what the runtime is given for the maps of some layers, its weights by their bytes. */
export function describeCut(model: Model, layers: readonly ConvLayer[]): unknown {
  const taps = layers.flatMap(({ tap, inputTap, chain }): Tap[] => [
    ...tap === null ? [] : [tap],
    ...inputTap === null ? [] : [inputTap],
    ...chain === null ? [] : [{ tensor: chain.output, quantization: null }],
  ]);
  if (taps.length === 0) return null;
  const { bytes, ...rest } = cutModel(model, taps);
  const beside = new Map(rest.externalData.map(({ path, data }) => [path, toSource(data)]));
  const cut = readModel({ ...toSource(bytes), openBeside: (path) => beside.get(path)! });
  const { nodes, initializers, inputs } = cut.graph;
  return {
    opsets: cut.opsets,
    nodes: nodes.map(({ field: _, metadata: __, part: ___, attributes, ...node }) => ({
      ...node,
      attributes: [...attributes].map((
        [name, { tensor: _, graphs: __, ...values }],
      ) => [name, values]),
    })),
    inputs: [...inputs.values()].map(({ field: _, ...input }) => input),
    weights: [...initializers].map(([name, ref]) => [name, ref.dataType, readData(cut, ref)]),
  };
}
