import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { measureBandwidth } from "../spectrum/bandwidth.ts";
import { measureChroma } from "./chroma.ts";
import { measureDcGain } from "./dc_gain.ts";
import { measureHueAxis } from "./hue_axis.ts";
import type { Values } from "./kernel_measures.ts";
import { measureLumaGain } from "./luma_gain.ts";
import { measurePattern } from "./pattern_shape.ts";
import { measureOrientation } from "../spectrum/orientation.ts";
import { type ImageChannels, toPixelSpace } from "./pixel_space.ts";
import { prepareMoments } from "../spectrum/prepared_moments.ts";
import { measureSpectralCentroid } from "../spectrum/spectral_centroid.ts";
import type { MeasureMoments } from "../spectrum/spectral_moments.ts";
import { measureSymmetry } from "./symmetry.ts";

/** The measures of kernels composed down to the pixels, in the order of pages. */
export const COMPOSED_MEASURES = [
  "dcGain",
  "lumaGain",
  "chroma",
  "hue",
  "centroid",
  "orientation",
  "coherence",
  "bandwidth",
  "symmetry",
  "ownSymmetry",
  "roundness",
  "waves",
] as const;

/** A measure of composed kernels. */
export type ComposedMeasure = typeof COMPOSED_MEASURES[number];

/** The measures of composed kernels, as those of kernels that read the photo, a column a measure. */
export type ComposedMeasures = Readonly<Record<ComposedMeasure, Values>>;

/** What is known of composed kernels beside their pixels. */
export interface ComposedOptions {
  /** The image that they answer to; null where it has other than three channels. */
  readonly image: ImageChannels | null;
  /** How many pixels of the photo each of theirs stands for, along an axis. */
  readonly step: number;
}

/**
 * Measures kernels composed down to the pixels, of the linear path alone, in the space of the
 * photo's pixels. Where they are averaged to fewer pixels, what is finer is left out, and
 * frequencies are those of the photo.
 *
 * @param kernels [kernels, channels, height, width].
 */
export function measureComposed(
  kernels: Tensor,
  { image, step }: ComposedOptions,
): ComposedMeasures {
  const pixels = image === null ? kernels : toPixelSpace(kernels, image);
  const measureMoments = prepareMoments(pixels.dims);
  const rows = Array.from({ length: pixels.dims[0] ?? 0 }, (_, k) => {
    return measureOne(sliceAt(pixels, k), { coloured: image !== null, step, measureMoments });
  });
  return toColumns(rows);
}

type Row = Readonly<Record<ComposedMeasure, number | null>>;

function toColumns(rows: readonly (Row | null)[]): ComposedMeasures {
  const column = (name: ComposedMeasure): Values => rows.map((row) => row?.[name] ?? null);
  return {
    dcGain: column("dcGain"),
    lumaGain: column("lumaGain"),
    chroma: column("chroma"),
    hue: column("hue"),
    centroid: column("centroid"),
    orientation: column("orientation"),
    coherence: column("coherence"),
    bandwidth: column("bandwidth"),
    symmetry: column("symmetry"),
    ownSymmetry: column("ownSymmetry"),
    roundness: column("roundness"),
    waves: column("waves"),
  };
}

/** How a composed kernel is measured. */
interface Measuring {
  readonly coloured: boolean;
  readonly step: number;
  readonly measureMoments: MeasureMoments | null;
}

// Null for one that no pixel changes, or whose numbers are not finite.
function measureOne(
  kernel: Tensor,
  { coloured, step, measureMoments }: Measuring,
): Row | null {
  if (!kernel.data.every(Number.isFinite) || !kernel.data.some((weight) => weight !== 0)) {
    return null;
  }
  const moments = measureMoments && measureMoments(kernel.data);
  const perPixel = (frequency: number | null): number | null => frequency && frequency / step;
  return {
    dcGain: measureDcGain(kernel),
    lumaGain: coloured ? measureLumaGain(kernel) : null,
    chroma: coloured ? measureChroma(kernel) : null,
    hue: coloured ? measureHueAxis(kernel) : null,
    centroid: perPixel(moments && measureSpectralCentroid(moments)),
    ...(moments ? measureOrientation(moments) : { orientation: null, coherence: null }),
    bandwidth: perPixel(moments && measureBandwidth(moments)),
    symmetry: measureSymmetry(kernel),
    ...measurePattern(kernel, moments),
  };
}
