import type { Node } from "../wire/node.ts";
import type { CellBlock } from "./cell_block.ts";

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
  /**
   * Cells of which the largest number of each map and their mean are captured, in place of all values;
   * the tensor is [batch, channels, height, width].
   *
   * @default {null}
   */
  readonly largestOf?: CellBlock | null;
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
  const known = taps.findIndex(({ tensor, quantization, largestOf }) =>
    tensor === tap.tensor && quantization === tap.quantization && largestOf === tap.largestOf
  );
  return known < 0 ? taps.push(tap) - 1 : known;
}
