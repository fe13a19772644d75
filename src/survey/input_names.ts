import type { ModelConfig } from "../config/model_config.ts";
import { findNearestName } from "../config/problem/nearest_name.ts";
import { listFedInputs } from "../onnx/write/cut.ts";
import { describeInput } from "../reason/input_text.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { Notes } from "./notes.ts";

/** Notes the inputs that a model's config names and the model does not have; `field` is its place. */
export function checkInputNames(
  { image, inputs }: Pick<ModelConfig, "image" | "inputs">,
  model: Model,
  field: string,
  { problems }: Pick<Notes, "problems">,
): void {
  const note = (path: string, message: string): void =>
    void problems.push({ path: `${field}.${path}`, message });
  if (image !== null) {
    const miss = describeMiss(image, model);
    if (miss !== null) note("image", miss);
    if (Object.hasOwn(inputs, image)) {
      note("image", `"${image}" takes the photo; "inputs" gives it a value too`);
    }
  }
  for (const name of Object.keys(inputs)) {
    const miss = describeMiss(name, model);
    if (miss !== null) note(`inputs${writeStep(name)}`, miss);
  }
}

function writeStep(name: string): string {
  return /^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function describeMiss(name: string, model: Model): string | null {
  const fed = listFedInputs(model);
  if (fed.some((input) => input.name === name)) return null;
  if (model.graph.inputs.has(name)) return `the model itself holds the values of "${name}"`;
  const nearest = findNearestName(name, fed.map((input) => input.name));
  const suggestion = nearest === null ? "." : `; did you mean "${nearest}"?`;
  const there = fed.length === 0 ? "It has none" : `It has ${fed.map(describeInput).join(", ")}`;
  return `the model has no input "${name}"${suggestion} ${there}`;
}
