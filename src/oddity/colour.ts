import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";
import { findQuantile } from "./quantile.ts";

// Nine maps of ten lose less than that of a layer without colours.
const LOST = { share: 0.9, most: 0.05 } as const;
// The median map of the layers before it loses so much at least.
const HAD = 0.2;

/** Finds a layer whose maps need no colours, though the maps that it reads do. */
export function findColourLost({ measures, before, layer }: OddLayer): Oddness | null {
  const own = findColour(measures);
  if (own === null) return null;
  const read = before.flatMap((each) => findColour(each)?.usual ?? []);
  const [value, usual] = [findQuantile(own.usual, LOST.share), findQuantile(read)];
  if (value === null || usual === null || value > LOST.most || usual < HAD) return null;
  const kernels = [...own.usual.keys()].filter((k) => (own.usual[k] ?? 1) <= LOST.most);
  return {
    kernel: pickKernel(kernels, (k) => -own.usual[k]!),
    kernels,
    ...own.tried,
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
  const own = findColour(measures);
  if (own === null || layer.readsImage || before.length === 0) return null;
  const usual = findQuantile(own.usual);
  const kernels = [...own.usual.keys()].filter((k) => (own.least[k] ?? 0) >= COLOURED);
  if (kernels.length === 0 || usual === null || usual > MOST_USUAL) return null;
  const kernel = pickKernel(kernels, (k) => own.usual[k]);
  const value = own.usual[kernel]!;
  return {
    ...{ kernel, kernels, value, usual, ...own.tried },
    surprise: 0.25 + 0.1 * (value - usual),
  };
}

/** How much of each map goes without the photo's colours. */
interface ColourNeed {
  readonly usual: Values;
  /** Of hardly a photo less goes. */
  readonly least: Values;
  readonly tried: Pick<Oddness, "image" | "images" | "dataset">;
}

// Of many photos of a dataset, where these were tried; else on the few that are drawn.
function findColour({ dataset, experiments }: LayerReport): ColourNeed | null {
  const image = experiments?.images[0] ?? null;
  const colour = dataset?.colour ?? null;
  if (colour !== null) {
    const tried = { image, images: 0, dataset: colour.photos };
    return { usual: colour.median, least: colour.lowerQuartile, tried };
  }
  if (experiments === null) return null;
  const { mean, least } = experiments.colourDependence;
  return { usual: mean, least: least ?? mean, tried: { image, images: experiments.images.length } };
}
