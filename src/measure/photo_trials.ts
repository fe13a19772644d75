import type { PlacedPhoto } from "../dataset/shard.ts";
import { countSamples } from "../jobs/tally/sample_count.ts";
import { dependenceJob } from "../jobs/trial/dependence_job.ts";
import { variedPhotoJob } from "../jobs/trial/varied_photo_job.ts";
import { findBatch, layoutPhotos } from "../onnx/input/photo_batch.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import { sliceAt, type Tensor, toMapDims } from "../tensor/tensor.ts";
import type { TappedModel } from "../visit/photo/tapped_model.ts";
import type { PhotoReader } from "./photo_input.ts";

/**
 * On how many photos colours and details are taken away: evenly spread over all, chosen before any is
 * seen, of those that are kept for themselves.
 */
export const TRIED = 32;

/** What a photo is tried with. */
export interface TrialTools extends PhotoReader {
  readonly tapped: TappedModel;
  /** How many photos run at once at most. */
  readonly batch: number;
}

/**
 * Feeds a photo again without its colours, and without its details, and measures how much of each map
 * goes: one a layer, null where it has no maps.
 */
export async function tryPhoto(
  photo: PlacedPhoto,
  tools: TrialTools,
): Promise<readonly (PhotoDependence | null)[]> {
  const { model: { preprocess }, input: image, files, crew } = tools;
  const bytes = await files.read(photo);
  const order = { bytes, preprocess, input: image };
  const { whole, grey, blurred } = await crew.do(variedPhotoJob, order);
  const fed = [whole, grey, blurred].filter((each) => each !== null);
  const runs = await runInputs(fed, tools);
  const find = (varied: Tensor | null, layer: number): Tensor | null =>
    varied && runs[fed.indexOf(varied)]![layer]!;
  const found: (PhotoDependence | null)[] = [];
  for (const [layer, maps] of runs[0]!.entries()) { // one at a time: that copies its maps
    found.push(
      maps && await crew.do(dependenceJob, {
        ...{ maps, grey: find(grey, layer), blurred: find(blurred, layer) },
      }),
    );
  }
  return found;
}

/** The maps of each layer [kernels, …space]; null where it has none. */
type LayerMaps = readonly (Tensor | null)[];

// As few at once as the model takes: what a photo gives does not depend on others.
async function runInputs(inputs: readonly Tensor[], tools: TrialTools): Promise<LayerMaps[]> {
  const { tapped: { run, feeds: { image } }, batch } = tools;
  const size = findBatch(image, Math.min(batch, inputs.length));
  const found: LayerMaps[] = [];
  for (let start = 0; start < inputs.length; start += size) {
    const there = inputs.slice(start, start + size);
    const filled = Array.from({ length: size }, (_, i) => there[i] ?? there.at(-1)!);
    const layers = await run(layoutPhotos(filled, image));
    there.forEach((_, i) => found.push(layers.map((maps) => maps && takeSample(maps, i, size))));
  }
  return found;
}

function takeSample(maps: Tensor, place: number, fed: number): Tensor {
  const { data, dims } = sliceAt(maps, place * countSamples(maps, fed));
  return { data, dims: toMapDims(dims) };
}
