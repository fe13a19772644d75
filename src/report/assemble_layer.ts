import type { KernelStudy } from "../analysis/kernel_study.ts";
import type { Plan, PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { cutSlices } from "../raster/sheet.ts";
import type { LayerFinding, MapsFinding, ModelFinding } from "./finding.ts";
import type { KernelColumns, LayerReport, MapsReport } from "./layer_report.ts";

/** Assembles the measures of every layer, in the order of the plan. */
export function assembleLayerReports(
  { models }: Plan,
  findings: readonly ModelFinding[],
): LayerReport[] {
  return models.flatMap((model, i) =>
    model.layers.map((layer, j) => assembleLayer(model, layer, findings[i]!.layers[j]!))
  );
}

function assembleLayer(
  model: PlannedModel,
  { id }: PlannedLayer,
  { kernels, maps, study, exciting }: LayerFinding,
): LayerReport {
  return {
    format: "convatlas-layer",
    version: 1,
    model: model.id,
    layer: id,
    kernels: kernels && assembleKernels(kernels),
    neighbours: kernels && kernels.neighbours,
    alike: kernels && kernels.alike,
    maps: maps.map(assembleMaps),
    averages: study && { index: indices(study.averages.mean), ...study.averages },
    activity: study && study.activity,
    condition: study && study.condition,
    exciting: exciting && {
      image: exciting.map((cells) => cells.map(({ photo }) => photo)),
      x: exciting.map((cells) => cells.map(({ x }) => x)),
      y: exciting.map((cells) => cells.map(({ y }) => y)),
      value: exciting.map((cells) => cells.map(({ value }) => value)),
    },
  };
}

function assembleKernels({ neighbours: _, alike: __, ...columns }: KernelStudy): KernelColumns {
  return { index: indices(columns.norm), ...columns };
}

function assembleMaps({ photo, dims, measures, activated, circuit }: MapsFinding): MapsReport {
  const { height, width } = cutSlices([1, ...dims]);
  return {
    image: photo,
    height,
    width,
    channels: { index: indices(measures.min), ...measures },
    activated: activated && { index: indices(activated.min), ...activated },
    circuit: circuit && {
      input: circuit.map((each) => each?.input ?? []),
      share: circuit.map((each) => each?.share ?? []),
    },
  };
}

function indices(column: readonly unknown[]): number[] {
  return column.map((_, index) => index);
}
