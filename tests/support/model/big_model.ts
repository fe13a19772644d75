import { countElements } from "../../../src/tensor/tensor.ts";
import { type LargeTensor, writeModelFile } from "./model_file.ts";
import type { NodeText } from "./onnx_model.ts";

const CHUNK = 1 << 18; // numbers

// The convolutions and the classifier of AlexNet: 61 million weights.
const CONVOLUTIONS = [
  { dims: [64, 3, 11, 11], ints: { strides: [4, 4], pads: [2, 2, 2, 2] } },
  { dims: [192, 64, 5, 5], ints: { pads: [2, 2, 2, 2] } },
  { dims: [384, 192, 3, 3], ints: { pads: [1, 1, 1, 1] } },
  { dims: [256, 384, 3, 3], ints: { pads: [1, 1, 1, 1] } },
  { dims: [256, 256, 3, 3], ints: { pads: [1, 1, 1, 1] } },
];
const CLASSIFIER = [[4096, 9216], [4096, 4096], [1000, 4096]];

/** Writes a model as large as AlexNet with its classifier, part by part, and gives its length. */
export async function writeBigModel(path: string): Promise<number> {
  const shapes = [...CONVOLUTIONS.map(({ dims }) => dims), ...CLASSIFIER];
  const graph = { nodes: listNodes(), inputs: { photo: [1, 3, 224, 224] } };
  return await writeModelFile(path, graph, shapes.map(makeHalves));
}

function makeHalves(dims: readonly number[], i: number): LargeTensor {
  const chunk = new Float32Array(CHUNK).fill(0.5);
  const parts = function* (): Generator<Float32Array<ArrayBuffer>> {
    for (let left = countElements(dims); left > 0; left -= CHUNK) yield chunk.subarray(0, left);
  };
  return { name: `w${i}`, dims, parts };
}

function listNodes(): NodeText[] {
  const gemm = { int: { transB: 1 } };
  const convolutions = CONVOLUTIONS.map(({ ints }, i): NodeText => ({
    op: "Conv",
    inputs: [i === 0 ? "photo" : `t${i - 1}`, `w${i}`],
    outputs: [`t${i}`],
    ints,
  }));
  return [
    ...convolutions,
    { op: "Flatten", inputs: ["t4"], outputs: ["flat"] },
    { op: "Gemm", inputs: ["flat", "w5"], outputs: ["t5"], ...gemm },
    { op: "Gemm", inputs: ["t5", "w6"], outputs: ["t6"], ...gemm },
    { op: "Gemm", inputs: ["t6", "w7"], outputs: ["t7"], ...gemm },
  ];
}
