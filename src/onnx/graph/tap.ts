import type { Node } from "../wire/node.ts";

/** A tensor to be captured. */
export interface Tap {
  /** Its name in the model. */
  readonly tensor: string;
  /**
   * The tensors of its scale and zero point, where it is whole numbers; null otherwise. The scale is
   * null where only a zero point is given.
   */
  readonly quantization: { readonly scale: string | null; readonly zeroPoint: string } | null;
  /**
   * Whether its dims are captured in place of its values.
   *
   * @default {false}
   */
  readonly dimsOnly?: boolean;
}

/** What of a cut model is run, where not all of it can be. */
export interface CutPart {
  /** The nodes: with each all that it depends on. */
  readonly nodes: ReadonlySet<Node>;
  /** The taps that need no other nodes; where there is none, an input comes out again. */
  readonly taps: ReadonlySet<Tap>;
}

/** Adds a tap, and gives its place; what is tapped already is not tapped again, as outputs are tensors of their own. */
export function addTap(taps: Tap[], tap: Tap): number {
  const known = taps.findIndex(({ tensor, quantization }) =>
    tensor === tap.tensor && quantization === tap.quantization
  );
  return known < 0 ? taps.push(tap) - 1 : known;
}
