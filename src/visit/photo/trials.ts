import type { TriedPhoto } from "../../analysis/trial/experiments.ts";
import { compareTried, type MapChange, type TriedMaps } from "../../analysis/trial/map_change.ts";
import { pairMirrored } from "../../analysis/trial/mirrored_maps.ts";
import { BLURS, type TrialName, TRIALS } from "../../analysis/trial/trial.ts";
import { feedBatch } from "../../onnx/input/feed.ts";
import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import { findMirrored, findMirrorShift } from "../../onnx/field/mirrored_cells.ts";
import { findMapField } from "../../onnx/field/receptive_field.ts";
import type { PhotoTrace } from "../../onnx/field/photo_trace.ts";
import type { PlannedLayer } from "../../plan/plan.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import { type Variation, varyPhoto } from "../../raster/varied_photo.ts";
import { freeTensors } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { LoadedModel, TappedLayer } from "./loaded_model.ts";
import { takeSample } from "./sample.ts";
import { groupBySize } from "./size_groups.ts";

/** A photo that a model was run on. */
export interface TrialSubject {
  readonly photo: Raster;
  /** How many copies of it were fed at once. */
  readonly copies: number;
  readonly trace: PhotoTrace | null;
  /** What it gave as it is, by the names of the outputs. */
  readonly outputs: ReadonlyMap<string, Tensor>;
}

/** How the maps of each layer changed in each trial. */
export type TriedLayers = ReadonlyMap<PlannedLayer, TriedPhoto>;

/**
 * Feeds a photo again in other ways, and compares the maps of each layer with those of the photo as
 * it is. The maps of one trial at a time are there, of large networks those of some layers.
 */
export async function runTrials(subject: TrialSubject, loaded: LoadedModel): Promise<TriedLayers> {
  const found = new Map<PlannedLayer, Record<TrialName, MapChange | null>>();
  const { layers, shift } = placeMirrored(subject, loaded);
  for (const { planned } of layers) found.set(planned, { ...NOT_RUN });
  const groups = groupLayers(layers, subject.outputs);
  for (const trial of TRIALS) {
    const varied = varyPhoto(subject.photo, VARIATIONS[trial](shift));
    if (varied === null) continue;
    const batch = layoutBatch(toInput(varied, loaded.model.preprocess.recipe), loaded.feeds.image);
    for (const group of groups) {
      const changes = await runGroup({ trial, group, batch }, subject, loaded);
      for (const [i, { planned }] of group.entries()) found.get(planned)![trial] = changes[i]!;
    }
  }
  return found;
}

const NOT_RUN: TriedPhoto = {
  grey: null,
  blurred: null,
  blurredMore: null,
  withoutCoarse: null,
  mirrored: null,
};

const VARIATIONS: Readonly<Record<TrialName, (shift: number) => Variation>> = {
  grey: () => ({ kind: "grey" }),
  blurred: () => ({ kind: "blurred", deviation: BLURS.fine.deviation }),
  blurredMore: () => ({ kind: "blurred", deviation: BLURS.coarse.deviation }),
  withoutCoarse: () => ({ kind: "sharpened", deviation: BLURS.coarse.deviation }),
  mirrored: (shift) => ({ kind: "mirrored", shift }),
};

/** A layer whose maps are compared. */
interface TriedLayer {
  readonly planned: PlannedLayer;
  readonly output: string;
  /** The output behind what follows; null where max(0, x) alone does, or nothing. */
  readonly after: string | null;
  /** The sum of the columns of two cells that read the same, one of them mirrored; null where none do. */
  readonly mirrored: number | null;
}

function placeMirrored(
  { photo: { width }, trace, outputs }: TrialSubject,
  { tapped }: LoadedModel,
): { readonly layers: readonly TriedLayer[]; readonly shift: number } {
  const there = tapped.filter(({ output }) => hasCells(outputs.get(output)));
  const fields = there.map(({ planned: { conv } }) => trace && findMapField(trace, conv.output));
  const shift = findMirrorShift(fields.filter((field) => field !== null), width);
  const layers = there.map((layer, i) => {
    const field = fields[i] ?? null;
    const mirrored = field && findMirrored(field, { width, shift });
    return { ...layer, after: findAfter(layer, outputs), mirrored };
  });
  return { layers, shift };
}

// What is max(0, x) of the output is told by that.
function findAfter(
  { after, planned: { conv } }: TappedLayer,
  outputs: TrialSubject["outputs"],
): string | null {
  const isRectified = conv.chain?.operators.join() === "Relu";
  return after === null || isRectified || !outputs.has(after) ? null : after;
}

// Of maps that are compared at once; the photo runs again for those beyond.
const MOST_BYTES = 1 << 28;

function groupLayers(
  layers: readonly TriedLayer[],
  outputs: TrialSubject["outputs"],
): TriedLayer[][] {
  const sizeOf = (layer: TriedLayer): number =>
    listOutputs(layer).reduce((sum, name) => sum + outputs.get(name)!.data.byteLength, 0);
  return groupBySize(layers, sizeOf, MOST_BYTES);
}

function listOutputs({ output, after }: TriedLayer): string[] {
  return after === null ? [output] : [output, after];
}

/** A photo as it is fed in a trial, and the layers whose maps are compared. */
interface GroupTrial {
  readonly trial: TrialName;
  readonly group: readonly TriedLayer[];
  readonly batch: Tensor;
}

async function runGroup(
  { trial, group, batch }: GroupTrial,
  { copies, outputs }: TrialSubject,
  { feeds, session }: LoadedModel,
): Promise<(MapChange | null)[]> {
  const fed = feedBatch(feeds, batch);
  const run = await session.run(fed, group.flatMap(listOutputs));
  const changes = group.map((layer) => {
    const before = takeTried(layer, outputs, copies);
    const after = takeTried(layer, run.outputs, copies);
    if (before === null || after === null || !isAlike(before.maps, after.maps)) return null;
    if (trial !== "mirrored") return compareTried(before, after);
    return before.of > 1 ? null : compareMirrored(before.maps, after.maps, layer.mirrored);
  });
  freeTensors(run.outputs.values());
  return changes;
}

function takeTried(
  { output, after }: TriedLayer,
  outputs: ReadonlyMap<string, Tensor>,
  copies: number,
): TriedMaps & { readonly of: number } | null {
  const [own, behind] = [outputs.get(output), after === null ? null : outputs.get(after)];
  if (!hasCells(own) || (behind !== null && !hasCells(behind))) return null;
  const activated = behind && takeSample(behind, copies).maps;
  return { ...takeSample(own, copies), activated };
}

// What no sample reaches has none.
function hasCells(output: Tensor | undefined): output is Tensor {
  return output !== undefined && output.data.length > 0;
}

function isAlike({ dims }: Tensor, other: Tensor): boolean {
  return String(dims) === String(other.dims);
}

function compareMirrored(before: Tensor, after: Tensor, sum: number | null): MapChange | null {
  const pair = sum === null ? null : pairMirrored({ before, after }, sum);
  if (pair === null) return null;
  return compareTried(
    { maps: pair.before, activated: null },
    { maps: pair.after, activated: null },
  );
}
