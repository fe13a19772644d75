/**
 * An atlas of convolutional networks: every kernel beside the feature map it
 * makes, on your photos, as a folder of static pages.
 *
 * @module
 */

export type { Code, PlainCode, Reason, ReasonValues } from "./src/reason/reason.ts";
export type { NamedNode } from "./src/reason/node_name.ts";
export { findReason } from "./src/reason/error.ts";
export type { Tensor } from "./src/tensor/tensor.ts";

export { type GridOptions, makeGrid } from "./src/raster/grid.ts";
export { type GridLayout, type GridLayoutOptions, layoutGrid } from "./src/raster/grid_layout.ts";
export { quantize, type QuantizeOptions, type Rounding } from "./src/raster/quantize.ts";
export type { ValueRange } from "./src/raster/rescale.ts";

export { type ByteSource } from "./src/onnx/wire/wire.ts";
export type { Model, ModelSource } from "./src/onnx/graph/model.ts";
export { readModel } from "./src/onnx/read/read_model.ts";
export { type ConvLayer, findConvLayers } from "./src/onnx/layer/conv_layer.ts";
export { type SlimModel, slimModel, type SlimOptions } from "./src/onnx/slim/slim_model.ts";
export { captureMaps, type CaptureOptions } from "./src/api/capture_maps.ts";
export { preprocess } from "./src/api/preprocess.ts";

export {
  type KernelMeasures,
  type KernelMeasuresOptions,
  measureKernels,
  type Values,
} from "./src/analysis/kernel/kernel_measures.ts";
export type { ImageChannels } from "./src/analysis/kernel/pixel_space.ts";
export {
  MAP_MEASURES,
  type MapMeasureFacts,
  type MapMeasures,
  measureMaps,
} from "./src/analysis/map/map_measures.ts";
export type { Cells } from "./src/tensor/area_average.ts";
export {
  type Photo,
  type PhotoPlanes,
  type PreparedPhoto,
  preparePhoto,
  shrinkPhoto,
} from "./src/analysis/map/photo_planes.ts";

export { parseConfig, type ParseConfigOptions, parseConfigText } from "./src/config/parse.ts";
export { defineConfig } from "./src/config/define_config.ts";
export type { Verdict } from "./src/config/review.ts";
export type { Config, ConfigInput } from "./src/config/config.ts";
export { ConfigError, type ConfigProblem } from "./src/config/problem/config_error.ts";
export type { Preprocess } from "./src/config/preprocess/preprocess.ts";
export type { PreprocessInput } from "./src/config/preprocess/preprocess_schema.ts";

export { type ForecastOptions, forecastReport } from "./src/api/forecast_report.ts";
export type { Forecast, KindForecast } from "./src/forecast/forecast.ts";
export type { ExpectedFile, ReportFileKind } from "./src/forecast/expected_files.ts";
export { generateReport, type ReportOptions } from "./src/api/generate_report.ts";
export type { CellReads } from "./src/onnx/field/cell_reads.ts";
export type { ReceptiveField } from "./src/onnx/field/receptive_field.ts";
export type { Picture as ReportPicture } from "./src/plan/picture.ts";
export type { ValueFiles as ReportValues } from "./src/plan/value_files.ts";
export type { Failure, FailurePlace } from "./src/report/failure.ts";
export type { Report, ReportImage } from "./src/report/report.ts";
export type {
  ReportGiven,
  ReportInput,
  ReportModel,
  ReportPreprocess,
} from "./src/report/report_model.ts";
export type {
  ReportLayer,
  ReportMaps,
  ReportReview,
  ReportRule,
  ReportView,
} from "./src/report/report_layer.ts";
export type {
  AverageColumns,
  CircuitColumns,
  ExcitingColumns,
  KernelColumns,
  LayerReport,
  MapColumns,
  MapsReport,
  StrongestColumns,
} from "./src/report/layer_report.ts";
export { LISTING_SCHEMA } from "./src/listing/listing_schema.ts";
export { LAYER_SCHEMA } from "./src/report/layer_schema.ts";
export { REPORT_SCHEMA } from "./src/report/report_schema.ts";
export type { SchemaPart } from "./src/report/schema_part.ts";
