import type { Plan, PlannedLayer } from "../plan/plan.ts";
import { nameToldCosines, type ToldCosines } from "../plan/numbers/told_cosines.ts";
import { nameKernelValues, planValueFiles } from "../plan/value_files.ts";
import { countElements } from "../tensor/tensor.ts";
import { BYTES } from "./bytes.ts";
import type { ExpectedFile } from "./report_file.ts";

/** Lists the files of the numbers of a layer's kernels, and of what is told of them. */
export function* listKernelValues(
  { id, folder, conv: { kernels } }: PlannedLayer,
  told: ToldCosines,
  { values }: Plan,
): Generator<ExpectedFile> {
  if (values === "none") return;
  const { dims } = kernels!;
  const before = told.get(id);
  const number = before === undefined ? BYTES.value[values] : BYTES.looseValue;
  yield* listValues(nameKernelValues(folder), dims, number);
  if (before === undefined || before.length === 0) return;
  const bytes = before.length * dims[0]! * BYTES.toldPair;
  yield { kind: "values", path: `${nameToldCosines(folder)}.js`, bytes };
}

/** Lists the files of the numbers of maps. */
export function* listMapValues(
  folder: string,
  dims: readonly number[],
  { values }: Plan,
): Generator<ExpectedFile> {
  if (values !== "none") yield* listValues(folder, dims, BYTES.value[values]);
}

function* listValues(
  folder: string,
  dims: readonly number[],
  number: number,
): Generator<ExpectedFile> {
  const { files } = planValueFiles(dims);
  const bytes = countElements(dims) / files * number;
  for (let i = 0; i < files; i++) yield { kind: "values", path: `${folder}/${i}.js`, bytes };
}
