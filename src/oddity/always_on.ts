import { findRectified } from "./lit_cells.ts";
import { findShown, type OddLayer, type Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

// Where the median map is on in more of its cells, one that is on in all of them is no surprise.
const MOST_USUAL = 0.6;
// Of few cells all may be on by chance.
const FEWEST_OFF = 50;

/**
 * Finds maps that are on in every cell of every photo, though the layer's median map is not: in all
 * photos of a dataset too, where one was measured.
 */
export function findAlwaysOn(odd: OddLayer): Oddness | null {
  const { measures, maps, layer } = odd;
  const rectified = findRectified(odd);
  const kernels = listAlwaysOn(measures);
  if (rectified === null || kernels.length === 0) return null;
  const reach = findReach(odd);
  const kernel = pickKernel(kernels, (k) => reach(k).least / reach(k).most);
  const { usual, lit } = rectified;
  const off = lit / usual - lit;
  const isOdd = usual <= MOST_USUAL && off >= FEWEST_OFF;
  return {
    kernel,
    kernels,
    ...findShown(maps, measures.dataset),
    value: reach(kernel).least,
    usual,
    surprise: isOdd ? 0.35 + 0.15 * (1 - usual) + 0.2 * kernels.length / layer.pairs : 0,
  };
}

// What is one value everywhere, as by its bias alone, is told as that.
function listAlwaysOn(
  { activity, condition, dataset, kernels: columns }: OddLayer["measures"],
): readonly number[] {
  const index = dataset?.index ?? [...activity?.on.keys() ?? []];
  return index.filter((k) => {
    if (columns?.kind[k] === "dead" || condition?.constant.includes(k)) return false;
    if (activity !== null && activity.on[k] !== 1) return false;
    return dataset === null || (dataset.onCells[k] === 1 && dataset.min[k]! < dataset.max[k]!);
  });
}

/** The smallest and the largest value of a map. */
interface Reach {
  readonly least: number;
  readonly most: number;
}

function findReach({ measures: { dataset }, maps }: OddLayer): (k: number) => Reach {
  if (dataset !== null) return (k) => ({ least: dataset.min[k]!, most: dataset.max[k]! });
  return (k) => ({
    least: Math.min(...maps.map(({ activated }) => activated?.min[k] ?? 0)),
    most: Math.max(...maps.map(({ activated }) => activated?.max[k] ?? 0)),
  });
}
