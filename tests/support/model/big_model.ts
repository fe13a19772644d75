import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { DATA_TYPES, GRAPH, MODEL, TENSOR } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import { countElements } from "../../../src/tensor/tensor.ts";
import { encodeGraph, type NodeText } from "./onnx_model.ts";

const CHUNK = 1 << 20; // bytes

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
  const structure = concatBytes(
    encodeGraph({ nodes: listNodes(), inputs: { photo: [1, 3, 224, 224] } }),
  );
  const heads = shapes.map((dims, i) => encodeHead(`w${i}`, dims));
  const weights = heads.reduce(
    (sum, head, i) => sum + head.length + 4 * countElements(shapes[i]!),
    0,
  );
  const file = await Deno.create(path);
  try {
    await write(file, encodeField({ no: MODEL.irVersion, kind: "int", value: 8 }));
    await write(
      file,
      encodeMessage(MODEL.opsetImport, [encodeField({ no: 2, kind: "int", value: 17 })]),
    );
    await write(file, encodeDelimiter(MODEL.graph, structure.length + weights));
    await write(file, structure);
    for (const [i, head] of heads.entries()) {
      await write(file, head);
      await writeNumbers(file, countElements(shapes[i]!));
    }
    return (await file.stat()).size;
  } finally {
    file.close();
  }
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

// All of an initializer but its numbers.
function encodeHead(name: string, dims: readonly number[]): Uint8Array {
  const data = 4 * countElements(dims);
  const fields = concatBytes([
    ...dims.map((value) => encodeField({ no: TENSOR.dims, kind: "int", value })),
    encodeField({ no: TENSOR.dataType, kind: "int", value: DATA_TYPES.indexOf("float32") }),
    encodeField({ no: TENSOR.name, kind: "text", value: name }),
    encodeDelimiter(TENSOR.rawData, data),
  ]);
  return concatBytes([encodeDelimiter(GRAPH.initializer, fields.length + data), fields]);
}

function encodeDelimiter(no: number, length: number): Uint8Array {
  return new BinaryWriter().tag(no, WireType.LengthDelimited).uint32(length).finish();
}

async function writeNumbers(file: Deno.FsFile, count: number): Promise<void> {
  const chunk = new Uint8Array(new Float32Array(CHUNK / 4).fill(0.5).buffer);
  for (let left = 4 * count; left > 0; left -= CHUNK) {
    await write(file, left < CHUNK ? chunk.subarray(0, left) : chunk);
  }
}

async function write(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
}
