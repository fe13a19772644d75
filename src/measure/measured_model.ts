import { isChosen } from "../dataset/dataset.ts";
import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import { readCounts, tallyMaps } from "../jobs/tally/tallied_maps.ts";
import { findBatch, layoutPhotos } from "../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../plan/plan.ts";
import { tapTuned } from "../plan/tuning_plan.ts";
import { createError, explainReason, findReason } from "../reason/error.ts";
import type { Reason } from "../reason/reason.ts";
import type { ValueCounts } from "../tally/value_counts.ts";
import type { DatasetFacts } from "../tally/tally.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import { openTapped, type TappedModel } from "../visit/photo/tapped_model.ts";
import { doAhead } from "./ahead.ts";
import { type DatasetFiles, isLost } from "./dataset_files.ts";
import { loadInput, type PhotoReader } from "./photo_input.ts";
import { divideOrders, type DoneOrder, doOrder } from "./photo_order.ts";
import { type TrialTools, TRIED, tryPhotos } from "./photo_trials.ts";
import { shareNetwork } from "./shared_network.ts";
import { type ModelMeasurement, openSum, type TallySum } from "./tally_sum.ts";

// Larger batches run no faster, and hold as many maps.
const BATCH = 8;

/** What measuring asks of the world. */
export type MeasureEffects = Pick<
  Effects,
  "files" | "images" | "runtime" | "crew" | "tell" | "warn"
>;

/** The photos of a part of a dataset, and how they are measured. */
export interface Measurement {
  readonly facts: DatasetFacts;
  readonly photos: readonly PlacedPhoto[];
  readonly files: DatasetFiles;
  /** How many photos run at once; null for what suits the model. */
  readonly batch: number | null;
  readonly effects: MeasureEffects;
  /** Tells that a photo is done, well or not. */
  tell(model: PlannedModel): void;
}

/**
 * Runs a model on photos and tallies its maps behind their activations: each thread reads, runs and
 * tallies photos of its own.
 *
 * @throws {Error} If the model cannot be loaded.
 */
export async function measureModel(
  model: PlannedModel,
  measurement: Measurement,
): Promise<ModelMeasurement> {
  const taps = model.layers.map(({ conv }) => tapTuned(conv));
  const tapped = await openTapped(model, taps, measurement.effects);
  try {
    const sum = openSum(model, measurement.facts);
    await tallyPhotos({ model, tapped, sum }, measurement);
    return sum.finish();
  } finally {
    await tapped.close();
  }
}

/** A model that is loaded, and what is added up. */
interface OpenMeasurement {
  readonly model: PlannedModel;
  readonly tapped: TappedModel;
  readonly sum: TallySum;
}

async function tallyPhotos(opened: OpenMeasurement, measurement: Measurement): Promise<void> {
  const { model, tapped: { feeds: { image: input }, outputs } } = opened;
  const { photos, batch: wanted, files, effects: { crew, images } } = measurement;
  const isOpen = input.height === null || input.width === null;
  const batch = findBatch(input, wanted ?? (isOpen ? 1 : BATCH));
  const { preprocess } = model;
  const run = { network: shareNetwork(opened.tapped), outputs, preprocess, input, batch };
  const begin = (order: readonly PlacedPhoto[]): Promise<DoneOrder> =>
    doOrder(order, { files, crew, run });
  const tools = { ...opened, input, files, crew, images, batch, run };
  const tried: PlacedPhoto[] = [];
  for await (const done of doAhead(divideOrders(photos, batch), crew.breadth, begin)) {
    tried.push(...await addOrder(done, tools, measurement));
  }
  // Last, as a thread holds what a batch takes for the next of its size.
  for await (const { photo, layers } of tryPhotos(tried, tools)) {
    opened.sum.addTried(photo, layers);
    measurement.tell(model);
  }
}

/** What photos are added up with, and run with in this thread. */
interface SumTools extends TrialTools, PhotoReader {
  readonly sum: TallySum;
  /** How many photos run at once at most. */
  readonly batch: number;
}

// Gives the photos that are still to be tried.
async function addOrder(
  { photos, counts }: DoneOrder,
  tools: SumTools,
  { facts, tell }: Measurement,
): Promise<PlacedPhoto[]> {
  const { model, sum } = tools;
  const tried: PlacedPhoto[] = [];
  for (const { photo, outcome } of photos) {
    if (outcome.kind === "tallied") sum.add(photo, outcome.layers);
    else if (outcome.kind === "unread") leaveOut(photo, outcome.reason, sum);
    else await runAlone(photo, tools);
    const isTried = outcome.kind !== "unread" && isChosen(photo.place, facts.photos, TRIED);
    if (isTried) tried.push(photo);
    else tell(model);
  }
  sum.count(counts);
  for (const column of counts.flatMap((own) => own === null ? [] : [own.above, own.below])) {
    if (column !== null) freeBytes(column); // as large as those of all photos
  }
  return tried;
}

// Where the runtime does not run all of a model on a photo, the layers that it can are found here, one
// photo after the other.
async function runAlone(photo: PlacedPhoto, tools: SumTools): Promise<void> {
  const { tapped: { run }, input, batch, sum } = tools;
  try {
    const tensor = await loadInput(photo, tools);
    const maps = await run(layoutPhotos([tensor], input, batch));
    const counts = maps.map((): ValueCounts | null => null);
    const [layers = []] = tallyMaps(maps, { photos: 1, fed: batch }, counts);
    sum.add(photo, layers);
    sum.count(readCounts(counts));
  } catch (error) {
    leaveOut(photo, findReason(error), sum);
  }
}

// What is not there any more ends the run: without it the tally would be that of fewer photos.
function leaveOut(photo: PlacedPhoto, reason: Reason, sum: TallySum): void {
  if (isLost(reason)) throw createError(Error, reason);
  sum.refuse(photo, explainReason(reason));
}
