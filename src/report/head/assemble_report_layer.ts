import { describeRule } from "../../analysis/rule/rule_sentence.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import type { Picture } from "../../plan/picture.ts";
import type { PictureSource, PixelSource } from "../../plan/picture_kind.ts";
import type { LayerSource, PlannedLayer } from "../../plan/plan.ts";
import { PREVIEW_FILE } from "../../plan/preview.ts";
import { explainReason } from "../../reason/error.ts";
import type { LayerFinding, MapsFinding, ShownDataset, ViewFinding } from "../finding.ts";
import { assembleField, assembleReads, type ReportField } from "../report_field.ts";
import type { ReportLayer, ReportMaps, ReportRule, ReportView } from "../report_layer.ts";

/** Assembles what the head of a report says of a layer. */
export function assembleReportLayer(
  planned: PlannedLayer,
  finding: LayerFinding,
  { patches }: ShownDataset,
): ReportLayer {
  const { id, folder, conv, sources, reads } = planned;
  const field = assembleField(planned.field, finding.maps.map((maps) => maps.field));
  return {
    id,
    ...describeConv(conv, finding),
    source: findWhole(sources, conv),
    sources,
    reads,
    ...describeShape(conv, finding),
    readsImage: conv.readsInput !== null,
    ...field,
    activation: conv.chain?.operators ?? [],
    added: conv.chain?.added ?? null,
    ...describeMissing(finding),
    pictures: [...finding.pictures, ...finding.leading?.pictures ?? []],
    values: finding.values,
    cosines: finding.cosines,
    maps: finding.maps.map((maps) => assembleMaps(maps, field)),
    patches: patches.get(folder) ?? null,
    preview: finding.maps.some(({ previewed }) => previewed) ? PREVIEW_FILE : null,
    effective: finding.effective && assembleView("effective", finding.effective),
    projections: assembleView("projections", finding.projections),
    rule: assembleRule(finding),
    reviews: [], // placeReviews() puts them here
  };
}

function describeConv(
  conv: ConvLayer,
  { maps }: LayerFinding,
): Pick<ReportLayer, ConvField> {
  const { name, node, op, input, output, weight, bias, badges, kernels, summing } = conv;
  return {
    ...{ name, node: node.name, op, input, output, weight },
    bias: bias && bias.tensor,
    summing: maps.every(({ addsUp }) => addsUp) ? summing?.kind ?? null : null,
    badges,
    dtype: kernels?.stored ?? null,
  };
}

type ConvField =
  | "name"
  | "node"
  | "op"
  | "input"
  | "output"
  | "weight"
  | "bias"
  | "summing"
  | "badges"
  | "dtype";

/** What a layer has of a shape that is not known. */
const UNKNOWN_SHAPE = {
  ...{ kernelShape: [], strides: [], pads: [], dilations: [] },
  ...{ group: 1, inChannels: 0 },
};

function describeShape(
  { shape }: ConvLayer,
  { maps }: LayerFinding,
): Pick<ReportLayer, keyof typeof UNKNOWN_SHAPE | "outChannels" | "pairs"> {
  const { kernelShape, strides, pads, dilations, group, inChannels } = shape ?? UNKNOWN_SHAPE;
  const outChannels = shape?.outChannels ?? maps[0]?.dims[0] ?? 0;
  const channels = { group, inChannels, outChannels, pairs: outChannels };
  return { kernelShape, strides, pads, dilations, ...channels };
}

function describeMissing(
  { kernelsMissing, mapsMissing }: LayerFinding,
): Pick<ReportLayer, "kernelsMissing" | "kernelsReason" | "mapsMissing" | "mapsReason"> {
  return {
    kernelsMissing: kernelsMissing && explainReason(kernelsMissing),
    kernelsReason: kernelsMissing,
    mapsMissing: mapsMissing && explainReason(mapsMissing),
    mapsReason: mapsMissing,
  };
}

function findWhole(
  sources: readonly LayerSource[],
  { shape }: Pick<ConvLayer, "shape">,
): string | null {
  const [only] = sources;
  if (only === undefined || sources.length > 1) return null;
  return shape !== null && only.count === shape.inChannels ? only.layer : null;
}

// Where a sample lies on the photo is not known.
function assembleView(kind: PixelSource, view: ViewFinding): ReportView {
  if ("missing" in view) {
    const { missing } = view;
    const reason = { missing: explainReason(missing), reason: missing };
    return { pictures: [], picture: null, averagedFrom: null, ...reason };
  }
  const { pictures, averagedFrom } = view;
  const picture = findByKind(pictures, kind);
  return { pictures, averagedFrom, picture, missing: null, reason: null };
}

// The first picture of what is painted bears the name of that.
function findByKind(pictures: readonly Picture[], kind: PictureSource): Picture | null {
  return pictures.find((picture) => picture.kind === kind) ?? null;
}

function assembleRule({ study, maps }: LayerFinding): ReportRule | null {
  if (study === null || study.rule === null) return null;
  const photos = maps.flatMap(({ photo }, i) => {
    const rule = study.photoRules[i] ?? null;
    return rule === null ? [] : [{ image: photo, ...rule }];
  });
  return {
    ...study.rule,
    composed: study.composedRule,
    sentence: describeRule(study.rule),
    photos,
  };
}

function assembleMaps(
  { photo, height, width, dims, samples, field, pictures, values, activatedValues }: MapsFinding,
  { receptiveField }: ReportField,
): ReportMaps {
  return {
    image: photo,
    height,
    width,
    space: dims.slice(1),
    samples,
    fields: assembleReads(field, receptiveField),
    pictures,
    picture: findByKind(pictures, "maps")!,
    activated: findByKind(pictures, "activated"),
    inputs: findByKind(pictures, "inputs"),
    values,
    activatedValues,
  };
}
