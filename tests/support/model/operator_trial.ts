import type { OperatorTraits } from "../../../src/onnx/graph/operator_traits.ts";
import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";
import { changeCells, measureChange, type Place } from "./map_change.ts";
import { MAP_DIMS, type RunningOperator } from "./operator_example.ts";

/** An operator at work, and what is said of it. */
export interface Trial {
  readonly op: string;
  readonly traits: OperatorTraits;
  readonly running: RunningOperator;
  readonly maps: Maps;
  /** What it makes of the maps. */
  readonly written: Tensor;
}

/** Maps by their names. */
type Maps = Readonly<Record<string, Tensor>>;

const random = createRandom(11);

/** The maps that operators are tried with. */
export const DRAWN = drawMaps();
const OTHERS = drawMaps();

function drawMaps(): Maps {
  const [x, z] = ["x", "z"].map(() => randomTensor(random, MAP_DIMS, -4, 4));
  return { x: x!, z: z! };
}

/** Measures by how much each cell that is written changes where those of a place do. */
export async function changeAt(
  { running, maps, written }: Trial,
  name: string,
  place: Place,
  shifts?: readonly number[],
): Promise<Tensor> {
  const after: Tensor[] = [];
  for (const changed of changeCells(maps[name]!, place, shifts)) {
    after.push(await running.run({ ...maps, [name]: changed }));
  }
  return measureChange(written, after);
}

/** Lists the maps that an operator reads. */
export function listMaps({ running }: Trial): readonly string[] {
  return [...new Set(running.inputs)].filter((name) => name !== "");
}

/**
 * Measures how far what is made of the middle between two maps lies from the middle of what is
 * made of them, as a share of the extent of all that is written.
 */
export async function measureBend({ running, maps, written }: Trial): Promise<number> {
  const x = OTHERS.x!;
  const other = await running.run({ ...maps, x });
  const middle = x.data.map((value, i) => (value + maps.x!.data[i]!) / 2);
  const between = await running.run({ ...maps, x: createTensor(middle, MAP_DIMS) });
  const gap = between.data.map((value, i) => value - (written.data[i]! + other.data[i]!) / 2);
  const [least, most] = findExtent(written);
  return Math.max(...findExtent(createTensor(gap, written.dims)).map(Math.abs)) / (most - least);
}

function findExtent({ data }: Tensor): readonly [least: number, most: number] {
  return [data.reduce((a, b) => Math.min(a, b)), data.reduce((a, b) => Math.max(a, b))];
}
