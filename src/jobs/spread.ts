import { type BoardPlace, encodeEvent } from "../board/event.ts";
import { measureHistogram } from "../board/histogram.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** Encodes how the numbers of a tensor are spread as an event of TensorBoard; none where none is finite. */
export function encodeSpread(place: BoardPlace, { data }: Tensor): Uint8Array[] {
  const histogram = measureHistogram(data);
  if (histogram === null) return [];
  return [encodeEvent({ ...place, value: { kind: "histogram", histogram } })];
}
