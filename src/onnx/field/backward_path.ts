import type { ComputedValues } from "../constant/weights.ts";
import type { PhotoTrace } from "./photo_trace.ts";

/** What signals go back through, and from where. */
export interface BackwardPath {
  /** The tensor that they start at. */
  readonly start: string;
  /** How many go back at once. */
  readonly batch: number;
  /** The model's tensors on a photo of the size that the signals go back to. */
  readonly trace: PhotoTrace;
  /**
   * What the runtime computed of the weights on the way.
   *
   * @default Nothing.
   */
  readonly computed?: ComputedValues;
}
