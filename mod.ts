/**
 * An atlas of convolutional networks: every kernel beside the feature map it
 * makes, on your photos, as a folder of static pages.
 *
 * @module
 */

export type {
  Code,
  PlainCode,
  Reason,
  ReasonValues,
  Sentences,
  WithReasons,
} from "./src/reason/reason.ts";
export type { AnyReason, Tell } from "./src/reason/tell.ts";
export type { NamedNode } from "./src/reason/node_name.ts";
export { findReason } from "./src/reason/error.ts";
export type { Tensor } from "./src/tensor/tensor.ts";

export { type GridOptions, makeGrid } from "./src/raster/grid.ts";
export { type GridLayout, type GridLayoutOptions, layoutGrid } from "./src/raster/grid_layout.ts";
export { quantize, type QuantizeOptions, type Rounding } from "./src/raster/quantize.ts";
export type { OpenSize } from "./src/raster/image_layout.ts";
export type { Size } from "./src/raster/raster.ts";
export type { ValueRange } from "./src/raster/rescale.ts";

export { type ByteSource, type Field, type Span, WireType } from "./src/onnx/wire/wire.ts";
export type { Attribute, Node } from "./src/onnx/wire/node.ts";
export { DATA_TYPES, type DataType } from "./src/onnx/wire/proto.ts";
export type { ExternalData, SparseParts, TensorRef } from "./src/onnx/wire/tensor_ref.ts";
export type { Dim, Graph, ValueInfo } from "./src/onnx/graph/graph.ts";
export type { CellBlock, CellRange } from "./src/onnx/graph/cell_block.ts";
export type { Tap } from "./src/onnx/graph/tap.ts";
export type { Model, ModelSource } from "./src/onnx/graph/model.ts";
export { readModel } from "./src/onnx/read/read_model.ts";
export type { Constant } from "./src/onnx/constant/constant.ts";
export type { ComputedValues, Weights } from "./src/onnx/constant/weights.ts";
export type { InputValue, InputValues } from "./src/onnx/input/feed.ts";
export type { Badge } from "./src/onnx/layer/badge.ts";
export type { Bias } from "./src/onnx/layer/bias.ts";
export type { Chain } from "./src/onnx/layer/chain.ts";
export type { ConvShape } from "./src/onnx/layer/conv_shape.ts";
export type { Kernels } from "./src/onnx/layer/kernels.ts";
export type { Summing } from "./src/onnx/layer/summing.ts";
export type { Window } from "./src/onnx/layer/window.ts";
export { type ConvLayer, findConvLayers, findDenseLayers } from "./src/onnx/layer/conv_layer.ts";
export { type SlimModel, slimModel, type SlimOptions } from "./src/onnx/slim/slim_model.ts";
export { captureMaps, type CaptureOptions } from "./src/api/capture_maps.ts";
export { preprocess } from "./src/api/preprocess.ts";

export {
  type KernelMeasures,
  type KernelMeasuresOptions,
  measureKernels,
  type Values,
} from "./src/analysis/kernel/kernel_measures.ts";
export type { KernelMoves } from "./src/analysis/comparison/kernel_moves.ts";
export type { PhotoErrors } from "./src/analysis/comparison/photo_errors.ts";
export type { ComposedMeasure, ComposedMeasures } from "./src/analysis/kernel/composed_measures.ts";
export type { ImageChannels } from "./src/analysis/kernel/pixel_space.ts";
export {
  MAP_MEASURES,
  type MapMeasureFacts,
  type MapMeasures,
  measureMaps,
} from "./src/analysis/map/map_measures.ts";
export type { KernelStudy, KernelTraits } from "./src/analysis/kernel_study.ts";
export type { DeepKernelKind } from "./src/analysis/kind/deep_kernel_kind.ts";
export type { ImageKernelKind } from "./src/analysis/kind/image_kernel_kind.ts";
export type { KernelKind, KernelKinds } from "./src/analysis/kind/kernel_kind.ts";
export type { SliceEnergy } from "./src/analysis/kernel/slice_energy.ts";
export type { Families, Family } from "./src/analysis/family/families.ts";
export type { KernelClasses } from "./src/analysis/class/kernel_classes.ts";
export type { MixColumns, WeightMatrix } from "./src/analysis/matrix/mixing.ts";
export type { AlikeKernels } from "./src/analysis/kind/alike_kernels.ts";
export type { Duplicates } from "./src/analysis/likeness/duplicates.ts";
export type { Neighbours, Ranking } from "./src/analysis/likeness/neighbours.ts";
export type { MapActivity } from "./src/analysis/map/map_activity.ts";
export type { MapAverages } from "./src/analysis/map/map_averages.ts";
export type { MapCondition } from "./src/analysis/map/map_condition.ts";
export type { CounterExamples } from "./src/analysis/rule/counter_examples.ts";
export {
  COMPARED_MAPS,
  KERNEL_MEASURES,
  type KernelMeasure,
  type MapMeasure,
  type Rule,
  type StrongestRelation,
} from "./src/analysis/rule/rule.ts";
export type { Cells, Plane } from "./src/tensor/area_average.ts";
export type { Numbers } from "./src/tensor/unit.ts";
export {
  type Photo,
  type PhotoPlanes,
  type PreparedPhoto,
  preparePhoto,
  shrinkPhoto,
} from "./src/analysis/map/photo_planes.ts";

export { parseConfig, type ParseConfigOptions, parseConfigText } from "./src/config/parse.ts";
export { defineConfig } from "./src/config/define_config.ts";
export type { Labels } from "./src/config/label/label_file.ts";
export type { ModelPair } from "./src/config/model_pair.ts";
export type { Verdict } from "./src/config/review.ts";
export type { Config, GridConfig, ImageConfig } from "./src/config/config.ts";
export type { InputConfig, ModelConfig } from "./src/config/model_config.ts";
export type {
  ConfigInput,
  FeedInput,
  GridInput,
  ModelInput,
  PhotoInput,
} from "./src/config/config_input.ts";
export type { DatasetConfig, DatasetInput } from "./src/config/dataset.ts";
export { ConfigError, type ConfigProblem } from "./src/config/problem/config_error.ts";
export type {
  Channels,
  Crop,
  CropRounding,
  Preprocess,
  ProfileUse,
  Resize,
  ResizeFilter,
  ResizeFit,
} from "./src/config/preprocess/preprocess.ts";
export type { PreprocessChanges } from "./src/config/preprocess/changes.ts";
export type { PreprocessChoice } from "./src/config/preprocess/preprocess_choice.ts";
export type {
  CropInput,
  PreprocessInput,
  ShortestEdgeInput,
  SizeInput,
} from "./src/config/preprocess/preprocess_input.ts";
export type { PresetName } from "./src/config/preprocess/presets.ts";
export type { FormOptions } from "./src/form/forms.ts";
export type { GenerateOptions } from "./src/prepare.ts";
export type { Progress } from "./src/effects.ts";

export {
  measureDataset,
  type MeasureDatasetOptions,
  mergeTallies,
  type MergeTalliesOptions,
  type TallySummary,
} from "./src/api/measure_dataset.ts";
export type { Shard } from "./src/dataset/shard.ts";
export type { BrokenPhoto } from "./src/tally/tally.ts";
export { type ForecastOptions, forecastReport } from "./src/api/forecast_report.ts";
export type { Forecast, KindForecast } from "./src/forecast/forecast.ts";
export type { ExpectedFile, ReportFileKind } from "./src/forecast/report_file.ts";
export { generateReport, type ReportOptions } from "./src/api/generate_report.ts";
export type { CellReads } from "./src/onnx/field/cell_reads.ts";
export type { ReceptiveField } from "./src/onnx/field/receptive_field.ts";
export type { Picture as ReportPicture } from "./src/plan/picture.ts";
export type {
  KernelPictureKind,
  MapSource,
  PatternSource,
  PictureKind,
  PictureSource,
  PixelSource,
} from "./src/plan/picture_kind.ts";
export type { ValueFiles as ReportValues, ValueForm, ValueLayout } from "./src/plan/value_files.ts";
export type { MapStage, StagePair, TwinMatch } from "./src/plan/comparison_plan.ts";
export type { LayerSource } from "./src/plan/plan.ts";
export type { LeftOutDense } from "./src/plan/found.ts";
export type { Failure, FailurePlace } from "./src/report/failure.ts";
export { ODDITY_KINDS, type OddityKind } from "./src/config/oddity_kind.ts";
export type { CamelCase, Check, ChecksInput } from "./src/config/check.ts";
export type { FailedFinding, ReportCheck } from "./src/report/report_check.ts";
export type { Oddity as ReportOddity } from "./src/report/oddity.ts";
export type { Report, ReportImage } from "./src/report/report.ts";
export type * from "./src/report/report_model.ts";
export type { ShownSamples } from "./src/report/shown_samples.ts";
export type {
  DatasetCells,
  DatasetColumns,
  DatasetNumbers,
  NamedPhoto,
  PhotoCells,
  QuantileColumn,
} from "./src/report/dataset/dataset_columns.ts";
export type { DependenceColumns } from "./src/tally/dependence_columns.ts";
export type { LabelColumns } from "./src/tally/label_columns.ts";
export type { DatasetLikeness } from "./src/tally/means_likeness.ts";
export type {
  DatasetPhotos,
  LayerPatches,
  PatchFile,
  PatchSheets,
} from "./src/report/dataset/dataset_pictures.ts";
export type { BrokenDatasetPhoto, ReportDataset } from "./src/report/dataset/report_dataset.ts";
export type {
  PhotoRule,
  ReportLayer,
  ReportMaps,
  ReportReview,
  ReportRule,
  ReportView,
} from "./src/report/report_layer.ts";
export type { ComparedColumns, ComparisonFile } from "./src/report/comparison_file.ts";
export type {
  ReportComparedLayer,
  ReportComparison,
  ReportKernelMoves,
  ReportWorstMap,
} from "./src/report/report_comparison.ts";
export type * from "./src/report/layer_report.ts";
export { SHOWN, type Shows } from "./src/analysis/class/shows.ts";
export { type What, WHATS } from "./src/analysis/class/what.ts";
export { type When, WHENS } from "./src/analysis/class/when.ts";
export { type Where, WHERES } from "./src/analysis/class/where.ts";
export { WEIGHT_ACTS, type WeightAct, type Wiring, WIRINGS } from "./src/analysis/class/wiring.ts";
export type {
  ExperimentColumns,
  ExperimentMeasure,
  Experiments,
} from "./src/analysis/trial/experiments.ts";
export { type TrialName, TRIALS } from "./src/analysis/trial/trial.ts";
export type { FrequencyTuning } from "./src/analysis/tuning/frequency_tuning.ts";
export type { GratingAxes } from "./src/analysis/tuning/grating_axes.ts";
export type { HueTuning } from "./src/analysis/tuning/hue_tuning.ts";
export type {
  LayerTuning,
  TuningCurves,
  TuningValues,
} from "./src/analysis/tuning/layer_tuning.ts";
export type { OrientationTuning } from "./src/analysis/tuning/orientation_tuning.ts";
export type { SourcePart } from "./src/onnx/layer/source_layer.ts";
export type { MatrixOrder } from "./src/tensor/weight_matrix.ts";
export { LISTING_SCHEMA } from "./src/listing/listing_schema.ts";
export { COMPARISON_SCHEMA } from "./src/report/schema/comparison_schema.ts";
export { LAYER_SCHEMA } from "./src/report/schema/layer_schema.ts";
export { REPORT_SCHEMA } from "./src/report/schema/report_schema.ts";
export type { SchemaPart } from "./src/report/schema/schema_part.ts";
