/** The words of what experiments tell of a pair, in English. */
export const EXPERIMENT_EN = {
  /** What heads the shares of a map, over so many photos of those that there are. */
  head: (tried: string, all: string) =>
    tried === all
      ? `How much of this map goes, mean of ${tried} photos`
      : `How much of this map goes, mean of ${tried} of ${all} photos`,
  headAlone: (photo: string) => `How much of this map goes on ${photo}`,
  without: {
    colourLoss: "without colour",
    detailLoss: "without detail under 8 pixels",
    coarseLoss: "without shades over 32 pixels",
  },
  spread: (least: string, most: string) => `${least} to ${most}`,
  mirrored: (r: string, spread: string | null) =>
    `Left and right exchanged, the map is this one’s mirror image with r ${r}` +
    `${spread === null ? "" : ` (${spread})`}.`,
};

/** The words of what experiments tell of a pair. */
export type ExperimentWords = typeof EXPERIMENT_EN;
