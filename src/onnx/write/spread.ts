import type { NewGraph } from "./encode.ts";

/** The inputs of the graph: pictures [n, channels, height, width], and weights. */
export const SPREAD_INPUT = "pictures";
export const SPREAD_WEIGHTS = "weights";
/** How weights are spread over pictures, along each axis. */
export interface Spreading {
  /** How far apart the pictures of neighbouring weights are added, in pixels. */
  readonly steps: readonly number[];
  readonly group: number;
}

/** Plans the graph that adds up pictures, each as often as there are weights, shifted. */
export function planSpread({ steps, group }: Spreading): NewGraph {
  const inputs = [SPREAD_INPUT, SPREAD_WEIGHTS];
  const outputs = ["spread"];
  const attributes = { dilations: steps, group };
  return {
    nodes: [{ op: "ConvTranspose", inputs, outputs, attributes }],
    constants: new Map(),
    inputs: new Map(inputs.map((name) => [name, [null, null, null, null]])),
    outputs,
  };
}
