import { findConstant } from "../constant/find_constant.ts";
import { listVariable } from "../graph/computable.ts";
import { findConvOperator } from "../graph/conv_operator.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";

const MAX_STEPS = 64;

/** Finds how many axes a tensor has, with that of the samples; null where the graph does not tell. */
export function findRank(model: Model, tensor: string): number | null {
  const { inputs, declared, initializers, producers } = model.graph;
  let name = tensor;
  let added = 0; // behind the tensor that is looked at
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const known = initializers.get(name) ?? inputs.get(name) ?? declared.get(name);
    if (known?.dims) return known.dims.length + added;
    const node = producers.get(name);
    if (node === undefined) return null;
    const own = findOwnRank(model, node);
    if (own !== null) return own + added;
    const change = findChange(model, node);
    if (change === null) return null;
    added += change;
    name = listVariable(model, node)[0] ?? "";
  }
  return null;
}

// Of what a node writes, whatever it reads.
function findOwnRank(model: Model, node: Node): number | null {
  const { op, inputs, domain } = node;
  if (op === "Flatten" || op === "Gemm") return 2;
  if (op === "Reshape") return countSizes(model, node);
  const operator = findConvOperator(domain, op);
  const weights = operator && findConstant(model, inputs[operator.weights] ?? "");
  return weights && weights.dims.length;
}

function countSizes(model: Model, { inputs, attributes }: Node): number | null {
  const shape = inputs[1] ?? "";
  if (shape === "") return attributes.get("shape")?.ints?.length ?? null;
  const listed = findConstant(model, shape);
  if (listed !== null) return listed.dims[0] ?? 0;
  // PyTorch's exporters put a shape together of sizes, each of which is unsqueezed.
  const made = model.graph.producers.get(shape);
  const isPutTogether = made?.op === "Concat" &&
    made.inputs.every((name) =>
      model.graph.producers.get(name)?.op === "Unsqueeze" ||
      findConstant(model, name)?.dims.join() === "1"
    );
  return isPutTogether ? made.inputs.length : null;
}

// How many axes a node adds to what it reads.
function findChange(model: Model, node: Node): number | null {
  const { channels, space, cellByCell, reducing } = findTraits(node);
  switch (node.op) {
    case "Squeeze":
      return negate(countAxes(model, node));
    case "Unsqueeze":
      return countAxes(model, node);
    case "MatMul":
    case "Transpose":
      return 0;
  }
  if (reducing) {
    return node.attributes.get("keepdims")?.int === 0 ? negate(countAxes(model, node)) : 0;
  }
  return cellByCell || channels !== null || space !== null ? 0 : null;
}

function negate(count: number | null): number | null {
  return count === null ? null : -count;
}

function countAxes(model: Model, { inputs, attributes }: Node): number | null {
  const listed = attributes.get("axes")?.ints;
  if (listed !== undefined) return listed.length;
  return findConstant(model, inputs[1] ?? "")?.dims[0] ?? null;
}
