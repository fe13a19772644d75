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

/** What is seen of a kernel at once; neither its strength nor its sign changes it. */
export interface SeenShape extends Orientation, PatternShape {
  readonly dcGain: number | null;
  readonly lumaGain: number | null;
  readonly chroma: number | null;
  readonly hue: number | null;
  readonly centroid: number | null;
  readonly bandwidth: number | null;
  readonly symmetry: number | null;
}

/** The measures of a kernel that its strength and its sign do not change. */
export interface KernelShape extends SeenShape {
  readonly separability: number | null;
}

/** What is known of all kernels of a layer. */
export interface ShapeOptions {
  readonly coloured: boolean;
  /** Measures their spectra; null where they do not extend along two axes. */
  readonly measureMoments: MeasureMoments | null;
}

/**
 * Measures the shape of a kernel.
 *
 * @param kernel The finite weights [in, …kernelShape]; in pixel space where they are coloured.
 */
export function measureShape(kernel: Tensor, options: ShapeOptions): KernelShape {
  return { ...measureSeen(kernel, options), separability: measureSeparability(kernel) };
}

/** Measures it but for what takes its slices apart; measures of frequency share its moments. */
export function measureSeen(
  kernel: Tensor,
  { coloured, measureMoments }: ShapeOptions,
): SeenShape {
  const moments = measureMoments && measureMoments(kernel.data);
  return {
    dcGain: measureDcGain(kernel),
    lumaGain: coloured ? measureLumaGain(kernel) : null,
    chroma: coloured ? measureChroma(kernel) : null,
    hue: coloured ? measureHueAxis(kernel) : null,
    centroid: moments && measureSpectralCentroid(moments),
    ...(moments ? measureOrientation(moments) : { orientation: null, coherence: null }),
    bandwidth: moments && measureBandwidth(moments),
    symmetry: measureSymmetry(kernel),
    ...measurePattern(kernel, moments),
  };
}
