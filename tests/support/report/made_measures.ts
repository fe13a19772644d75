import type { ComposedMeasures } from "../../../src/analysis/kernel/composed_measures.ts";
import type { KernelClasses } from "../../../src/analysis/class/kernel_classes.ts";
import type { What } from "../../../src/analysis/class/what.ts";
import type { KernelKind } from "../../../src/analysis/kind/kernel_kind.ts";
import { MAP_MEASURES, type MapMeasures } from "../../../src/analysis/map/map_measures.ts";
import {
  EXPERIMENT_MEASURES,
  type ExperimentColumns,
  type Experiments,
} from "../../../src/analysis/trial/experiments.ts";
import { TRIALS } from "../../../src/analysis/trial/trial.ts";
import type {
  KernelColumns,
  LayerExperiments,
  LayerReport,
  MapColumns,
} from "../../../src/report/layer_report.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import { makeTuning } from "./made_tuning.ts";
import { HOSTILE, report } from "./report_fixture.ts";

/** The classes of the first layer: no kernel is a grey blob. */
const IMAGE_KINDS: readonly KernelKind[] = [
  "grey edge",
  "colour edge",
  "other",
  "colour blob",
  "colour edge",
  "grey edge",
  "high frequency",
  "dead",
  "grey edge",
  "grey edge",
];

const IMAGE_WHATS: readonly What[] = [
  "edge",
  "colour edge",
  "other",
  "colour spot",
  "colour edge",
  "line",
  "texture",
  "dead",
  "edge",
  "edge",
];

/** The words of the classes that the deep layer stands for; one has none. */
const LABELS: readonly (string | null)[] = [..."ABCDEFGHIJK"].map((letter) => `tabby ${letter}`)
  .concat(HOSTILE).map((label, k) => k === 1 ? null : label);

/**
 * The measures: map 1 is flat on every photo, map 3 of chelsea has two values that are not finite,
 * kernel 2 has four, and kernel 0 is like kernel 1.
 */
export const layerReports: readonly LayerReport[] = report.models[0]!.layers.map(measure);

type Column = (number | null)[];
type Fill = (measure: (k: number) => number | null) => Column;

function measure(layer: ReportLayer): LayerReport {
  const column: Fill = (measure) => Array.from({ length: layer.pairs }, (_, k) => measure(k));
  return {
    format: "convatlas-layer",
    version: 1,
    model: "net-1.0",
    layer: layer.id,
    kernels: layer.kernelsMissing === null ? measureKernels(layer, column) : null,
    maps: layer.maps.map(({ image, height, width, samples, activated }) => {
      const channels = measureMaps(image, column);
      const floor = { ...channels, min: column(() => 0) };
      const circuit = layer.readsImage ? null : makeCircuit(layer);
      const strongest = findStrongest(layer, column);
      return {
        image,
        height,
        width,
        samples,
        channels,
        activated: activated && floor,
        strongest,
        circuit,
      };
    }),
    experiments: layer.maps.length > 0 ? measureTried(layer, column) : null,
    averages: layer.maps.length > 0 ? measureMaps("average", column) : null,
    neighbours: layer.kernelsMissing === null ? listNeighbours(layer.pairs) : null,
    activity: layer.maps.some(({ activated }) => activated !== null)
      ? { zeros: column(() => 0.25), on: column((k) => k === 2 ? null : 0.42) }
      : null,
    mix: null,
    matrix: null,
    alike: null,
    composed: layer.effective?.picture ? measureComposed(column) : null,
    leading: layer.effective?.picture
      ? { share: column((k) => k === 2 ? null : 0.4 + k / 50), tinted: true }
      : null,
    condition: layer.maps.length > 0 ? { dead: [4], constant: [1], nonFinite: [3] } : null,
    classes: layer.pairs > 0 ? classify(layer) : null,
    families: layer.maps.length > 0 ? groupFamilies(layer) : null,
    labels: layer.pairs === 12 ? LABELS : null,
    exciting: layer.maps.length > 0 ? excite(layer) : null,
    excitingInside: layer.maps.length > 0 ? excite(layer) : null,
    onPadding: layer.maps.length === 0 ? null : layer.pairs > 1 ? [0] : [],
    tuning: layer.maps.length > 0 ? makeTuning(layer.pairs) : null,
    dataset: null,
  };
}

function measureComposed(column: Fill): ComposedMeasures {
  return {
    dcGain: column((k) => k / 16),
    lumaGain: column((k) => k / 32),
    chroma: column((k) => k === 2 ? null : 0.4),
    hue: column((k) => k === 2 ? null : 10 * k),
    centroid: column((k) => 0.05 + k / 100),
    orientation: column((k) => 15 * k),
    coherence: column((k) => 1 / (1 + k)),
    bandwidth: column(() => 0.05),
    symmetry: column(() => 0.5),
    ownSymmetry: column((k) => k === 1 ? 0.9 : 0.2),
    roundness: column((k) => k === 3 ? 0.8 : 0.1),
    waves: column((k) => k === 4 ? 5 : 1.5),
  };
}

// Where kernels are not drawn, nothing is known of what they look for.
function classify({ readsImage, kernelsMissing, maps, pairs }: ReportLayer): KernelClasses {
  const each = <Value>(value: (k: number) => Value): Value[] =>
    Array.from({ length: pairs }, (_, k) => value(k));
  const deep = (k: number): What => k === 0 ? "spot" : "mixed";
  const what = each((k) => {
    return kernelsMissing !== null ? "other" : readsImage ? IMAGE_WHATS[k] ?? "edge" : deep(k);
  });
  const ran = maps.length > 0;
  return {
    what,
    confidence: what.map((kind) => kind === "other" ? null : 0.974),
    when: each((k) => ran ? k === 1 ? "never" : k === 3 ? "rare" : "broad" : null),
    where: each((k) => ran ? k === 0 ? "padding" : "inside" : null),
    wiring: each((k) => readsImage || !ran ? null : k === 0 ? "one" : "many"),
    acts: each((k) => k === 0 ? "excites" : "both"),
    shows: each((k) => ran ? k === 3 ? "photo" : "neither" : null),
  };
}

// Every third kernel of the deep layer is of one family, and the first three of those between of another.
function groupFamilies({ pairs }: ReportLayer): NonNullable<LayerReport["families"]> {
  const families = pairs === 12
    ? [
      { kernels: [6, 0, 3, 9], strongest: 3, correlation: 0.61 },
      { kernels: [1, 4, 7], strongest: 7, correlation: 0.52 },
    ]
    : [];
  const numberOf = (k: number): number | null =>
    families.findIndex(({ kernels }) => kernels.includes(k)) + 1 || null;
  return {
    correlation: families.length === 0 ? null : 0.4,
    of: Array.from({ length: pairs }, (_, k) => numberOf(k)),
    families,
  };
}

// Each kernel answers to one cell of the first photo, whose patch reaches beyond it.
function excite({ pairs, maps }: ReportLayer): NonNullable<LayerReport["exciting"]> {
  const each = <Value>(value: (k: number) => Value) =>
    Array.from({ length: pairs }, (_, k) => [value(k)]);
  return {
    image: each(() => maps[0]!.image),
    x: each((k) => k % 3),
    y: each(() => 0),
    value: each((k) => k + 0.5),
    onPadding: each((k) => k === 0),
  };
}

// The strongest cell of map 0 lies on the padding; where slices can be told apart, two give most.
function findStrongest(
  { readsImage, pairs }: ReportLayer,
  column: Fill,
): LayerReport["maps"][number]["strongest"] {
  const kernels = Array.from({ length: pairs }, (_, k) => k);
  return {
    x: column((k) => k % 3),
    y: column(() => 0),
    value: column((k) => k + 0.25),
    activated: column((k) => k + 0.25),
    onPadding: kernels.map((k) => k === 0),
    input: kernels.map((k) => readsImage ? [] : [k % 3, 5]),
    term: kernels.map(() => readsImage ? [] : [0.75, -0.25]),
    rest: column((k) => k + 0.25 - (readsImage ? 0 : 0.5) - (k === 3 ? 0 : k / 4 - 0.5)),
    total: column((k) => k + 0.25),
  };
}

// Two slices make each map.
function makeCircuit({ pairs }: ReportLayer): LayerReport["maps"][number]["circuit"] {
  const kernels = Array.from({ length: pairs }, (_, k) => k);
  return { input: kernels.map((k) => [k % 3, 5]), share: kernels.map(() => [0.75, -0.25]) };
}

function measureKernels({ readsImage }: ReportLayer, column: Fill): KernelColumns {
  const known = (value: number): Column => column((k) => k === 2 ? null : value);
  const coloured = (measure: (k: number) => number): Column =>
    column((k) => readsImage && k !== 2 ? measure(k) : null);
  const kinds = column(() => 0);
  return {
    index: column((k) => k) as number[],
    min: column((k) => -0.5 - k),
    max: column((k) => 0.5 + k),
    mean: column(() => 0.0125),
    norm: known(3.02),
    bias: column((k) => k === 3 ? null : k / 4 - 0.5),
    nonFinite: column((k) => k === 2 ? 4 : 0),
    dcGain: column((k) => k === 2 ? null : k === 3 ? 0.5 : 0.001),
    lumaGain: coloured(() => 0.01),
    chroma: coloured((k) => [1, 3, 4].includes(k) ? 0.75 : 0.25),
    hue: coloured(() => 59.7),
    centroid: known(0.21),
    orientation: known(88.6),
    coherence: known(0.9),
    bandwidth: known(0.1),
    separability: known(0.8),
    symmetry: known(0.5),
    ownSymmetry: known(0.5),
    roundness: known(0.2),
    waves: known(1.5),
    sparsity: known(0),
    kind: kinds.map((_, k) => readsImage ? IMAGE_KINDS[k]! : k === 0 ? "duplicate" : "other"),
    confidence: known(0.974),
    nearest: column((k) => k === 0 ? 1 : 0),
    similarity: column((k) => k === 0 ? 0.974 : -0.5),
    duplicateOf: column((k) => k === 0 ? 1 : null),
    antiPairOf: column((k) => k === 1 ? 0 : null),
    likeness: column((k) => k === 0 ? 0.974 : 0.2),
    strongestSlices: column((k) => k).map((k) => readsImage ? [0, 1, 2] : [k!, 63, 20, 31]),
    strongestShare: known(readsImage ? 1 : 0.4),
    balance: known(0.25),
    similarityRank: column((k) => k),
  };
}

function measureTried({ maps }: ReportLayer, column: Fill): LayerExperiments {
  const spread = (first: number): ExperimentColumns => ({
    mean: column((k) => first + k / 100),
    least: column((k) => first + k / 200),
    most: column((k) => first + k / 50),
  });
  const columns = EXPERIMENT_MEASURES.map((name, i) => [name, spread(i / 10)] as const);
  return {
    images: maps.map(({ image }) => image),
    trials: TRIALS,
    ...Object.fromEntries(columns) as Experiments,
  };
}

function measureMaps(image: string, column: Fill): MapColumns {
  const plain = Object.keys(MAP_MEASURES).map((name) => [name, column(() => 0)]);
  return {
    ...Object.fromEntries(plain) as MapMeasures,
    index: column((k) => k) as number[],
    strongestX: column((k) => k % 3),
    strongestY: column(() => 0),
    onPadding: column((k) => k).map((k) => k === 0),
    min: column((k) => k === 1 ? 0 : -1.94),
    max: column((k) => k === 1 ? 0 : 1234.5),
    std: column(() => 1),
    nonFinite: column((k) => image === "chelsea" && k === 3 ? 2 : 0),
    entropy: column(() => 5.5),
    keepsPicture: column((k) => k === 5 ? null : k === 3 ? 0.75 : 0.0625),
    luma: column(() => 0.3),
    edges: column(() => 0.2),
  };
}

// Each kernel is most like the next one and most like the negative of the one before.
function listNeighbours(pairs: number): NonNullable<LayerReport["neighbours"]> {
  const kernels = Array.from({ length: pairs }, (_, k) => k);
  return {
    nearest: {
      kernel: kernels.map((k) => [(k + 1) % pairs]),
      cosine: kernels.map(() => [0.5]),
    },
    opposite: {
      kernel: kernels.map((k) => [(k + pairs - 1) % pairs]),
      cosine: kernels.map(() => [-0.25]),
    },
  };
}
