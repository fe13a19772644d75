import type { ImageInput } from "./feed.ts";
import type { Dim } from "../graph/graph.ts";
import { findImageAxes, type ImageAxes, pickSizes } from "./image_axes.ts";
import type { Model } from "../graph/model.ts";
import type { TracedPhoto } from "../field/photo_trace.ts";

// What a photo has where the model leaves it open.
const CHANNELS = 3;

/** Describes a photo [height, width] as an input takes it; null where the input takes none. */
export function describePhoto(
  model: Model,
  name: string,
  size: readonly [height: number, width: number],
): TracedPhoto | null {
  const input = model.graph.inputs.get(name);
  const layout = input === undefined ? null : findImageAxes(model, input);
  if (input === undefined || layout === null) return null;
  const { batch, channels } = pickSizes(layout, input.dims);
  const sizes: Readonly<Record<string, number>> = {
    N: typeof batch === "number" ? batch : 1,
    C: typeof channels === "number" ? channels : CHANNELS,
    H: size[0],
    W: size[1],
  };
  return { name, dims: [...layout].map((letter) => sizes[letter]!), axes: findSpace(layout) };
}

/** Describes a photo of the size that an input declares, with `side` where it leaves that open. */
export function describeDeclared(model: Model, name: string, side: number): TracedPhoto | null {
  const input = model.graph.inputs.get(name);
  const layout = input === undefined ? null : findImageAxes(model, input);
  if (input === undefined || layout === null) return null;
  const { height, width } = pickSizes(layout, input.dims);
  const pick = (dim: Dim): number => typeof dim === "number" ? dim : side;
  return describePhoto(model, name, [pick(height), pick(width)]);
}

/** Describes a photo of the dims that are fed to an input; null where the input takes none. */
export function describeFed(
  { name, layout }: ImageInput,
  dims: readonly number[],
): TracedPhoto | null {
  return layout && { name, dims, axes: findSpace(layout) };
}

function findSpace(layout: ImageAxes): readonly number[] {
  return ["H", "W"].map((letter) => layout.indexOf(letter));
}
