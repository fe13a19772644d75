import type { OddLayer, Oddness } from "./odd_layer.ts";

/** Finds the kernels of a depthwise layer that are one blur. */
export function findOneBlur(odd: OddLayer): Oddness | null {
  return odd.measures.alike?.blur === true ? tellAlike(odd) : null;
}

/** Finds the kernels of a depthwise layer that are one filter, and no blur. */
export function findOneFilter(odd: OddLayer): Oddness | null {
  return odd.measures.alike?.blur === false ? tellAlike(odd) : null;
}

function tellAlike({ measures: { alike }, layer, maps }: OddLayer): Oddness {
  const { like, kernels } = alike!;
  return {
    kernel: like,
    kernels,
    other: kernels.find((k) => k !== like) ?? null,
    image: maps[0]?.image ?? null,
    surprise: 0.5 + 0.2 * kernels.length / layer.pairs,
  };
}
