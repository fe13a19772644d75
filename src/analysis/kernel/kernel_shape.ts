import type { Tensor } from "../../tensor/tensor.ts";
import { measureBandwidth } from "./bandwidth.ts";
import { measureChroma } from "./chroma.ts";
import { measureDcGain } from "./dc_gain.ts";
import { measureHueAxis } from "./hue_axis.ts";
import { measureLumaGain } from "./luma_gain.ts";
import { measureOrientation, type Orientation } from "./orientation.ts";
import { measurePowerSpectrum } from "./power_spectrum.ts";
import { measureSeparability } from "./separability.ts";
import { measureSpectralCentroid } from "./spectral_centroid.ts";
import { measureSymmetry } from "./symmetry.ts";

/** The measures of a kernel that its strength and its sign do not change. */
export interface KernelShape extends Orientation {
  readonly dcGain: number | null;
  readonly lumaGain: number | null;
  readonly chroma: number | null;
  readonly hue: number | null;
  readonly centroid: number | null;
  readonly bandwidth: number | null;
  readonly separability: number | null;
  readonly symmetry: number | null;
}

/**
 * Measures the shape of a kernel; the measures of frequency share one power spectrum.
 *
 * @param kernel The finite weights [in, …kernelShape]; in pixel space where they are coloured.
 */
export function measureShape(
  kernel: Tensor,
  { coloured }: { readonly coloured: boolean },
): KernelShape {
  const spectrum = measurePowerSpectrum(kernel);
  const flat = spectrum === null;
  return {
    dcGain: measureDcGain(kernel),
    lumaGain: coloured ? measureLumaGain(kernel) : null,
    chroma: coloured ? measureChroma(kernel) : null,
    hue: coloured ? measureHueAxis(kernel) : null,
    centroid: flat ? null : measureSpectralCentroid(spectrum),
    ...(flat ? { orientation: null, coherence: null } : measureOrientation(spectrum)),
    bandwidth: flat ? null : measureBandwidth(spectrum),
    separability: measureSeparability(kernel),
    symmetry: measureSymmetry(kernel),
  };
}
