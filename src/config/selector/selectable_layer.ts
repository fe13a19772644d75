/** What a selector looks at: a layer's node name, which may be empty, and its operator. */
export interface SelectableLayer {
  readonly name: string;
  readonly op: string;
  /**
   * Whether positions count it.
   *
   * @default {true}
   */
  readonly counted?: boolean;
  /**
   * Whether it is chosen where nothing names it: by `*`, and where nothing is chosen.
   *
   * @default {true}
   */
  readonly usual?: boolean;
}

/** Gives for each layer its position among those that are counted; null for others. */
export function countPositions(layers: readonly SelectableLayer[]): (number | null)[] {
  let position = 0;
  return layers.map(({ counted = true }) => counted ? position++ : null);
}
