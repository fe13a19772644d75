import { enterBody } from "../read/body_model.ts";
import { type ConvOperator, findConvOperator, isConv } from "../graph/conv_operator.ts";
import { holdsNode } from "../graph/hidden_node.ts";
import type { Model } from "../graph/model.ts";
import { MAX_NESTING, type Node } from "../wire/node.ts";
import { createError } from "../../reason/error.ts";
import type { NamedNode } from "../../reason/node_name.ts";

/** A node that convolves, or is a fully connected layer: a convolution of one cell. */
export interface ConvNode {
  readonly node: Node;
  readonly operator: ConvOperator;
  /** The model as the node sees it: in a body, with the body's own tensors. */
  readonly model: Model;
  /** The node in whose body it stands; null for the main graph. */
  readonly place: NamedNode | null;
  /** The node of the main graph that it is, or that holds it however deeply. */
  readonly holder: Node;
  /** The tensor that holds its maps. */
  readonly output: string;
  /** The tensor that it adds to them; empty where it adds nothing. */
  readonly bias: string;
}

// Every body is seen with all nodes around it. Models seen have some ten bodies with convolutions,
// in graphs of some hundred nodes.
const MAX_SEEN = 1 << 21;

/** How far a walk has come. */
interface Walk {
  readonly model: Model;
  readonly nodes: readonly Node[];
  readonly place: NamedNode | null;
  /** Null in the main graph. */
  readonly holder: Node | null;
  readonly depth: number;
}

/** Lists the nodes of a model that convolve, with those in the bodies of control flow. */
export function listConvNodes(model: Model): ConvNode[] {
  let seen = 0;
  const see = (body: Model): void => {
    seen += body.graph.nodes.length;
    if (seen > MAX_SEEN) {
      throw createError(SyntaxError, { code: "crowded-bodies", most: MAX_SEEN });
    }
  };
  const { nodes } = model.graph;
  return [...walkNodes({ model, nodes, place: null, holder: null, depth: 0 }, see)];
}

function* walkNodes(
  { model, nodes, place, holder, depth }: Walk,
  see: (body: Model) => void,
): Generator<ConvNode> {
  if (depth > MAX_NESTING) {
    throw createError(SyntaxError, { code: "deep-bodies", ...place! });
  }
  for (const node of nodes) {
    const operator = findConvOperator(node.domain, node.op);
    if (operator !== null) {
      const bias = node.inputs[operator.bias ?? -1] ?? "";
      const made = { output: node.outputs[0] ?? "", bias };
      yield { node, operator, model, place, holder: holder ?? node, ...made };
    }
    const bodies = [...node.attributes.values()].flatMap(({ graphs }) => graphs);
    if (bodies.length === 0 || !holdsNode(model, node, isConv)) continue;
    for (const field of bodies) {
      const body = enterBody(model, field);
      see(body.model);
      const inside = { op: node.op, node: node.name || node.outputs[0] || "" };
      yield* walkNodes(
        { ...body, place: inside, holder: holder ?? node, depth: depth + 1 },
        see,
      );
    }
  }
}
