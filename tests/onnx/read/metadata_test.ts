import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { MODEL } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField } from "../../../src/onnx/wire/wire.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { describeTinyModel } from "../../support/model/tiny_model.ts";

const tiny = describeTinyModel();

Deno.test("readModel() reads what is noted of a model", () => {
  const metadata = { stride: "32", imgsz: "[640, 640]" };
  const model = readModel(encodeModel({ ...tiny, metadata }));
  assert.deepEqual(Object.fromEntries(model.metadata), metadata);
});

Deno.test("readModel() leaves notes out that are too long or damaged", () => {
  const metadata = { long: "x".repeat(1 << 18), short: "x" };
  const damaged = encodeField({
    no: MODEL.metadataProps,
    kind: "bytes",
    value: Uint8Array.of(0x0a, 0x7f), // a key of 127 bytes that are not there
  });
  const model = readModel(concatBytes([encodeModel({ ...tiny, metadata }), damaged]));
  assert.deepEqual([...model.metadata], [["short", "x"]]);
});
