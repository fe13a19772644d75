import type { PictureKind } from "../../plan/picture_kind.ts";

/** What pages say of a kind of picture. */
export interface PictureWords {
  /** How values become grey levels. */
  readonly scale: string;
  /** What heads its tile in the panel of a pair; null where it has a place of its own. */
  readonly heading: string | null;
}

/** What pages say of each kind of picture. */
export type PictureSection = Readonly<Record<PictureKind, PictureWords>>;

const ownRange = { scale: "each map has its own range", heading: null };

/** What pages say of each kind of picture, in English. */
export const PICTURE_EN: PictureSection = {
  kernels: { scale: "each kernel has its own range", heading: null },
  strongest: {
    scale:
      "the strongest slices of each kernel, four at most; zero is mid grey; each kernel has its own range",
    heading: null,
  },
  mix: {
    scale:
      "the eight strongest weights of each kernel at most, largest first, as bars: upwards above zero, downwards below; each kernel has its own range",
    heading: null,
  },
  matrix: {
    scale: "zero is mid grey; three times the root mean square of what is drawn is white or black",
    heading: null,
  },
  slices: {
    scale: "zero is mid grey; each kernel has its own range, which its slices share",
    heading: null,
  },
  leading: { scale: "zero is mid grey; each kernel has its own range", heading: null },
  maps: ownRange,
  activated: ownRange,
  inputs: ownRange,
  effective: {
    scale: "zero is mid grey; each kernel has its own range",
    heading: null,
  },
  projections: {
    scale: "zero is mid grey; each projection has its own range",
    heading: "Its strongest activation, projected back to the pixels",
  },
};
