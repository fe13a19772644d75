import type { Model } from "../graph/model.ts";
import type { ValueInfo } from "../graph/graph.ts";

/**
 * Gives a model whose photo input declares other sizes. Whatever slides over a photo takes any size;
 * whether the rest does, a trace or the runtime tells.
 *
 * @param dims The sizes along all axes of the input.
 */
export function resizeInput(model: Model, name: string, dims: readonly number[]): Model {
  const declared = model.graph.inputs.get(name);
  if (declared === undefined) return model;
  const resized: ValueInfo = { ...declared, dims };
  const inputs = new Map([...model.graph.inputs, [name, resized]]);
  return { ...model, graph: { ...model.graph, inputs } };
}
