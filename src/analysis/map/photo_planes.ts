import { averageAreas, type Cells, type Plane } from "../../tensor/area_average.ts";
import { orthonormalize } from "../../tensor/orthonormal.ts";
import { toUnit } from "../../tensor/unit.ts";
import { measureSteepness } from "./sobel.ts";

/** A photo as a network saw it, before any scaling. */
export interface Photo extends Cells {
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
  /** The pixels row by row, the channels of a pixel side by side. */
  readonly data: Uint8Array;
}

/** What maps are compared with, at the photo's own size. */
export interface PreparedPhoto extends Cells {
  /** The photo's channels: one, or red, green and blue. */
  readonly channels: readonly Plane[];
  /** How steep its luma is. */
  readonly edges: Plane;
}

/** What maps are compared with, at the size of the maps. */
export interface PhotoPlanes extends Cells {
  /** An orthonormal basis of the photo's channels, each centred; empty for a photo of one colour. */
  readonly basis: readonly Float64Array[];
  /** Its luma, centred and of length 1; null where that is the same everywhere. */
  readonly luma: Float64Array | null;
  /** Its edges, likewise. */
  readonly edges: Float64Array | null;
}

/** Prepares a photo for comparing it with maps of any size. */
export function preparePhoto(photo: Photo): PreparedPhoto {
  const { height, width } = photo;
  const channels = Array.from({ length: photo.channels }, (_, c) => {
    return { data: pickChannel(photo, c), height, width };
  });
  const luma = mixLuma(channels.map(({ data }) => data));
  return { height, width, channels, edges: measureSteepness({ data: luma, height, width }) };
}

/** Shrinks a prepared photo to the size of maps; maps of one size share what it gives. */
export function shrinkPhoto({ channels, edges }: PreparedPhoto, size: Cells): PhotoPlanes {
  const shrunk = channels.map((channel) => averageAreas(channel, size));
  return {
    height: size.height,
    width: size.width,
    basis: orthonormalize(shrunk.map(toUnit).filter((unit) => unit !== null)),
    luma: toUnit(mixLuma(shrunk)),
    edges: toUnit(averageAreas(edges, size)),
  };
}

function pickChannel({ data, channels }: Photo, channel: number): Uint8Array {
  const plane = new Uint8Array(data.length / channels);
  for (let i = 0; i < plane.length; i++) plane[i] = data[channels * i + channel]!;
  return plane;
}

// Of red, green and blue, as ITU-R BT.601 weighs them.
const LUMA = [0.299, 0.587, 0.114] as const;

function mixLuma(channels: readonly (Uint8Array | Float64Array)[]): Float64Array {
  const [red, green, blue] = channels;
  if (green === undefined || blue === undefined) return new Float64Array(red!);
  const luma = new Float64Array(green.length);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = LUMA[0] * red![i]! + LUMA[1] * green[i]! + LUMA[2] * blue[i]!;
  }
  return luma;
}
