import { COLOUR_CHROMA } from "./image_kernel_kind.ts";
import type { ContrastColumns } from "./photo_contrast.ts";

/** A coloured kernel and a grey one that average alike. */
export interface GainMatch {
  readonly coloured: number;
  readonly grey: number;
}

// Of two gains below it neither averages, however many times larger the one is.
const NO_GAIN = 0.01;

// How many times as large the one gain may be.
const ALIKE = 1.5;

/**
 * Matches coloured kernels with grey ones of the same DC gain, up to half as much again, each with one:
 * the nearest first. Those that average most stand first.
 */
export function matchGains({ dcGain, chroma, keepsPicture }: ContrastColumns): GainMatch[] {
  const known = [...keepsPicture.keys()].filter((k) =>
    [dcGain[k], chroma[k], keepsPicture[k]].every((value) => Number.isFinite(value ?? NaN))
  );
  const gain = (k: number): number => Math.log(Math.max(dcGain[k]!, 0) + NO_GAIN);
  const isColoured = (k: number): boolean => chroma[k]! >= COLOUR_CHROMA.at;
  const grey = known.filter((k) => !isColoured(k));
  const near = known.filter(isColoured).flatMap((coloured) =>
    grey.map((each) => ({ coloured, grey: each, apart: Math.abs(gain(coloured) - gain(each)) }))
  ).filter(({ apart }) => apart <= Math.log(ALIKE)).sort((a, b) => a.apart - b.apart);
  const taken = new Set<number>();
  const matches = near.filter(({ coloured, grey }) => {
    if (taken.has(coloured) || taken.has(grey)) return false;
    taken.add(coloured).add(grey);
    return true;
  });
  return matches.map(({ coloured, grey }) => ({ coloured, grey }))
    .sort((a, b) => gain(b.coloured) - gain(a.coloured) || a.coloured - b.coloured);
}
