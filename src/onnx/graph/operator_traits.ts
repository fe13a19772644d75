/** What an operator does with the maps that it reads, [samples, channels, …space]. */
export interface OperatorTraits {
  /** Which of its inputs hold maps; the others are parameters. */
  readonly operands: "all" | readonly number[];
  /** Whether each cell comes from the cells in its place alone, one of every operand. */
  readonly cellByCell: boolean;
  /** Whether map j comes from map j: from it alone, or scaled by what others have there too. */
  readonly channels: "kept" | "scaled" | null;
  /** Whether every cell keeps its place, or the axes keep their order and cells move along them. */
  readonly space: "kept" | "moved" | null;
  /**
   * What becomes of the numbers: all of them as they were, in another type, times a factor and
   * plus a number, cut off at bounds, bent by an activation, or told true from false.
   */
  readonly values: "same" | "rounded" | "scaled" | "clipped" | "activated" | "truth" | null;
  /** What it pools: the cells of a window that slides, or all of a map. */
  readonly pool: "window" | "map" | null;
  /** Whether it takes the axis behind the samples for channels, which other axes are not. */
  readonly channelwise: boolean;
  /** Whether it writes whole numbers with a scale of their own. */
  readonly quantized: boolean;
  /** Whether it writes a single number for all along some axes. */
  readonly reducing: boolean;
  /** Whether its result is still a whole constant: no part of it, and not several put together. */
  readonly whole: boolean;
  /** Whether it throws dice. */
  readonly random: boolean;
  /** Whether its other inputs are the weights and the state of a recurrent layer. */
  readonly recurrent: boolean;
}

/** The traits of an operator that nothing is known of. */
export const NO_TRAITS: OperatorTraits = {
  operands: [0],
  cellByCell: false,
  channels: null,
  space: null,
  values: null,
  pool: null,
  channelwise: false,
  quantized: false,
  reducing: false,
  whole: false,
  random: false,
  recurrent: false,
};
