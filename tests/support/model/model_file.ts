import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { DATA_TYPES, GRAPH, MODEL, OPSET, TENSOR } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import { countElements } from "../../../src/tensor/tensor.ts";
import { encodeGraph, type GraphText } from "./onnx_model.ts";

/** A constant tensor of float32 that is too large to be held whole beside others. */
export interface LargeTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** Gives its numbers in their order, a part at a time. */
  parts(): Iterable<Float32Array<ArrayBuffer>>;
}

/** Writes a model, one tensor after the other, and gives its length in bytes. */
export async function writeModelFile(
  path: string,
  graph: GraphText,
  tensors: readonly LargeTensor[],
): Promise<number> {
  const structure = concatBytes(encodeGraph(graph));
  const heads = tensors.map(encodeHead);
  const weights = heads.reduce(
    (sum, head, i) => sum + head.length + 4 * countElements(tensors[i]!.dims),
    0,
  );
  const opset = encodeField({ no: OPSET.version, kind: "int", value: 17 });
  using file = await Deno.create(path);
  await write(file, encodeField({ no: MODEL.irVersion, kind: "int", value: 8 }));
  await write(file, encodeMessage(MODEL.opsetImport, [opset]));
  await write(file, encodeDelimiter(MODEL.graph, structure.length + weights));
  await write(file, structure);
  for (const [i, head] of heads.entries()) {
    await write(file, head);
    for (const part of tensors[i]!.parts()) {
      await write(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    }
  }
  return (await file.stat()).size;
}

// All of an initializer but its numbers.
function encodeHead({ name, dims }: LargeTensor): Uint8Array {
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

async function write(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
}
