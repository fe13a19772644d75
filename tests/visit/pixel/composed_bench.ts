import { captureMaps } from "../../../src/api/capture_maps.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { surveyFields } from "../../../src/survey/fields.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import { composeKernels } from "../../../src/visit/pixel/composed.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { composeIn } from "../../support/thread_composer.ts";

// The first layers of VGG-16, without pools.
const CHANNELS = [64, 64, 128, 128, 256, 256];
const group = `${CHANNELS.length} layers of 3 x 3, the last of ${CHANNELS.at(-1)} kernels`;

const model = readModel(encodeNet());
const photo = randomTensor(createRandom(1), [1, 3, 224, 224], -1, 1);
const layers = findConvLayers(model);
const image = surveyImage(model, {})!;
const fieldOf = surveyFields(model, image, layers);
const lines = layers.slice(1).flatMap((layer) => {
  const { field } = fieldOf(layer);
  const line = field !== null && "line" in field ? field.line : null;
  return line === null
    ? []
    : [{ output: layer.output, line, drawn: line.size.map((side) => Math.min(side, 64)) }];
});

Deno.bench({ name: "one inference", group, baseline: true, n: 3, warmup: 1 }, async () => {
  await captureMaps(model, photo, { nodes: layers.map(({ name }) => name) });
});

Deno.bench({ name: "composeKernels()", group, n: 3, warmup: 1 }, async () => {
  await composeKernels(
    model,
    { image: image.name, layers: lines, take: () => Promise.resolve() },
    composeIn(onnxRuntime),
  );
});

function encodeNet(): Uint8Array<ArrayBuffer> {
  const random = createRandom(2);
  const inputs = [3, ...CHANNELS];
  const nodes = CHANNELS.flatMap((_, i): NodeText[] => [
    {
      ...{ op: "Conv", name: `conv${i}`, ints: { pads: [1, 1, 1, 1] } },
      ...{ inputs: [i === 0 ? "photo" : `relu${i - 1}`, `weights${i}`], outputs: [`maps${i}`] },
    },
    { op: "Relu", inputs: [`maps${i}`], outputs: [`relu${i}`] },
  ]);
  const weights = CHANNELS.map((count, i) => {
    const dims = [count, inputs[i]!, 3, 3];
    return [`weights${i}`, randomTensor(random, dims, -0.1, 0.1)] as const;
  });
  return encodeModel({
    ...{ nodes, initializers: Object.fromEntries(weights) },
    inputs: { photo: [1, 3, 224, 224] },
  });
}
