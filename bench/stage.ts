/** The stages of a report's work, in their order; the rest belongs to none. */
export const STAGES = [
  "read",
  "run",
  "experiments",
  "gratings",
  "circuits",
  "paint",
  "measure",
  "classes",
  "rule",
  "comparison",
  "encode",
  "render",
  "write",
  "rest",
] as const;

/** A stage of a report's work. */
export type Stage = (typeof STAGES)[number];

/** The folders and files of src/ whose work is that of a stage; the longest that fits counts. */
export const STAGE_PLACES: Readonly<Record<Exclude<Stage, "rest">, readonly string[]>> = {
  read: ["config/", "host/file/", "onnx/", "plan/", "survey/"],
  // Whoever asks a session to run is further up the stack than what runs it.
  run: ["host/session.ts", "visit/photo/", "raster/input.ts"],
  experiments: ["analysis/trial/", "raster/varied_photo.ts", "visit/photo/trials.ts"],
  gratings: ["analysis/tuning/", "plan/tuning_plan.ts", "raster/grating.ts", "visit/tuning/"],
  circuits: [
    "analysis/map/contribution.ts",
    "jobs/circuit.ts",
    "onnx/field/",
    "onnx/layer/slice_sums.ts",
    "onnx/layer/slice_shares.ts",
    "onnx/linear/",
    "visit/pixel/",
  ],
  paint: ["raster/"],
  measure: ["analysis/"],
  classes: ["analysis/class/", "analysis/family/"],
  rule: ["analysis/layer_study.ts", "analysis/rule/"],
  comparison: ["analysis/comparison/", "plan/comparison_plan.ts", "visit/comparison/"],
  encode: ["host/photo/"],
  render: ["html/", "site/", "words/"],
  write: ["host/output/", "report/", "tensor/npy/", "jobs/value_files.ts"],
};

const places = Object.entries(STAGE_PLACES).flatMap(([stage, paths]) =>
  paths.map((path) => ({ stage: stage as Stage, path }))
).sort((a, b) => b.path.length - a.path.length);

const source = new URL("../src/", import.meta.url).href;

/** Finds the stage of a module by its URL; null where it belongs to none, or serves several. */
export function findStage(url: string): Stage | null {
  if (!url.startsWith(source)) return null;
  const file = url.slice(source.length);
  return places.find(({ path }) => file.startsWith(path))?.stage ?? null;
}
