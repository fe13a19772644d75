import { planValueFiles, type ValueFiles } from "../plan/value_files.ts";
import { writeDataScript } from "../report/data_script.ts";
import { encodeBase64 } from "../tensor/base64.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import type { MadeFile } from "./made_file.ts";

/** The numbers of kernels or maps in files, and how they lie there. */
export interface MadeValues {
  readonly values: ValueFiles;
  readonly files: readonly MadeFile[];
}

const encoder = new TextEncoder();

/** Makes the files of the numbers of kernels or maps in a folder. */
export function makeValueFiles(folder: string, { data, dims }: Tensor): MadeValues {
  const values = planValueFiles(dims);
  const step = values.perFile * countElements(dims.slice(1));
  const files = Array.from({ length: values.files }, (_, i) => {
    const name = `${folder}/${i}`;
    const script = writeDataScript(name, encodeBase64(data.subarray(i * step, (i + 1) * step)));
    return { path: `${name}.js`, bytes: encoder.encode(script) };
  });
  return { values, files };
}
