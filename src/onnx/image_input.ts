import type { Dim } from "./graph.ts";
import type { Model } from "./model.ts";

/** The input of a model that takes photos. */
export interface ImageInput {
  readonly name: string;
  /** How many photos run at once. */
  readonly batch: number;
  /** How many channels a photo has; null where the model leaves it open. */
  readonly channels: number | null;
  /** The size of a photo in pixels; null where the model leaves it open. */
  readonly height: number | null;
  readonly width: number | null;
}

/**
 * Finds the input that takes photos: float32 [batch, channels, height, width].
 *
 * @throws {TypeError} If there is none, or other inputs would have to be fed too.
 */
export function findImageInput(model: Model, needed: readonly string[]): ImageInput {
  const [name = "", ...more] = needed;
  const input = model.graph.inputs.get(name);
  if (input === undefined || more.length > 0) {
    throw new TypeError(`Cannot feed model: it has ${needed.length} inputs (${needed.join(", ")})`);
  }
  const dims = input.dims ?? [];
  if (input.dataType !== "float32" || dims.length !== 4) {
    throw new TypeError(
      `Cannot feed input "${name}": it is ${input.dataType} [${formatDims(dims)}], ` +
        "expected float32 [batch, channels, height, width]",
    );
  }
  const [batch, channels, height, width] = dims.map((dim) => typeof dim === "number" ? dim : null);
  return {
    name,
    batch: batch ?? 1,
    channels: channels ?? null,
    height: height ?? null,
    width: width ?? null,
  };
}

function formatDims(dims: readonly Dim[]): string {
  return dims.map((dim) => dim ?? "?").join(", ");
}
