import assert from "node:assert/strict";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Node } from "../../../src/onnx/wire/node.ts";
import { findObstacles, type Trial } from "../../../src/visit/session/obstacle.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom, type Random } from "../../support/random.ts";

function readNodes(nodes: readonly NodeText[]): Model {
  return readModel(encodeModel({ nodes, initializers: {}, inputs: { photo: [1, 3, 8, 8] } }));
}

// Node i reads one or two of those before it.
function makeGraph(count: number, random: Random): Model {
  const pick = (i: number): string => i === 0 ? "photo" : `t${random.whole(0, i - 1)}`;
  return readNodes(Array.from({ length: count }, (_, i) => ({
    op: "Add",
    name: `n${i}`,
    inputs: [pick(i), pick(i)],
    outputs: [`t${i}`],
  })));
}

/** A runtime that refuses some nodes, and counts how often it is asked. */
function refuse(bad: ReadonlySet<Node>): { readonly trial: Trial; readonly asked: () => number } {
  let asked = 0;
  const trial: Trial = (nodes) => {
    asked++;
    const first = nodes.find((node) => bad.has(node));
    return Promise.resolve(first === undefined ? null : new Error(`no ${first.name}`));
  };
  return { trial, asked: () => asked };
}

// The bad nodes that depend on no other bad one.
function findFirst({ graph }: Model, bad: ReadonlySet<Node>): string[] {
  const lost = new Set<string>();
  return graph.nodes.flatMap((node) => {
    const reached = !node.inputs.some((name) => lost.has(name));
    if (!reached || bad.has(node)) node.outputs.forEach((name) => lost.add(name));
    return reached && bad.has(node) ? [node.name] : [];
  });
}

Deno.test("findObstacles() finds every node that is refused and can be reached, and no other", async () => {
  const random = createRandom(22);
  for (let round = 0; round < 300; round++) {
    const model = makeGraph(random.whole(1, 40), random);
    const { nodes } = model.graph;
    const bad = new Set(nodes.filter(() => random.whole(0, 9) === 0));
    if (bad.size === 0) bad.add(nodes.at(-1)!);
    const found = await findObstacles(model, nodes, refuse(bad).trial);
    const names = found.map(({ node }) => node.name);
    assert.deepEqual(names.sort(), findFirst(model, bad).sort(), `round ${round}`);
    for (const { node, error } of found) assert.equal(String(error), `Error: no ${node.name}`);
  }
});

Deno.test("findObstacles() asks little more than the logarithm of the nodes", async () => {
  const nodes = Array.from({ length: 1000 }, (_, i): NodeText => ({
    op: "Relu",
    name: `n${i}`,
    inputs: [i === 0 ? "photo" : `t${i - 1}`],
    outputs: [`t${i}`],
  }));
  const model = readNodes(nodes);
  for (const at of [0, 1, 500, 999]) {
    const { trial, asked } = refuse(new Set([model.graph.nodes[at]!]));
    const found = await findObstacles(model, model.graph.nodes, trial);
    assert.deepEqual(found.map(({ node }) => node.name), [`n${at}`]);
    assert(asked() <= 13, `asked ${asked()} times`);
  }
});

Deno.test("findObstacles() ends soon where very many nodes are refused", async () => {
  const nodes = Array.from({ length: 500 }, (_, i): NodeText => ({
    op: "Relu",
    inputs: ["photo"],
    outputs: [`t${i}`],
  }));
  const model = readNodes(nodes);
  const { trial, asked } = refuse(new Set(model.graph.nodes));
  const found = await findObstacles(model, model.graph.nodes, trial);
  assert.equal(found.length, 500);
  assert.match(String(found.at(-1)!.error), /more than 32 nodes are refused/);
  assert(asked() < 400, `asked ${asked()} times`);
});

Deno.test("findObstacles() finds none where the runtime refuses nothing at all, whatever the nodes", async () => {
  const model = makeGraph(5, createRandom(1));
  const found = await findObstacles(
    model,
    model.graph.nodes,
    () => Promise.resolve(new Error("no")),
  );
  assert.deepEqual(found, []);
});
