import { countElements } from "../../tensor/tensor.ts";
import { nameKernelValues } from "../value_files.ts";
import type { Plan, PlannedLayer, PlannedModel } from "../plan.ts";

/** The layers of a model whose cosines are told, by their ids: with which before them. */
export type ToldCosines = ReadonlyMap<string, readonly PlannedLayer[]>;

// Two numbers of each kernel are told a layer. Of so many weights a kernel they take less than they save.
const WEIGHTS = 16;

type ModelLayers = Pick<PlannedModel, "id" | "layers">;

/** The models of a plan, and in which form their numbers are kept. */
interface ModelsOfPlan extends Pick<Plan, "values"> {
  readonly models: readonly ModelLayers[];
}

/**
 * Plans of which layers of a model it is told how alike their kernels are: of all those whose kernels
 * can only be compared with others of the model. What can be compared with another model's, such as
 * the same before training, is told by its numbers alone; so is all where these are kept otherwise.
 */
export function planToldCosines(
  { models, values }: ModelsOfPlan,
  model: ModelLayers,
): ToldCosines {
  if (values !== "compact") return new Map();
  const others = models.filter(({ id }) => id !== model.id).flatMap(({ layers }) => layers);
  const elsewhere = new Set(others.map(nameSize));
  const drawn = model.layers.filter(({ conv }) => conv.kernels !== null);
  const told = new Map<string, readonly PlannedLayer[]>();
  for (const [size, layers] of Map.groupBy(drawn, nameSize)) {
    const weights = countElements(sizeOf(layers[0]!));
    if (elsewhere.has(size) || weights < WEIGHTS * (layers.length - 1)) continue;
    layers.forEach(({ id }, i) => told.set(id, layers.slice(0, i)));
  }
  return told;
}

/** Names the data that tells of the kernels of a layer how alike others are, from the report's folder. */
export function nameToldCosines(folder: string): string {
  return `${nameKernelValues(folder)}/cosines`;
}

function nameSize(layer: PlannedLayer): string {
  return sizeOf(layer).join();
}

function sizeOf({ conv: { kernels } }: PlannedLayer): readonly number[] {
  return kernels?.dims.slice(1) ?? [];
}
