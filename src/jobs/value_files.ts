import { planValueFiles, type ValueFiles, type ValueForm } from "../plan/value_files.ts";
import { writeDataScript } from "../report/data_script.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import { encodeTiles } from "../tensor/tile_bytes.ts";
import type { StepOptions } from "../tensor/tile_step.ts";
import type { MadeFile } from "./made_file.ts";

/** Where numbers are to be kept, and how. */
export interface PlannedValues extends StepOptions {
  /** The folder of their files, relative to the report's. */
  readonly folder: string;
  readonly form: ValueForm;
}

/** The numbers of kernels or maps in files, and how they lie there. */
export interface MadeValues {
  readonly values: ValueFiles;
  readonly files: readonly MadeFile[];
}

/** Makes the files of the numbers of kernels or maps. */
export function makeValueFiles(
  { folder, form, ...options }: PlannedValues,
  { data, dims }: Tensor,
): MadeValues {
  const planned = planValueFiles(dims);
  const tile = dims.slice(1);
  const step = planned.perFile * countElements(tile);
  const made = Array.from({ length: planned.files }, (_, i) => {
    const name = `${folder}/${i}`;
    const part = data.subarray(i * step, (i + 1) * step);
    const rounded = { exact: form === "exact", coarse: form === "coarse", ...options };
    const { bytes, error } = encodeTiles(part, tile, rounded);
    return { path: `${name}.js`, bytes: writeDataScript(name, bytes, "numbers"), error };
  });
  const error = made.reduce((most, each) => Math.max(most, each.error), 0);
  const bytes = made.reduce((sum, each) => sum + each.bytes.length, 0);
  return {
    values: { ...planned, form, error, bytes },
    files: made.map(({ path, bytes }) => ({ path, bytes })),
  };
}
