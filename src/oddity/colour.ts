import type { LayerExperiments } from "../report/layer_report.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";
import { findQuantile } from "./quantile.ts";

// Nine maps of ten lose less than that of a layer without colours.
const LOST = { share: 0.9, most: 0.05 } as const;
// The median map of the layers before it loses so much at least.
const HAD = 0.2;

/** Finds a layer whose maps need no colours, though the maps that it reads do. */
export function findColourLost({ measures, before, layer }: OddLayer): Oddness | null {
  const own = measures.experiments?.colourDependence.mean;
  const read = before.flatMap(({ experiments }) => experiments?.colourDependence.mean ?? []);
  const [value, usual] = [own && findQuantile(own, LOST.share), findQuantile(read)];
  if (own === undefined || value === null || value === undefined || usual === null) return null;
  if (value > LOST.most || usual < HAD) return null;
  const kernels = [...own.keys()].filter((k) => (own[k] ?? 1) <= LOST.most);
  return {
    kernel: pickKernel(kernels, (k) => -own[k]!),
    kernels,
    ...tellTried(measures.experiments!),
    value,
    usual,
    surprise: layer.pairs < 2 ? 0 : 0.65,
  };
}

// What a map of colours loses on each photo, and the median map of its layer at most.
const COLOURED = 0.8;
const MOST_USUAL = 0.2;

/** Finds maps that are made of colour in a layer whose median map hardly needs it; not in the first. */
export function findNeedsColour({ measures, before, layer }: OddLayer): Oddness | null {
  const { experiments } = measures;
  if (experiments === null || layer.readsImage || before.length === 0) return null;
  const { mean, least } = experiments.colourDependence;
  const usual = findQuantile(mean);
  const kernels = [...mean.keys()].filter((k) => ((least ?? mean)[k] ?? 0) >= COLOURED);
  if (kernels.length === 0 || usual === null || usual > MOST_USUAL) return null;
  const kernel = pickKernel(kernels, (k) => mean[k]);
  const value = mean[kernel]!;
  return {
    ...{ kernel, kernels, value, usual, ...tellTried(experiments) },
    surprise: 0.25 + 0.1 * (value - usual),
  };
}

function tellTried({ images }: LayerExperiments): Pick<Oddness, "image" | "images"> {
  return { image: images[0] ?? null, images: images.length };
}
