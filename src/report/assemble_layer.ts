import type { KernelTraits } from "../analysis/kernel_study.ts";
import type { MapMeasures } from "../analysis/map/map_measures.ts";
import type { MarkedCell, PhotoCell } from "../analysis/map/top_cells.ts";
import type { Plan, PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { DatasetColumns } from "./dataset/dataset_columns.ts";
import type {
  DatasetFinding,
  ExcitedKernels,
  FoundMaps,
  LayerFinding,
  MapsFinding,
  ModelFinding,
  Peak,
} from "./finding.ts";
import type {
  ExcitingColumns,
  KernelColumns,
  LayerReport,
  MapColumns,
  MapsReport,
  StrongestColumns,
} from "./layer_report.ts";

/** Assembles the measures of every layer, in the order of the plan. */
export function assembleLayerReports(
  { models }: Plan,
  findings: readonly ModelFinding[],
  dataset: DatasetFinding["layers"] = new Map(),
): LayerReport[] {
  return models.flatMap((model, i) =>
    model.layers.map((layer, j) => {
      const answers = dataset.get(layer.folder) ?? (() => null);
      return assembleLayer(model, layer, { ...findings[i]!.layers[j]!, answers });
    })
  );
}

function assembleLayer(
  model: PlannedModel,
  { id, conv }: PlannedLayer,
  finding: LayerFinding & { readonly answers: () => DatasetColumns | null },
): LayerReport {
  const { kernels, neighbours, mixing, maps, study, families, classes } = finding;
  const { excited, experiments, onPadding, composed, leading, tuning } = finding;
  const kept = {
    maps: holdWeakly(() => maps.map(({ measured }) => measured().columns)),
    neighbours: holdWeakly(neighbours),
    mixing: holdWeakly(mixing),
    experiments: holdWeakly(experiments),
    excited: holdWeakly(() => assembleExcited(excited())),
    tuning: holdWeakly(tuning ?? (() => null)),
    dataset: holdWeakly(finding.answers),
  };
  return {
    format: "convatlas-layer",
    version: 1,
    model: model.id,
    layer: id,
    kernels: kernels && assembleKernels(kernels),
    get neighbours() {
      return kept.neighbours();
    },
    get mix() {
      return kept.mixing()?.mix ?? null;
    },
    get matrix() {
      return kept.mixing()?.matrix ?? null;
    },
    alike: kernels && kernels.alike,
    composed,
    leading: leading && leading.measures,
    get maps() {
      return kept.maps();
    },
    averages: study && { index: indices(study.averages.mean), ...study.averages },
    activity: study && study.activity,
    condition: study && study.condition,
    classes,
    families,
    labels: findLabels(model, conv),
    get experiments() {
      return kept.experiments();
    },
    get exciting() {
      return kept.excited().exciting;
    },
    get excitingInside() {
      return kept.excited().excitingInside;
    },
    onPadding,
    get tuning() {
      return kept.tuning();
    },
    get dataset() {
      return kept.dataset();
    },
  };
}

function findLabels(
  { classes }: PlannedModel,
  { output }: PlannedLayer["conv"],
): LayerReport["labels"] {
  return classes?.layer === output ? classes.labels : null;
}

// Pages ask for them many times, one layer after the other.
function holdWeakly<Value extends object | null>(read: () => Value): () => Value {
  let held: WeakRef<NonNullable<Value>> | null = null;
  return () => {
    const known = held?.deref();
    if (known !== undefined) return known;
    const value = read();
    held = value && new WeakRef(value);
    return value;
  };
}

function assembleExcited(
  excited: ExcitedKernels | null,
): Pick<LayerReport, "exciting" | "excitingInside"> {
  if (excited === null) return { exciting: null, excitingInside: null };
  const { exciting, excitingInside } = excited;
  return {
    exciting: assembleExciting(exciting),
    excitingInside: assembleExciting(excitingInside),
  };
}

function assembleExciting(kernels: ExcitedKernels["exciting"]): ExcitingColumns {
  const list = <Key extends keyof PhotoCell>(key: Key): PhotoCell[Key][][] =>
    kernels.map((cells) => cells.map((cell) => cell[key]));
  return {
    image: list("photo"),
    x: list("x"),
    y: list("y"),
    value: list("value"),
    onPadding: list("onPadding"),
  };
}

function assembleKernels({ alike: _, ...columns }: KernelTraits): KernelColumns {
  return { index: indices(columns.norm), ...columns };
}

/** Assembles what was found in the maps of a layer on one photo. */
export function assembleMaps(
  { photo, height, width, samples }: Pick<MapsFinding, "photo" | "height" | "width" | "samples">,
  { measures, activated, circuit, strongest, strongestActivated, peaks }: FoundMaps,
): MapsReport {
  return {
    image: photo,
    height,
    width,
    samples,
    channels: assembleColumns(measures, strongest),
    activated: activated && assembleColumns(activated, strongestActivated ?? []),
    strongest: assemblePeaks(peaks),
    circuit: circuit && {
      input: circuit.map((each) => each?.input ?? []),
      share: circuit.map((each) => each?.share ?? []),
    },
  };
}

function assembleColumns(
  measures: MapMeasures,
  strongest: readonly (MarkedCell | null)[],
): MapColumns {
  return {
    index: indices(measures.min),
    ...measures,
    strongestX: strongest.map((cell) => cell && cell.x),
    strongestY: strongest.map((cell) => cell && cell.y),
    onPadding: strongest.map((cell) => cell && cell.onPadding),
  };
}

function assemblePeaks(peaks: readonly (Peak | null)[]): StrongestColumns {
  return {
    x: peaks.map((peak) => peak && peak.x),
    y: peaks.map((peak) => peak && peak.y),
    value: peaks.map((peak) => peak && peak.value),
    activated: peaks.map((peak) => peak && peak.activated),
    onPadding: peaks.map((peak) => peak && peak.onPadding),
    input: peaks.map((peak) => peak?.sum?.input ?? []),
    term: peaks.map((peak) => peak?.sum?.term ?? []),
    rest: peaks.map((peak) => peak?.sum?.rest ?? null),
    total: peaks.map((peak) => peak?.sum?.total ?? null),
  };
}

function indices(column: readonly unknown[]): number[] {
  return column.map((_, index) => index);
}
