import {
  classifyLayer,
  type KernelClasses,
  type LeadingPatterns,
} from "../analysis/class/kernel_classes.ts";
import { measureKernels } from "../analysis/kernel/kernel_measures.ts";
import type { ComposedMeasures } from "../analysis/kernel/composed_measures.ts";
import type { KernelTraits } from "../analysis/kernel_study.ts";
import type { LeadingComponents } from "../analysis/leading/leading_components.ts";
import { studyJob } from "../jobs/study_job.ts";
import { reckonPhotos } from "../forecast/loads.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { LayerFinding, MapsFinding, ModelFinding, ViewFinding } from "../report/finding.ts";
import { drawKernels } from "./kernels.ts";
import { drawMaps } from "./photo/maps.ts";
import { findOverPhotos, type OverPhotos } from "./over_photos.ts";
import { drawComposed } from "./pixel/composed_views.ts";
import { drawLeading } from "./pixel/leading_views.ts";
import { drawProjections } from "./pixel/projected_view.ts";
import type { FedPhoto } from "./pixel/projection.ts";
import { beginEach, doTogether } from "./side_by_side.ts";
import { tuneModel } from "./tuning/model_tuning.ts";
import type { Visit } from "./visit.ts";

/**
 * Draws and measures the kernels of a model's layers, then runs the model on
 * every photo, draws and measures its maps, and studies what the two have to do
 * with each other. What fails is noted, and the rest goes on.
 */
export async function visitModel(model: PlannedModel, visit: Visit): Promise<ModelFinding> {
  const [kernels, { inputs, answers, maps, fed }, composed, tuning] = await doTogether([
    (own) => drawKernels(model, own),
    (own) => own.work.part(reckonPhotos(model, own), (work) => drawMaps(model, { ...own, work })),
    (own) => drawComposed(model, own),
    (own) => tuneModel(model, own),
  ], visit);
  const found = model.layers.map((layer, i) => {
    return { layer, ...kernels[i]!, ...maps[i]!, ...composed[i]!, tuning: tuning.layers[i]! };
  });
  const studies = await studyLayers(found, visit);
  const leading = await drawLeading(
    model,
    kernels.map((each, i) => ({ ...each, tints: each.tints ?? composed[i]!.tints })),
    visit,
  );
  const projected = await projectLayers(model, { studies, photos: fed }, visit);
  const layers = found.map(({ layer: _, patterns: __, tints: ___, ...finding }, i) => {
    return { ...finding, ...studies[i]!, leading: leading[i]!, projections: projected[i]! };
  });
  return { inputs, answers, layers, tuning: tuning.tuning };
}

async function projectLayers(
  model: PlannedModel,
  { studies, photos }: {
    readonly studies: readonly StudyFinding[];
    readonly photos: readonly FedPhoto[];
  },
  visit: Visit,
): Promise<ViewFinding[]> {
  const views: ViewFinding[] = [];
  for (const [i, layer] of model.layers.entries()) {
    const { excited } = studies[i]!;
    views.push(await drawProjections(model, layer, { excited, photos }, visit));
  }
  return views;
}

/** A layer, and what is studied of it. */
interface StudiedLayer {
  readonly layer: PlannedLayer;
  readonly kernels: KernelTraits | null;
  readonly composed: ComposedMeasures | null;
  readonly tuning: LayerFinding["tuning"];
  /** Reads the patterns that lead in its slices, which are out of memory until then. */
  readonly patterns: () => LeadingComponents | null;
  readonly maps: readonly MapsFinding[];
}

/** What was found of a layer over all photos. */
type StudyFinding = Pick<
  LayerFinding,
  "study" | "families" | "classes" | "excited" | "experiments" | "onPadding"
>;

async function studyLayers(
  found: readonly StudiedLayer[],
  visit: Visit,
): Promise<StudyFinding[]> {
  const { work, costs, effects: { crew, output } } = visit;
  const task = (studied: StudiedLayer): Promise<StudyFinding> =>
    work.step({ doing: null, seconds: costs.study(studied.layer) }, async () => {
      const { maps } = studied;
      const over = findOverPhotos(maps);
      const { photos, excited, experiments, onPadding } = over;
      const kept = { excited: output.setAside(excited), experiments: output.setAside(experiments) };
      const coarse = maps.flatMap(({ coarse }) => coarse === null ? [] : [coarse()]);
      const needs = experiments && {
        colourDependence: experiments.colourDependence.mean,
        detailDependence: experiments.detailDependence.mean,
      };
      const known = { kernels: studied.kernels, composed: studied.composed, needs };
      const found = await crew.do(studyJob, { ...known, maps: photos, coarse });
      const classes = classifyStudied(studied, { ...over, ...found });
      return { ...found, classes, ...kept, onPadding };
    });
  const begun = await beginEach(found, { sizeOf: () => 0, task }, visit);
  return await begun.done;
}

function classifyStudied(
  { layer: { conv }, kernels, composed, tuning, patterns }: StudiedLayer,
  { study, onPadding, circuits, experiments }: Pick<LayerFinding, "study"> & OverPhotos,
): KernelClasses | null {
  const count = kernels?.norm.length ?? study?.averages.mean.length ?? 0;
  if (count === 0) return null;
  return classifyLayer({
    count,
    slices: conv.kernels?.dims[1] ?? 1,
    readsImage: conv.readsInput !== null,
    ...{ kernels, composed, maps: study, onPadding, circuits, experiments },
    tuning: tuning && tuning(),
    leading: composed === null && tuning === null ? measureLeading(patterns()) : null,
  });
}

// As kernels that read one map.
function measureLeading(leading: LeadingComponents | null): LeadingPatterns | null {
  if (leading === null) return null;
  const { patterns: { data, dims: [count = 0, ...space] }, share } = leading;
  return { measures: measureKernels({ data, dims: [count, 1, ...space] }), share };
}
