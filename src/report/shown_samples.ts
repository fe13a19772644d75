/** How many samples a layer made of a photo, as of its windows or tiles, and how many are shown. */
export interface ShownSamples {
  /** The first so many. */
  readonly shown: number;
  /** How many there are. */
  readonly of: number;
}
