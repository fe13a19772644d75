import { formatParams, parseChoice } from "../address.ts";

/** What the layers of two models are sorted by, what stands for itself first. */
export const RANKING_KEYS = ["worst", "median", "moved", "graph"] as const;

/** In which units the chart tells how far maps are apart, what stands for itself first. */
export const ERROR_UNITS = ["error", "snr"] as const;

/** In which unit a chart tells how far maps are apart. */
export type ErrorUnit = typeof ERROR_UNITS[number];

/** How the layers of two models are shown: what stands in the address. */
export interface RankingState {
  readonly by: typeof RANKING_KEYS[number];
  readonly reversed: boolean;
  readonly unit: ErrorUnit;
}

/** Reads how layers are shown from an address; what it leaves out is as at first. */
export function parseRanking(params: URLSearchParams): RankingState {
  return {
    by: parseChoice(params, "by", RANKING_KEYS) ?? RANKING_KEYS[0],
    reversed: params.get("reverse") === "1",
    unit: parseChoice(params, "unit", ERROR_UNITS) ?? ERROR_UNITS[0],
  };
}

/** Writes how layers are shown for an address: what differs from how they are shown at first. */
export function formatRanking({ by, reversed, unit }: RankingState): URLSearchParams {
  return formatParams({
    ...by === RANKING_KEYS[0] ? {} : { by },
    ...reversed ? { reverse: "1" } : {},
    ...unit === ERROR_UNITS[0] ? {} : { unit },
  });
}
