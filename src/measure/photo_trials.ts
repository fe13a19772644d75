import type { PlacedPhoto } from "../dataset/shard.ts";
import { countSamples } from "../jobs/tally/sample_count.ts";
import { type VariedPhoto, variedPhotoJob } from "../jobs/trial/varied_photo_job.ts";
import { findBatch, layoutPhotos } from "../onnx/input/photo_batch.ts";
import { findReason } from "../reason/error.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import { sliceAt, type Tensor, toMapDims } from "../tensor/tensor.ts";
import type { TappedModel } from "../visit/photo/tapped_model.ts";
import { doAhead } from "./ahead.ts";
import { isLost } from "./dataset_files.ts";
import { measureDependence } from "./map_dependence.ts";
import type { PhotoReader } from "./photo_input.ts";

/**
 * On how many photos colours and details are taken away: evenly spread over all, chosen before any is
 * seen, of those that are kept for themselves.
 */
export const TRIED = 32;

// Each is held in three ways.
const DECODED = 2;

/** What a photo is tried with. */
export interface TrialTools extends PhotoReader {
  readonly tapped: TappedModel;
  /** How many photos run at once at most. */
  readonly batch: number;
}

/** A photo, and how much of each map goes without its colours and without its details, by layer. */
export interface PhotoTrial {
  readonly photo: PlacedPhoto;
  /** Null where a layer has no maps; none where the photo fails when something is taken away. */
  readonly layers: readonly (PhotoDependence | null)[];
}

/**
 * Feeds photos again without their colours, and without their details, and measures how much of each
 * map goes. Some are decoded ahead.
 *
 * @throws {Error} If a photo is not there any more.
 */
export async function* tryPhotos(
  photos: readonly PlacedPhoto[],
  tools: TrialTools,
): AsyncGenerator<PhotoTrial> {
  const vary = async (photo: PlacedPhoto): Promise<LoadedTrial> => {
    try {
      return { photo, varied: await loadVaried(photo, tools) };
    } catch (error) {
      return { photo, error };
    }
  };
  for await (const read of doAhead(photos, DECODED, vary)) {
    yield { photo: read.photo, layers: await compareOrNot(read, tools) };
  }
}

/** A photo in all the ways in which it is fed, or why it is not. */
type LoadedTrial =
  & { readonly photo: PlacedPhoto }
  & ({ readonly varied: VariedPhoto } | { readonly error: unknown });

async function loadVaried(
  photo: PlacedPhoto,
  { model: { preprocess }, input, files, crew }: TrialTools,
): Promise<VariedPhoto> {
  return await crew.do(variedPhotoJob, { bytes: await files.read(photo), preprocess, input });
}

// A photo that fails when something was taken away is measured as it is, and not tried.
async function compareOrNot(read: LoadedTrial, tools: TrialTools): Promise<PhotoTrial["layers"]> {
  try {
    if ("error" in read) throw read.error;
    return await compareVaried(read.varied, tools);
  } catch (error) {
    if (isLost(findReason(error))) throw error;
    return [];
  }
}

// In this thread, as another one would need copies of all maps. These go back at once: they are the
// most that is held.
async function compareVaried(
  { whole, grey, blurred }: VariedPhoto,
  tools: TrialTools,
): Promise<PhotoTrial["layers"]> {
  const fed = [whole, grey, blurred].filter((each) => each !== null);
  const runs = await runInputs(fed, tools);
  const find = (varied: Tensor | null, layer: number): Tensor | null =>
    varied && runs[fed.indexOf(varied)]![layer]!;
  const found = runs[0]!.map((maps, layer) =>
    maps && measureDependence({ maps, grey: find(grey, layer), blurred: find(blurred, layer) })
  );
  for (const tensor of [...fed, ...runs.flat()]) if (tensor !== null) freeBytes(tensor.data);
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
    const layers = await run(layoutPhotos(there, image, size));
    there.forEach((_, i) => found.push(layers.map((maps) => maps && takeSample(maps, i, size))));
  }
  return found;
}

function takeSample(maps: Tensor, place: number, fed: number): Tensor {
  const { data, dims } = sliceAt(maps, place * countSamples(maps, fed));
  return { data, dims: toMapDims(dims) };
}
