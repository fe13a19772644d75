import { isChosen } from "../dataset/dataset.ts";
import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import { type TalliedNumbers, tallyJob } from "../jobs/tally_job.ts";
import { findBatch, layoutPhotos } from "../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../plan/plan.ts";
import { tapTuned } from "../plan/tuning_plan.ts";
import { explainError } from "../reason/error.ts";
import { chooseBinned } from "../tally/label_tally.ts";
import { addCounts, addPhoto, createLayerTally, type LayerTally } from "../tally/layer_tally.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import type { BrokenPhoto, DatasetFacts } from "../tally/tally.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { openTapped, type TappedModel } from "../visit/photo/tapped_model.ts";
import type { DatasetFiles } from "./dataset_files.ts";
import { batchPhotos, type ReadPhoto } from "./photo_batches.ts";
import { type TrialTools, TRIED, tryPhoto } from "./photo_trials.ts";
import { countSamples } from "./sample_count.ts";

/** How many photos are kept for themselves: evenly spread over all, chosen before any is seen. */
const SAMPLED = 256;

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

/** What was measured of a model: its layers in their order. */
export interface ModelMeasurement {
  readonly layers: readonly { readonly id: string; readonly tally: LayerTally }[];
  readonly broken: readonly BrokenPhoto[];
}

/**
 * Runs a model on photos and tallies its maps behind their activations: photos are read, batches run
 * and maps tallied side by side.
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
    const sum = openSum(model, measurement);
    await runPhotos({ model, tapped, sum }, measurement);
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

async function runPhotos(
  { model, tapped, sum }: OpenMeasurement,
  measurement: Measurement,
): Promise<void> {
  const { facts, photos, files, batch: wanted, effects: { crew }, tell } = measurement;
  const { image } = tapped.feeds;
  const isOpen = image.height === null || image.width === null;
  const size = findBatch(image, wanted ?? (isOpen ? 1 : BATCH));
  const pending = new Set<Promise<void>>();
  const reader = { model, input: image, files, crew };
  for await (const batch of batchPhotos(photos, size, reader)) {
    if ("error" in batch) {
      sum.refuse(batch.photo, batch.error);
      tell(model);
      continue;
    }
    const maps = await runBatch(batch, size, tapped, sum);
    while (pending.size >= crew.breadth) await Promise.race(pending);
    const done = tallyBatch(maps, crew, sum).finally(() => pending.delete(done));
    pending.add(done);
    await tryPhotos(batch, { ...reader, tapped, most: size }, { sum, facts });
    batch.forEach(() => tell(model));
  }
  await Promise.all(pending);
}

/** What a model gave on some photos. */
interface BatchMaps {
  readonly photos: readonly PlacedPhoto[];
  /** How many samples were fed. */
  readonly fed: number;
  readonly maps: readonly (Tensor | null)[];
}

// Batches are always full, so that what a photo gives does not depend on those beside it. One that
// fails is run again photo by photo, as a single one may be at fault.
async function runBatch(
  batch: readonly ReadPhoto[],
  size: number,
  tapped: TappedModel,
  sum: TallySum,
): Promise<BatchMaps[]> {
  const filled = Array.from({ length: size }, (_, i) => (batch[i] ?? batch.at(-1)!).input);
  try {
    const maps = await tapped.run(layoutPhotos(filled, tapped.feeds.image));
    return [{ photos: batch.map(({ photo }) => photo), fed: size, maps }];
  } catch (error) {
    if (batch.length > 1) {
      const singles: BatchMaps[] = [];
      for (const read of batch) singles.push(...await runBatch([read], size, tapped, sum));
      return singles;
    }
    sum.refuse(batch[0]!.photo, error);
    return [];
  }
}

async function tallyBatch(
  batches: readonly BatchMaps[],
  crew: Effects["crew"],
  sum: TallySum,
): Promise<void> {
  for (const { photos, fed, maps } of batches) {
    const there = maps.flatMap((each, layer) => each === null ? [] : [{ layer, maps: each }]);
    const numbers = await crew.do(
      tallyJob,
      there.map(({ maps }) => ({ maps, photos: photos.length, samples: countSamples(maps, fed) })),
    );
    numbers.forEach((own, i) => sum.add(there[i]!.layer, photos, own));
  }
}

// One that fails when something was taken away is measured as it is, and not tried.
async function tryPhotos(
  batch: readonly ReadPhoto[],
  tools: TrialTools,
  { sum, facts }: { readonly sum: TallySum; readonly facts: DatasetFacts },
): Promise<void> {
  for (const read of batch) {
    const { place } = read.photo;
    if (!isChosen(place, facts.photos, TRIED)) continue;
    const found = await tryPhoto(read, tools).catch(() => []);
    found.forEach((own, layer) => own && sum.addTried(layer, place, own));
  }
}

/** Where the photos of a model are added up. */
interface TallySum {
  add(layer: number, photos: readonly PlacedPhoto[], numbers: TalliedNumbers): void;
  addTried(layer: number, place: number, dependence: PhotoDependence): void;
  refuse(photo: PlacedPhoto, error: unknown): void;
  finish(): ModelMeasurement;
}

function openSum(model: PlannedModel, { facts }: Measurement): TallySum {
  const tallies = new Map<number, LayerTally>();
  const broken: BrokenPhoto[] = [];
  const kernels = model.layers.map(({ conv }) => conv.shape?.outChannels ?? 0);
  const binned = chooseBinned(kernels, facts.labels?.length ?? 0);
  const openLayer = (layer: number, count: number): LayerTally => {
    const tally = tallies.get(layer) ?? createLayerTally(count);
    tallies.set(layer, tally);
    return tally;
  };
  return {
    add: (layer, photos, numbers) => {
      const tally = openLayer(layer, numbers.photos[0]!.strongest.length);
      for (const [i, { place, label }] of photos.entries()) {
        const isSampled = isChosen(place, facts.photos, SAMPLED);
        const isBinned = binned[layer]!;
        addPhoto(tally, { place, label, isSampled, isBinned }, numbers.photos[i]!);
      }
      addCounts(tally, numbers.counts);
    },
    addTried: (layer, place, dependence) => {
      const { length } = dependence.colour ?? dependence.detail ?? [];
      if (length > 0) openLayer(layer, length).tried.set(place, dependence);
    },
    refuse: ({ place, path }, error) =>
      void broken.push({ place, path, model: model.name, message: explainError(error) }),
    finish: () => ({
      layers: model.layers.flatMap(({ id }, i) =>
        tallies.has(i) ? [{ id, tally: tallies.get(i)! }] : []
      ),
      broken,
    }),
  };
}
