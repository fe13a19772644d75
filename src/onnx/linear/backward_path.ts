import type { ComputedValues } from "../constant/weights.ts";
import type { GraphDraft } from "../write/graph_draft.ts";
import type { AnswerPlace } from "./linear_answer.ts";
import type { PhotoTrace } from "../field/photo_trace.ts";

/** What signals go back through, and from where. */
export interface BackwardPath {
  /** The tensor that they start at, each from a cell. */
  readonly start: string;
  /** The model's tensors on a photo of the size that the signals go back to. */
  readonly trace: PhotoTrace;
  /**
   * What the runtime computed of the weights on the way.
   *
   * @default Nothing.
   */
  readonly computed?: ComputedValues;
}

/** A signal on its way back, in the window of a tensor that the cell reads where it started. */
export interface Signal {
  /** Its name in the graph. */
  readonly name: string;
  readonly place: AnswerPlace;
}

/** The windows of a tensor that signals are carried in. */
export interface SignalWindow {
  /** How many cells the tensor has along each axis; what lies beyond is padding. */
  readonly cells: readonly number[];
  readonly place: AnswerPlace;
}

/** The windows of one of the model's tensors. */
export interface SignalPatch extends SignalWindow {
  readonly tensor: string;
}

/** A graph that takes signals back, as it is written. */
export interface BackwardDraft extends GraphDraft {
  /** The inputs that take, for each signal, 1 within the tensor and 0 beyond: [batch, 1, …]. */
  readonly masks: Map<string, SignalWindow>;
  /** The inputs that take, for each signal, what the tensor holds there: [batch, channels, …]. */
  readonly patches: Map<string, SignalPatch>;
}
