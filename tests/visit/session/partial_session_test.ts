import assert from "node:assert/strict";
import type { Runtime, Session } from "../../../src/effects.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { openPartial, type PartialSession } from "../../../src/visit/session/partial_session.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store, storeOutside } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(220);
const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
const w2 = randomTensor(random, [2, 4, 1, 1], -1, 1);
const photo = randomTensor(random, [1, 3, 8, 8], -1, 1);

const first: NodeText = { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["a"] };
const beside: NodeText = { op: "Conv", name: "beside", inputs: ["a", "w2"], outputs: ["b"] };
const last: NodeText = { op: "Conv", name: "last", inputs: ["q", "w2"], outputs: ["y"] };

/** A network with a node between its first and its last layer, and one layer beside both. */
function describeNet(between: readonly NodeText[], rest: Partial<ModelText> = {}): ModelText {
  const { initializers = {}, ...fields } = rest;
  return {
    nodes: [first, ...between, beside, last],
    inputs: { photo: [1, 3, "h", "w"] },
    ...fields,
    initializers: { w1, w2, ...initializers },
  };
}

/** A runtime that counts the sessions that it opens, and those that are open. */
function countSessions(): { runtime: Runtime; counts: { opened: number; open: number } } {
  const counts = { opened: 0, open: 0 };
  const open: Runtime["open"] = async (model) => {
    const session = await onnxRuntime.open(model);
    counts.opened++;
    counts.open++;
    const close: Session["close"] = async () => {
      counts.open--;
      await session.close();
    };
    return { ...session, close };
  };
  return { runtime: { ...onnxRuntime, open }, counts };
}

const NAMES = ["a", "b", "y"];

async function openNet(text: ModelText, runtime: Runtime = onnxRuntime): Promise<PartialSession> {
  const model = readModel(encodeModel(text));
  const taps = NAMES.map((tensor) => ({ tensor, quantization: null }));
  return await openPartial({ model, taps, runtime });
}

interface Ran {
  /** What the taps gave; null where it is missing. */
  readonly tensors: readonly (Tensor | null)[];
  /** The operators that stand in the way. */
  readonly obstacles: readonly string[];
}

async function runNet(session: PartialSession, input: Tensor): Promise<Ran> {
  const { outputs, obstacles } = await session.run(new Map([["photo", input]]));
  const tensors = NAMES.map((_, i) => outputs.get(`tap_${i}`) ?? null);
  return { tensors, obstacles: obstacles.map(({ node }) => node.op) };
}

const reshape = (target: string): NodeText => ({
  op: "Reshape",
  name: `reshape to ${target}`,
  inputs: ["a", target],
  outputs: ["q"],
});

const bfloats: readonly NodeText[] = [
  { op: "Cast", inputs: ["a"], outputs: ["half"], int: { to: 16 } },
  { op: "Cast", inputs: ["w2"], outputs: ["half w"], int: { to: 16 } },
  { op: "Conv", name: "half", inputs: ["half", "half w"], outputs: ["half y"] },
  { op: "Cast", inputs: ["half y"], outputs: ["more"], int: { to: 1 } },
  { op: "Concat", inputs: ["more", "more"], outputs: ["q"], int: { axis: 1 } },
];

// [what, the nodes between, the rest of the model, the operator at fault, the runtime's words]
const refused: readonly [string, readonly NodeText[], Partial<ModelText>, string, RegExp][] = [
  [
    "an operator of another domain",
    [{ op: "Deform", domain: "mmdeploy", inputs: ["a"], outputs: ["q"] }],
    { domains: { mmdeploy: 1 } },
    "Deform",
    /mmdeploy:Deform.* is not a registered/,
  ],
  [
    "an operator of a domain that is not imported",
    [{ op: "Deform", domain: "lost", inputs: ["a"], outputs: ["q"] }],
    {},
    "Deform",
    /No opset import for domain 'lost'/,
  ],
  [
    "an operator of a version to come",
    [{ op: "FlexAttention", inputs: ["a"], outputs: ["q"] }],
    {},
    "FlexAttention",
    /No Op registered for FlexAttention/,
  ],
  [
    "an operator set of a version to come",
    [{ op: "Gelu", domain: "com.microsoft", inputs: ["a"], outputs: ["q"] }],
    { domains: { "com.microsoft": 9 } },
    "Gelu",
    /Opset 9 is under development/,
  ],
  ["an operator for another type", bfloats, {}, "Conv", /tensor\(bfloat16\)/],
  [
    "an operator that contradicts itself",
    [{ op: "Concat", inputs: ["a", "photo"], outputs: ["q"], int: { axis: 9 } }],
    {},
    "Concat",
    /axis/,
  ],
  [
    "a refused operator in a body",
    [{
      op: "If",
      inputs: ["yes"],
      outputs: ["q"],
      graph: {
        then_branch: { nodes: [{ op: "Odd", domain: "own", inputs: ["a"], outputs: ["t"] }] },
        else_branch: { nodes: [{ op: "Relu", inputs: ["a"], outputs: ["e"] }] },
      },
    }],
    { domains: { own: 1 }, initializers: { yes: store("bool", [], [1]) } },
    "If",
    /own:Odd/,
  ],
];

for (const [what, between, rest, op, words] of refused) {
  Deno.test(`openPartial() loads what does not need ${what}`, async () => {
    const { runtime, counts } = countSessions();
    const session = await openNet(describeNet(between, rest), runtime);
    assert.deepEqual(session.obstacles.map(({ node }) => node.op), [op]);
    assert.match(String(session.obstacles[0]!.error), words);
    const { tensors: [a, b, y], obstacles } = await runNet(session, photo);
    assertClose(a!, convolve(photo, w1));
    assertClose(b!, convolve(a!, w2));
    assert.equal(y, null);
    assert.deepEqual(obstacles, []);
    await session.close();
    assert.equal(counts.open, 0);
  });
}

Deno.test("openPartial() loads what does not need weights that cannot be read", async () => {
  const lost = storeOutside("float32", [2, 4, 1, 1], { location: "lost" });
  const text = describeNet([{ op: "Relu", inputs: ["a"], outputs: ["q"] }]);
  const nodes = text.nodes.map((node) =>
    node.name === "last" ? { ...node, inputs: ["q", "w3"] } : node
  );
  const session = await openNet({ ...text, nodes, initializers: { w1, w2, w3: lost } });
  assert.deepEqual(session.obstacles.map(({ node }) => node.name), ["last"]);
  assert.match(String(session.obstacles[0]!.error), /Cannot read tensor "w3": .*"lost"/);
  const { tensors } = await runNet(session, photo);
  assert.deepEqual(tensors.map((tensor) => tensor !== null), [true, true, false]);
  await session.close();
});

Deno.test("openPartial() finds several refused operators on several branches", async () => {
  const odd = (inputs: string[], outputs: string[]): NodeText => {
    return { op: "Odd", domain: "own", inputs, outputs };
  };
  const nodes = [first, odd(["a"], ["q"]), odd(["photo"], ["p"]), last, {
    ...beside,
    inputs: ["p", "w1"],
  }];
  const session = await openNet({ ...describeNet([]), nodes, domains: { own: 1 } });
  assert.equal(session.obstacles.length, 2);
  const { tensors } = await runNet(session, photo);
  assert.deepEqual(tensors.map((tensor) => tensor !== null), [true, false, false]);
  await session.close();
});

Deno.test("openPartial() opens one session where nothing is refused", async () => {
  const { runtime, counts } = countSessions();
  const relu: NodeText = { op: "Relu", inputs: ["a"], outputs: ["q"] };
  const session = await openNet(describeNet([relu]), runtime);
  const { tensors } = await runNet(session, photo);
  assert(tensors.every((tensor) => tensor !== null));
  assert.equal(counts.opened, 1);
  await session.close();
});

Deno.test("openPartial() gives the runtime's words where it refuses the whole model", async () => {
  const relu: NodeText = { op: "Relu", inputs: ["a"], outputs: ["q"] };
  await assert.rejects(openNet(describeNet([relu], { opset: 99 })), /opset.*99/si);
});

Deno.test("openPartial() runs what does not need a node that fails on the way", async () => {
  const { runtime, counts } = countSessions();
  const text = describeNet([reshape("target")], {
    initializers: { target: store("int64", [4], [1, 4, 6, 6]) },
  });
  const session = await openNet(text, runtime);
  const small = await runNet(session, photo); // 6 x 6 cells
  assert.deepEqual([small.obstacles, small.tensors.every((tensor) => tensor !== null)], [[], true]);
  const wide = randomTensor(random, [1, 3, 8, 9], -1, 1);
  for (let again = 0; again < 2; again++) {
    const { tensors: [a, b, y], obstacles } = await runNet(session, wide);
    assert.deepEqual(obstacles, ["Reshape"]);
    assertClose(a!, convolve(wide, w1));
    assertClose(b!, convolve(a!, w2));
    assert.equal(y, null);
  }
  assert.deepEqual((await runNet(session, photo)).obstacles, []);
  await session.close();
  assert.equal(counts.open, 0);
});

Deno.test("openPartial() finds on every input what fails there", async () => {
  const text: ModelText = {
    ...describeNet([reshape("six")]),
    nodes: [first, reshape("six"), last, { ...reshape("seven"), outputs: ["r"] }, {
      ...beside,
      inputs: ["r", "w2"],
    }],
    initializers: {
      w1,
      w2,
      six: store("int64", [4], [1, 4, 6, 6]),
      seven: store("int64", [4], [1, 4, 6, 7]),
    },
  };
  const session = await openNet(text);
  const has = async (width: number): Promise<boolean[]> => {
    const input = randomTensor(random, [1, 3, 8, width], -1, 1);
    return (await runNet(session, input)).tensors.map((tensor) => tensor !== null);
  };
  assert.deepEqual(await has(8), [true, false, true]);
  assert.deepEqual(await has(9), [true, true, false]);
  assert.deepEqual(await has(10), [true, false, false]);
  assert.deepEqual(await has(8), [true, false, true]);
  await session.close();
});

Deno.test("openPartial() gives the runtime's words where an input itself is at fault", async () => {
  const relu: NodeText = { op: "Relu", inputs: ["a"], outputs: ["q"] };
  const session = await openNet(describeNet([relu]));
  await assert.rejects(
    session.run(new Map([["photo", { data: new Float32Array(6), dims: [1, 1, 2, 3, 1] }]])),
    /cannot run the model: .*rank/,
  );
  await session.close();
});

Deno.test("openPartial() finds nodes that stand in the file before what they depend on", async () => {
  const odd: NodeText = { op: "Odd", domain: "own", inputs: ["a"], outputs: ["q"] };
  const nodes = [last, beside, odd, first];
  const session = await openNet({ ...describeNet([]), nodes, domains: { own: 1 } });
  assert.deepEqual(session.obstacles.map(({ node }) => node.op), ["Odd"]);
  const { tensors } = await runNet(session, photo);
  assert.deepEqual(tensors.map((tensor) => tensor !== null), [true, true, false]);
  await session.close();
});

Deno.test("openPartial() gives the outputs that are wanted, around what fails too", async () => {
  const between = [reshape("target")];
  const target = store("int64", [4], [1, 4, 7, 7]);
  const session = await openNet(describeNet(between, { initializers: { target } }));
  const { outputs, obstacles } = await session.run(new Map([["photo", photo]]), ["tap_1"]);
  assert.deepEqual([...outputs.keys()], ["tap_1"]);
  assert.deepEqual(obstacles.map(({ node }) => node.op), ["Reshape"]);
  await session.close();
});
