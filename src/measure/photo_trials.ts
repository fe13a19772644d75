import type { PlacedPhoto } from "../dataset/shard.ts";
import { type VariedPhoto, variedPhotoJob } from "../jobs/trial/varied_photo_job.ts";
import { findBatch, layoutPhotos } from "../onnx/input/photo_batch.ts";
import { findReason } from "../reason/error.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import { sliceAt, type Tensor, toMapDims } from "../tensor/tensor.ts";
import type { TappedModel } from "../visit/photo/tapped_model.ts";
import { doAhead } from "./ahead.ts";
import { isLost } from "./dataset_files.ts";
import { measureUnexplained } from "./map_dependence.ts";
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

// In this thread, as another one would need copies of all maps. Those of a photo in two ways are the
// most that is held: each goes back at once.
async function compareVaried(
  { whole, grey, blurred }: VariedPhoto,
  tools: TrialTools,
): Promise<PhotoTrial["layers"]> {
  const maps = await runInput(whole, tools);
  const colour = await measureLost(maps, grey, tools);
  const detail = await measureLost(maps, blurred, tools);
  freeMaps(maps);
  return maps.map((own, layer) => own && { colour: colour[layer]!, detail: detail[layer]! });
}

/** The maps of each layer [kernels, …space]; null where it has none. */
type LayerMaps = readonly (Tensor | null)[];

// What of the maps goes with what was taken away, by layer; null where that is not known.
async function measureLost(
  maps: LayerMaps,
  varied: Tensor | null,
  tools: TrialTools,
): Promise<PhotoDependence["colour"][]> {
  if (varied === null) return maps.map(() => null);
  const without = await runInput(varied, tools);
  const lost = maps.map((own, layer) => {
    const other = without[layer] ?? null;
    return own && other && measureUnexplained(own, other);
  });
  freeMaps(without);
  return lost;
}

// As few at once as the model takes: what a photo gives does not depend on others.
async function runInput(input: Tensor, { tapped }: TrialTools): Promise<LayerMaps> {
  const { run, feeds: { image } } = tapped;
  const size = findBatch(image, 1);
  const layers = await run(layoutPhotos([input], image, size));
  freeBytes(input.data);
  return layers.map((maps) => maps && takeSample(maps));
}

function takeSample(maps: Tensor): Tensor {
  const { data, dims } = sliceAt(maps, 0);
  return { data, dims: toMapDims(dims) };
}

function freeMaps(maps: LayerMaps): void {
  for (const tensor of maps) if (tensor !== null) freeBytes(tensor.data);
}
