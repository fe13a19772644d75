import { type NamedNode, nameNode } from "./node_name.ts";

/** A value of a node's attribute that no convolution has. */
interface Attribute extends NamedNode {
  readonly attribute: string;
  readonly found: readonly number[];
}

/** Fully connected layers that nobody asked for. */
interface LeftOut {
  readonly layers: readonly string[];
  readonly ops: readonly string[];
  readonly share: number | null;
}

/** Why a convolution is not drawn as its node stands in the graph. */
export const LAYER_REASONS = {
  "computed": (): string => "computed weight, not drawn: the model makes it while it runs",
  "not-yet-computed": (): string =>
    "computed weight, not drawn: the model makes it of constants, and the runtime has not computed it",
  "blocked-operator": (): string =>
    "an operator of an optimised graph, which stores kernels in blocks of channels; " +
    "give the model before its optimisation",
  "unknown-fusion": (): string =>
    "an operator of an optimised graph with an activation or outputs that are not known; " +
    "give the model before its optimisation",
  "in-body": ({ op, node }: NamedNode): string =>
    `it stands in the body of ${op} "${node}", where nothing can be tapped`,
  "too-many-kernels": (
    { kernels, most }: { readonly kernels: number; readonly most: number },
  ): string => `it has ${kernels} kernels, at most ${most} are drawn`,
  "too-many-channels": (
    { channels, most }: { readonly channels: number; readonly most: number },
  ): string => `its kernels read ${channels} channels, at most ${most} are drawn`,
  "attribute-length": (
    { op, node, attribute, found, expected }: Attribute & { readonly expected: number },
  ): string =>
    `Cannot read ${op} "${node}": ${attribute} is [${found}], expected ${expected} numbers`,
  "attribute-below-one": ({ op, node, attribute, found }: Attribute): string =>
    `Cannot read ${op} "${node}": ${attribute} is [${found}], expected numbers from 1`,
  "no-kernel": ({ op, node, dims }: NamedNode & { readonly dims: readonly number[] }): string =>
    `Cannot read ${op} "${node}": weights of dims [${dims.join(", ")}] hold no kernel`,
  "kernel-misfit": (
    { op, node, dims, kernelShape, group }: NamedNode & {
      readonly dims: readonly number[];
      readonly kernelShape: readonly number[];
      readonly group: number;
    },
  ): string =>
    `Cannot read ${op} "${node}": weights of dims [${dims}] do not fit ` +
    `kernel_shape [${kernelShape}] and group ${group}`,
  "no-convolution": (): string => "Cannot draw model: it has no convolution",
  "dense-left-out": ({ layers, ops, share }: LeftOut): string =>
    `${
      layers.length === 1
        ? "1 fully connected layer is"
        : `${layers.length} fully connected layers are`
    } ` +
    `not drawn${
      share === null ? "" : `: ${holds(layers.length)} ${writeWeightShare(share)} of the weights`
    }; ` +
    `write "layers": ${writeSelectors(ops)} to draw ${layers.length === 1 ? "it" : "them"} too`,
  "dense-alone": ({ ops }: { readonly ops: readonly string[] }): string =>
    `Cannot draw model: it has no convolution; its fully connected layers are drawn where "layers" ` +
    `names them: ${ops.map((op) => `"op:${op}"`).join(", ")}`,
  "crowded-bodies": ({ most }: { readonly most: number }): string =>
    `Cannot list convolutions: bodies and what is around them hold more than ${most} nodes`,
  "deep-bodies": (node: NamedNode): string =>
    `Cannot list convolutions: bodies nest too deeply in the body of ${nameNode(node)}`,
  "large-functions": ({ most }: { readonly most: number }): string =>
    `Cannot list convolutions: functions hold more than ${most} nodes`,
};

function holds(layers: number): string {
  return layers === 1 ? "it holds" : "they hold";
}

/** Writes a share of the weights in percent: the share of nearly all is not all. */
export function writeWeightShare(share: number): string {
  return `${Math.min(99, Math.round(100 * share))} %`;
}

/** Writes what chooses all layers that are drawn unasked, and those of some operators. */
export function writeSelectors(ops: readonly string[]): string {
  return `[${["*", ...ops.map((op) => `op:${op}`)].map((each) => `"${each}"`).join(", ")}]`;
}
