import type { Values } from "../kernel/kernel_measures.ts";
import { type FrequencyTuning, measureFrequencyTuning } from "./frequency_tuning.ts";
import type { GratingAxes } from "./grating_axes.ts";
import { type HueTuning, measureHueTuning } from "./hue_tuning.ts";
import { measureOrientationTuning, type OrientationTuning } from "./orientation_tuning.ts";

/** The numbers that a tuning has of each kernel, in the order in which pages show them. */
export const TUNING_MEASURES = [
  "orientation",
  "orientationBandwidth",
  "orientationSelectivity",
  "frequency",
  "frequencyBandwidth",
  "frequencySelectivity",
  "hue",
  "hueSelectivity",
  "response",
] as const;

/** A number of a tuning. */
export type TuningMeasure = typeof TUNING_MEASURES[number];

/** What the kernels of a layer respond to gratings, a column a measure. */
export interface LayerTuning
  extends
    TuningValues<OrientationTuning>,
    TuningValues<FrequencyTuning>,
    TuningValues<Omit<HueTuning, "opponent">> {
  /** The strongest response to a grating or a hue, above that to plain grey, in units of the map. */
  readonly response: Values;
  /** Whether a hue and its opposite lead those between. */
  readonly opponent: readonly (boolean | null)[];
  /** Its responses along each axis. */
  readonly curves: TuningCurves;
}

/** A value of each kernel for every number of a tuning. */
export type TuningValues<Tuning> = { readonly [Name in keyof Tuning]: Values };

/** The responses of each kernel along each axis, as shares of the largest; null where there are none. */
export interface TuningCurves {
  /** At the frequency that it prefers. */
  readonly orientation: readonly (readonly number[] | null)[];
  /** At the orientation that it prefers. */
  readonly frequency: readonly (readonly number[] | null)[];
  /** To flat hues, or to gratings of one. */
  readonly hue: readonly (readonly number[] | null)[];
}

/** The largest value of each map on each picture, in the order of their making. */
export interface TuningMaxima {
  /** On plain grey. */
  readonly grey: ArrayLike<number>;
  /** On the gratings: all frequencies of an orientation, then those of the next. */
  readonly gratings: readonly ArrayLike<number>[];
  /** On the sheets of gratings of one hue. */
  readonly hues: readonly ArrayLike<number>[];
}

/** Measures what each kernel of a layer responds to gratings. */
export function measureTuning(maxima: TuningMaxima, axes: GratingAxes): LayerTuning {
  const kernels = Array.from(maxima.grey, (_, k) => measureKernel(findResponses(maxima, k), axes));
  const column = <Name extends keyof KernelTuning>(name: Name): KernelTuning[Name][] =>
    kernels.map((kernel) => kernel[name]);
  return {
    response: column("response"),
    orientation: column("orientation"),
    orientationBandwidth: column("orientationBandwidth"),
    orientationSelectivity: column("orientationSelectivity"),
    frequency: column("frequency"),
    frequencyBandwidth: column("frequencyBandwidth"),
    frequencySelectivity: column("frequencySelectivity"),
    hue: column("hue"),
    hueSelectivity: column("hueSelectivity"),
    opponent: column("opponent"),
    curves: {
      orientation: column("orientationCurve"),
      frequency: column("frequencyCurve"),
      hue: column("hueCurve"),
    },
  };
}

/** What one kernel responds, above what it does to plain grey. */
interface Responses {
  readonly gratings: readonly number[];
  readonly hues: readonly number[];
}

// The last bits of float32 of what is large.
const NOISE = 1e-4;

function findResponses({ grey, gratings, hues }: TuningMaxima, k: number): Responses {
  const [plain, all] = [grey[k]!, [...gratings, ...hues]];
  const least = NOISE * all.reduce((most, each) => Math.max(most, Math.abs(each[k]!)), 0);
  const respond = (maxima: ArrayLike<number>): number => {
    const above = maxima[k]! - plain;
    return above > least && Number.isFinite(above) ? above : 0;
  };
  return { gratings: gratings.map(respond), hues: hues.map(respond) };
}

/** What is measured of one kernel. */
interface KernelTuning extends OrientationTuning, FrequencyTuning, HueTuning {
  readonly response: number | null;
  readonly orientationCurve: readonly number[] | null;
  readonly frequencyCurve: readonly number[] | null;
  readonly hueCurve: readonly number[] | null;
}

// Of what responds less to hues than so much of what it does to grey gratings, hue is no matter.
const LEAST_HUE = 0.1;

function measureKernel({ gratings, hues }: Responses, axes: GratingAxes): KernelTuning {
  const { orientations, frequencies } = axes;
  const [most, mostOfHues] = [Math.max(...gratings), Math.max(0, ...hues)];
  const at = gratings.indexOf(most);
  const count = frequencies.length;
  const [bestRow, bestFrequency] = [Math.floor(at / count), at % count];
  const row = (o: number): readonly number[] => gratings.slice(o * count, (o + 1) * count);
  const curve = orientations.map((_, o) => gratings[o * count + bestFrequency]!);
  const sums = orientations.map((_, o) => row(o).reduce((sum, each) => sum + each, 0));
  const tuned = mostOfHues > LEAST_HUE * most ? hues : hues.map(() => 0);
  const response = Math.max(most, mostOfHues);
  return {
    response: response > 0 ? response : null,
    ...measureOrientationTuning({ curve, sums }, orientations),
    ...measureFrequencyTuning(row(bestRow), frequencies),
    ...measureHueTuning(tuned, axes.hues),
    orientationCurve: toShares(curve),
    frequencyCurve: toShares(row(bestRow)),
    hueCurve: toShares(tuned),
  };
}

function toShares(curve: readonly number[]): readonly number[] | null {
  const most = Math.max(0, ...curve);
  return most > 0 ? curve.map((each) => Math.round(100 * each / most) / 100) : null;
}
