import type { Tensor } from "../../tensor/tensor.ts";
import { measureBandwidth } from "../spectrum/bandwidth.ts";
import { measureChroma } from "./chroma.ts";
import { measureDcGain } from "./dc_gain.ts";
import { measureHueAxis } from "./hue_axis.ts";
import { measureLumaGain } from "./luma_gain.ts";
import { measureOrientation, type Orientation } from "../spectrum/orientation.ts";
import { measurePattern, type PatternShape } from "./pattern_shape.ts";
import { measureSeparability } from "./separability.ts";
import { measureSpectralCentroid } from "../spectrum/spectral_centroid.ts";
import type { MeasureMoments } from "../spectrum/spectral_moments.ts";
import { measureSymmetry } from "./symmetry.ts";

/** The measures of a kernel that its strength and its sign do not change. */
export interface KernelShape extends Orientation, PatternShape {
  readonly dcGain: number | null;
  readonly lumaGain: number | null;
  readonly chroma: number | null;
  readonly hue: number | null;
  readonly centroid: number | null;
  readonly bandwidth: number | null;
  readonly separability: number | null;
  readonly symmetry: number | null;
}

/** What is known of all kernels of a layer. */
export interface ShapeOptions {
  readonly coloured: boolean;
  /** Measures their spectra; null where they do not extend along two axes. */
  readonly measureMoments: MeasureMoments | null;
}

/**
 * Measures the shape of a kernel; the measures of frequency share the moments of its spectrum.
 *
 * @param kernel The finite weights [in, …kernelShape]; in pixel space where they are coloured.
 */
export function measureShape(
  kernel: Tensor,
  { coloured, measureMoments }: ShapeOptions,
): KernelShape {
  const moments = measureMoments && measureMoments(kernel.data);
  return {
    dcGain: measureDcGain(kernel),
    lumaGain: coloured ? measureLumaGain(kernel) : null,
    chroma: coloured ? measureChroma(kernel) : null,
    hue: coloured ? measureHueAxis(kernel) : null,
    centroid: moments && measureSpectralCentroid(moments),
    ...(moments ? measureOrientation(moments) : { orientation: null, coherence: null }),
    bandwidth: moments && measureBandwidth(moments),
    separability: measureSeparability(kernel),
    symmetry: measureSymmetry(kernel),
    ...measurePattern(kernel, moments),
  };
}
