import type { ImageInput } from "../../onnx/input/feed.ts";
import { findBatch, layoutPhotos } from "../../onnx/input/photo_batch.ts";
import type { PhotoDependence } from "../../tally/photo_dependence.ts";
import { freeTensors } from "../../tensor/freed_bytes.ts";
import { takeMaps, type Tensor } from "../../tensor/tensor.ts";
import { measureUnexplained } from "./map_dependence.ts";
import type { VariedPhoto } from "./varied_photo.ts";

/** How much of the maps of each layer goes with something; null where a layer has no maps. */
export type PhotoDependences = readonly (PhotoDependence | null)[];

/** Runs a network on a batch, and gives the maps of each layer to `use`, to be read until it ends. */
export type RunNetwork = <Result>(
  batch: Tensor,
  use: (layers: LayerMaps) => Result,
) => Promise<Result>;

/** The maps of each layer, those of all samples; null where it has none. */
type LayerMaps = readonly (Tensor | null)[];

/**
 * Feeds a photo as it is, without its colours and without its details, and measures how much of each
 * map goes. As few run at once as the model takes: what a photo gives does not depend on others.
 */
export async function tryPhoto(
  { whole, grey, blurred }: VariedPhoto,
  image: ImageInput,
  run: RunNetwork,
): Promise<PhotoDependences> {
  const runOn = async <Result>(photo: Tensor, use: (maps: LayerMaps) => Result) => {
    const batch = layoutPhotos([photo], image, findBatch(image, 1));
    const found = await run(batch, (layers) => use(layers.map((maps) => maps && takeMaps(maps))));
    freeTensors([photo, batch]);
    return found;
  };
  const maps = await runOn(whole, copyMaps);
  const compare = (without: LayerMaps) =>
    maps.map((own, layer) =>
      own && without[layer] ? measureUnexplained(own, without[layer]) : null
    );
  const colour = grey && await runOn(grey, compare);
  const detail = blurred && await runOn(blurred, compare);
  freeTensors(maps);
  return maps.map((own, layer) =>
    own && { colour: colour?.[layer] ?? null, detail: detail?.[layer] ?? null }
  );
}

function copyMaps(layers: LayerMaps): LayerMaps {
  return layers.map((maps) => maps && { ...maps, data: maps.data.slice() });
}
