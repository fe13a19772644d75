import type { InputKernels } from "../../report/layer_file.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { listKernelViews } from "./kernel_view.ts";

/** A kernel by its layer. */
export interface InputKernel {
  readonly layer: string;
  readonly k: number;
}

/** Finds the kernel that makes the map which a layer reads as its input; null where that is no single one. */
export function findInputKernel(
  { sources }: Pick<ReportLayer, "sources">,
  input: number,
): InputKernel | null {
  const part = sources.find(({ first, count }) =>
    input >= first && input < first + (count ?? Infinity)
  );
  return part ? { layer: part.layer, k: input - part.first } : null;
}

/**
 * Lists the pictures of the kernels that make what a layer reads: the first choice of each layer, but
 * no bars, which would be a picture of further inputs.
 */
export function listInputKernels(
  { sources }: Pick<ReportLayer, "sources">,
  layers: readonly ReportLayer[],
): InputKernels[] {
  return [...new Set(sources.map(({ layer }) => layer))].flatMap((id) => {
    const layer = layers.find((each) => each.id === id);
    const [first] = layer ? listKernelViews(layer) : [];
    if (first === undefined || first.view === "mix") return [];
    const { picture, coloured } = first;
    return [{ layer: id, picture: { ...picture, file: `../${id}/${picture.file}` }, coloured }];
  });
}
