import type { TuningColumns } from "../../../src/report/layer_report.ts";

/** The axes of what is tuned; a network that sees grey has no hues. */
export const MADE_AXES = {
  orientations: [0, 45, 90, 135],
  frequencies: [0.05, 0.1, 0.2],
  hues: [0, 120, 240],
} as const;

/** Tunes kernels: the first to none of what gratings are like, the second to opposite hues. */
export function makeTuning(count: number): TuningColumns {
  const each = <Value>(value: (k: number) => Value): (Value | null)[] =>
    Array.from({ length: count }, (_, k) => k === 0 ? null : value(k));
  return {
    ...MADE_AXES,
    inside: true,
    response: each((k) => k / 2),
    orientation: each((k) => 15 * k),
    orientationBandwidth: each((k) => k === 2 ? null : 40 + k),
    orientationSelectivity: each((k) => k / 20),
    frequency: each((k) => 0.05 + k / 100),
    frequencyBandwidth: each((k) => k === 2 ? null : 1 + k / 10),
    frequencySelectivity: each((k) => k / 30),
    hue: each((k) => 30 * k),
    hueSelectivity: each((k) => k / 40),
    opponent: each((k) => k === 1),
    curves: {
      orientation: each(() => [0.2, 1, 0.2, 0]),
      frequency: each(() => [0.5, 1, 0.4]),
      hue: each((k) => k === 3 ? null : [1, 0.5, 0]),
    },
  };
}
