import type { SlimModel } from "../onnx/slim/slim_model.ts";
import { formatBytes } from "../reason/byte_size.ts";
import { plural } from "../words/quantity.ts";

/** A slim model that was written. */
export interface WrittenSlim {
  readonly out: string;
  /** The model that it was made from. */
  readonly path: string;
  readonly made: SlimModel;
  /** How many layers were asked for. */
  readonly chosen: number;
  /** How many bytes the whole model has. */
  readonly whole: number;
}

/** Tells what was written of a model, a fact a line. */
export function tellSlim({ out, path, made, chosen, whole }: WrittenSlim): string[] {
  const { file, data, layers } = made;
  const bytes = file.byteLength + (data?.byteLength ?? 0);
  const needed = layers.length - chosen;
  const also = needed > 0 ? `, and ${needed} more that these need` : "";
  return [
    ...data === null ? [] : [`wrote ${out}.data, the weights of ${out}: keep them side by side`],
    `wrote ${out}: ${formatBytes(bytes)} of the ${formatBytes(whole)} of ${path}, ` +
    `${plural(chosen, "layer")}${also}`,
  ];
}
