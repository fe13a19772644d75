import { findExcess } from "../../onnx/layer/excess.ts";
import type { MapSource } from "../../plan/picture_kind.ts";
import { createError } from "../../reason/error.ts";
import { takeMaps, type Tensor } from "../../tensor/tensor.ts";
import type { Captured } from "./captured.ts";
import type { TappedLayer } from "./loaded_model.ts";
import { takeSample } from "./sample.ts";

/** The maps of a layer, [channels, …space] each; null where they are not shown. */
export interface TakenMaps extends Readonly<Record<MapSource, Tensor | null>> {
  /** The convolution's own output. */
  readonly maps: Tensor;
  /** Of how many samples of the photo they are those of the first. */
  readonly of: number;
  /** What the layer reads; null where it is not captured. */
  readonly reads: Tensor | null;
}

/** Takes the maps of a layer on a photo, and what it reads, from what is captured. */
export function takeShown(
  { fed, outputs }: Captured,
  { output, after, input, reads }: TappedLayer,
  copies: number,
): TakenMaps {
  const { maps, of } = takeSample(outputs.get(output)!, copies);
  requireFew(maps);
  const behind = after === null ? undefined : outputs.get(after);
  const read = reads && ("fed" in reads ? fed.get(reads.fed) : outputs.get(reads.output));
  return {
    maps,
    of,
    activated: behind === undefined ? null : takeSample(behind, copies).maps,
    inputs: takeRead(input === null ? undefined : outputs.get(input)),
    reads: takeRead(read ?? undefined),
  };
}

// Of a layer whose weights are computed, the maps alone tell how many there are.
function requireFew({ dims: [outChannels = 0] }: Tensor): void {
  const excess = findExcess({ outChannels, inChannels: 0 });
  if (excess !== null) throw createError(RangeError, { code: "maps-not-drawn", reason: excess });
}

// Maps may be of padding and bias alone, where a layer reads no cell.
function takeRead(read: Tensor | undefined): Tensor | null {
  return read === undefined || read.data.length === 0 ? null : takeMaps(read);
}
