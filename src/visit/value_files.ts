import { planValueFiles, type ValueFiles } from "../plan/value_files.ts";
import { writeDataScript } from "../report/data_script.ts";
import { encodeBase64 } from "../tensor/base64.ts";
import { countElements, type Tensor } from "../tensor/tensor.ts";
import type { Visit } from "./visit.ts";

/** Writes the numbers of kernels or maps into a folder; null where the plan leaves them out. */
export async function writeValueFiles(
  folder: string,
  { data, dims }: Tensor,
  { plan, effects }: Visit,
): Promise<ValueFiles | null> {
  if (!plan.values) return null;
  const planned = planValueFiles(dims);
  const { perFile, files } = planned;
  const step = perFile * countElements(dims.slice(1));
  for (let i = 0; i < files; i++) {
    const name = `${folder}/${i}`;
    const script = writeDataScript(name, encodeBase64(data.subarray(i * step, (i + 1) * step)));
    await effects.output.write(`${name}.js`, script);
  }
  return planned;
}
