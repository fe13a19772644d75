import { onnxRuntime } from "../../src/host/session.ts";
import { traceCircuit } from "../../src/jobs/circuit.ts";
import type { ConvShape } from "../../src/onnx/layer/conv_shape.ts";
import type { NewGraph } from "../../src/onnx/write/encode.ts";
import { encodeGraphModel } from "../../src/onnx/write/graph_model.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

// Layers of VGG-16: many cells and few slices, and the other way round.
const LAYERS = [{ channels: 64, side: 224 }, { channels: 512, side: 14 }];

for (const { channels, side } of LAYERS) {
  const group = `${channels} kernels of ${channels} x 3 x 3 on ${side} x ${side}`;
  const random = createRandom(1);
  const kernels = randomTensor(random, [channels, channels, 3, 3], -1, 1);
  const inputs = randomTensor(random, [channels, side, side]);
  const maps = randomTensor(random, [channels, side, side], -1, 1);
  const window = { kernelShape: [3, 3], strides: [1, 1], dilations: [1, 1], pads: [1, 1, 1, 1] };
  const shape: ConvShape = {
    ...window,
    autoPad: "NOTSET",
    ceilMode: false,
    group: 1,
    inChannels: channels,
    outChannels: channels,
  };

  Deno.bench({ name: "the layer itself", group, baseline: true, n: 3, warmup: 1 }, async () => {
    const batch = { data: inputs.data, dims: [1, ...inputs.dims] };
    const session = await onnxRuntime.open(encodeGraphModel(planLayer()));
    await session.run(new Map([["photo", batch], ["weights", kernels]]));
    await session.close();
  });

  Deno.bench({ name: "traceCircuit()", group, n: 3, warmup: 1 }, async () => {
    await traceCircuit({ shape, kernels, inputs }, maps, onnxRuntime);
  });
}

function planLayer(): NewGraph {
  const node = { op: "Conv", inputs: ["photo", "weights"], outputs: ["maps"] };
  const open = [null, null, null, null];
  return {
    nodes: [{ ...node, attributes: { pads: [1, 1, 1, 1] } }],
    constants: new Map(),
    inputs: new Map([["photo", open], ["weights", open]]),
    outputs: ["maps"],
  };
}
