import { OPSET } from "./proto.ts";
import { type ByteSource, type Field, readInt, readString, walkFields } from "./wire.ts";

/** Reads an OperatorSetIdProto; ONNX's own domain is "". */
export function readOpset(source: ByteSource, field: Field): [domain: string, version: number] {
  let domain = "";
  let version = 0;
  for (const part of walkFields(source, field)) {
    if (part.no === OPSET.domain) domain = readString(source, part);
    else if (part.no === OPSET.version) version = readInt(source, part);
  }
  return [domain === "ai.onnx" ? "" : domain, version];
}
