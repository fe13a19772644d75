import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readNoted, writeNoted } from "../../../src/onnx/layer/noted.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { describeTinyModel } from "../../support/model/tiny_model.ts";

const tiny = describeTinyModel();

function readFirst(
  metadata: Readonly<Record<string, string>>,
): ReturnType<typeof findConvLayers>[0] {
  const [first, ...others] = tiny.nodes;
  const model = readModel(encodeModel({ ...tiny, nodes: [{ ...first!, metadata }, ...others] }));
  return findConvLayers(model)[0]!;
}

Deno.test("findConvLayers() ends a chain where it is noted to end", () => {
  assert.equal(readFirst({}).chain?.output, "lit");
  assert.equal(readFirst({ "convatlas.chain": "lit" }).chain?.output, "lit");
  assert.equal(readFirst({ "convatlas.chain": "" }).chain, null);
  assert.equal(readFirst({ "convatlas.chain": "elsewhere" }).chain, null);
});

Deno.test("findConvLayers() takes the badges that are noted, and none that it does not know", () => {
  assert.deepEqual(readFirst({ "convatlas.badges": "shared <b> weights-folded" }).badges, [
    "shared",
    "weights-folded",
  ]);
  assert.deepEqual(readFirst({ "convatlas.badges": "" }).badges, []);
});

Deno.test("readNoted() reads what writeNoted() writes", () => {
  for (
    const noted of [
      {},
      { chain: null },
      { chain: "lit" },
      { badges: [] },
      { chain: "lit", badges: ["shared", "depthwise"] as const },
    ]
  ) {
    const { node } = readFirst(Object.fromEntries(writeNoted(noted)));
    assert.deepEqual(readNoted(node), noted);
  }
});
