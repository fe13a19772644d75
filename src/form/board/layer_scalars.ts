import type { BoardEvent } from "../../board/event.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import { type LayerNumbers, measureLayerKernels, measureLayerMaps } from "../layer_numbers.ts";

/** Lists what a layer amounts to as scalars: its kernels at the first step, its maps at that of each photo. */
export function* listScalars(
  { layer, kernels, maps }: LayerReport,
  findStep: (image: string) => number,
): Generator<BoardEvent> {
  const list = (kind: string, step: number, numbers: LayerNumbers): BoardEvent[] =>
    [...numbers].map(([name, value]) => {
      return { tag: `${layer}/${kind}/${name}`, step, value: { kind: "scalar", value } };
    });
  if (kernels !== null) yield* list("kernels", 0, measureLayerKernels(kernels));
  for (const { image, channels, activated } of maps) {
    const step = findStep(image);
    yield* list("maps", step, measureLayerMaps([channels]));
    if (activated !== null) yield* list("activated", step, measureLayerMaps([activated]));
  }
}
