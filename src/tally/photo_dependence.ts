/**
 * How much of each map of a layer goes where a photo is fed without something: the share of its
 * variance that the other map does not explain, 0 to 1; NaN where it has none.
 */
export interface PhotoDependence {
  /** Without its colours; null where it has none. */
  readonly colour: Float32Array | null;
  /** Without its details: blurred; null where it has none. */
  readonly detail: Float32Array | null;
}
