import { isChosen } from "../dataset/dataset.ts";
import type { PlacedPhoto } from "../dataset/shard.ts";
import type { MapsTally, PhotoTally } from "../jobs/tally/tallied_maps.ts";
import type { PlannedModel } from "../plan/plan.ts";
import { chooseCounted } from "../tally/label_tally.ts";
import {
  addCounts,
  addPhoto,
  createLayerTally,
  KEPT_SAMPLED,
  type LayerTally,
} from "../tally/layer_tally.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import type { BrokenPhoto, DatasetFacts } from "../tally/tally.ts";

/** What was measured of a model: its layers in their order. */
export interface ModelMeasurement {
  readonly layers: readonly { readonly id: string; readonly tally: LayerTally }[];
  readonly broken: readonly BrokenPhoto[];
}

/** Where the photos of a model are added up. */
export interface TallySum {
  add(photo: PlacedPhoto, layers: PhotoTally): void;
  /** Adds how often values of photos are in each bin. */
  count(counts: MapsTally["counts"]): void;
  /** Adds what of a photo's maps goes with its colours and with its details, by layer. */
  addTried(photo: PlacedPhoto, layers: readonly (PhotoDependence | null)[]): void;
  refuse(photo: PlacedPhoto, message: string): void;
  finish(): ModelMeasurement;
}

/** Begins to add up the photos of a model. */
export function openSum(model: PlannedModel, facts: DatasetFacts): TallySum {
  const tallies = new Map<number, LayerTally>();
  const broken: BrokenPhoto[] = [];
  const kernels = model.layers.map(({ conv }) => conv.shape?.outChannels ?? 0);
  const counted = chooseCounted(kernels, facts.labels?.length ?? 0);
  const openLayer = (layer: number, count: number): LayerTally => {
    const tally = tallies.get(layer) ?? createLayerTally(count);
    tallies.set(layer, tally);
    return tally;
  };
  return {
    add: ({ place, label }, layers) => {
      const isSampled = isChosen(place, facts.photos, KEPT_SAMPLED);
      for (const [layer, numbers] of layers.entries()) {
        if (numbers === null) continue;
        const tally = openLayer(layer, numbers.strongest.length);
        const { sums, bins } = counted[layer]!;
        const told = { place, label: sums ? label : null, isSampled, isBinned: bins };
        addPhoto(tally, told, numbers);
      }
    },
    count: (counts) => counts.forEach((own, layer) => own && addCounts(tallies.get(layer)!, own)),
    addTried: ({ place }, layers) => {
      for (const [layer, own] of layers.entries()) {
        const { length } = own?.colour ?? own?.detail ?? [];
        if (length > 0) openLayer(layer, length).tried.set(place, own!);
      }
    },
    refuse: ({ place, path }, message) =>
      void broken.push({ place, path, model: model.name, message }),
    finish: () => ({
      layers: model.layers.flatMap(({ id }, i) =>
        tallies.has(i) ? [{ id, tally: tallies.get(i)! }] : []
      ),
      broken,
    }),
  };
}
