import { join } from "node:path";
import { readFileGraph } from "../onnx/graph/file_graph.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import { isNodeData, writeNodeData } from "./explorer/node_data.ts";
import { type FindKey, nameKeys } from "./explorer/node_keys.ts";
import type { Form, MadeReport } from "./form.ts";
import {
  LAYER_KERNEL_NUMBERS,
  LAYER_MAP_NUMBERS,
  type LayerNumbers,
  measureLayerKernels,
  measureLayerMaps,
} from "./layer_numbers.ts";

const DAMAGE = "damage";

const NAMES = [
  ...LAYER_KERNEL_NUMBERS.map((name) => `kernels.${name}`),
  ...LAYER_MAP_NUMBERS.flatMap((name) => [`maps.${name}`, `activated.${name}`]),
  DAMAGE,
];

/** What layers amount to as node data of Model Explorer: a file a number, by which it colours a graph. */
export const EXPLORER_FORM: Form = {
  value: "<folder>",
  description: "write measures of layers for Google's Model Explorer into this folder",
  tell: (folder) => `${folder}, node data for Model Explorer`,
  begin: async ({ models }, { value: folder, beside }) => {
    for (const { id } of models) {
      for (const name of NAMES) await beside.begin(nameFile(folder, id, name), isNodeData);
    }
  },
  write: async (made, { value: folder, beside }) => {
    for (const [i, model] of made.plan.models.entries()) {
      for (const [name, text] of writeNumbers(made, i)) {
        await beside.append(nameFile(folder, model.id, name), text);
      }
    }
  },
};

function nameFile(folder: string | null, model: string, name: string): string {
  return join(folder ?? "", model, `${name}.json`);
}

function* writeNumbers(made: MadeReport, i: number): Generator<readonly [name: string, string]> {
  const model = made.plan.models[i]!;
  const file = readFileGraph(model.onnx);
  const graph = file.name || "<main>"; // as the adapter calls one without a name
  const own = made.layers.filter((layer) => layer.model === model.id);
  const numbers = own.map(gatherNumbers);
  const damage = findDamage(made.report, model.id);
  for (const [j, { layer }] of own.entries()) {
    const error = damage.get(layer) ?? null;
    if (error !== null) numbers[j]!.set(DAMAGE, error);
  }
  const findKey = nameKeys(file);
  for (const name of NAMES) {
    const found = findNumbers(name, numbers, { model, findKey });
    if (found.size > 0) yield [name, writeNodeData({ graph, name, numbers: found })];
  }
}

// By layer; of several comparisons the first.
function findDamage(
  { comparisons }: Pick<Report, "comparisons">,
  model: string,
): ReadonlyMap<string, number | null> {
  const layers = comparisons.find(({ b }) => b === model)?.layers ?? [];
  return new Map(layers.map(({ b, medianError }) => [b, medianError]));
}

function gatherNumbers({ kernels, maps }: LayerReport): Map<string, number> {
  const name = (kind: string, numbers: LayerNumbers): [string, number][] =>
    [...numbers].map(([measure, value]) => [`${kind}.${measure}`, value]);
  const activated = maps.map((photo) => photo.activated).filter((each) => each !== null);
  return new Map([
    ...kernels === null ? [] : name("kernels", measureLayerKernels(kernels)),
    ...name("maps", measureLayerMaps(maps.map(({ channels }) => channels))),
    ...name("activated", measureLayerMaps(activated)),
  ]);
}

function findNumbers(
  name: string,
  numbers: readonly ReadonlyMap<string, number>[],
  { model, findKey }: { readonly model: PlannedModel; readonly findKey: FindKey },
): Map<string, number> {
  return new Map(model.layers.flatMap(({ conv }, j) => {
    const [key, value] = [findKey(conv), numbers[j]!.get(name)];
    return key === null || value === undefined ? [] : [[key, value] as const];
  }));
}
