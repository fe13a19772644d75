import type { ReportPreprocess } from "../report/report.ts";
import { formatNumber, formatSize } from "./format.ts";

/** How photos are turned into input, in words. */
export interface PreprocessWords {
  /** Such as `imagenet`. */
  readonly name: string;
  /** What happens to the picture. */
  readonly steps: string;
  /** What happens to a level of 0 to 255. */
  readonly formula: string;
}

/** Says in words how photos are turned into input. */
export function describePreprocess(preprocess: ReportPreprocess): PreprocessWords {
  const { name, crop, channels } = preprocess;
  const cut = crop && `centre crop ${formatSize(crop.width, crop.height)}`;
  const order = channels === "gray" ? "one grey channel" : `channels in the order ${channels}`;
  const steps = [describeResize(preprocess), cut, order].filter((step) => step !== null);
  return { name, steps: steps.join("; "), formula: describeFormula(preprocess) };
}

const FITS: Readonly<Record<string, string>> = {
  contain: "the whole photo with margins",
  cover: "filled, the rest cut off",
  fill: "stretched",
};

function describeResize({ resize, crop, kernel }: ReportPreprocess): string {
  if (resize === null && crop !== null) return "size of the photo kept";
  if (resize === null) {
    return `to the size of the network's input by the shortest side and a centre crop, ${kernel}`;
  }
  if (resize.shortestEdge !== undefined) {
    return `shortest side to ${resize.shortestEdge} pixels, ${kernel}`;
  }
  const size = [resize.width, resize.height].filter((side) => side !== undefined).join(" × ");
  const fit = resize.fit === undefined ? null : FITS[resize.fit] ?? String(resize.fit);
  return ["resized" + (size && ` to ${size}`), fit, kernel].filter((part) => part).join(", ");
}

function describeFormula({ rescale, mean, std }: ReportPreprocess): string {
  let value = describeRescale(rescale);
  const shifts = mean.some((number) => number !== 0);
  if (shifts) value = `${value} − (${mean.map(formatNumber).join(", ")})`;
  if (std.every((number) => number === 1)) return `value = ${value}`;
  return `value = ${shifts ? `(${value})` : value} ÷ (${std.map(formatNumber).join(", ")})`;
}

// 1 ÷ 255 has no short decimal form.
function describeRescale(rescale: number): string {
  if (rescale === 1) return "level";
  const divisor = 1 / rescale;
  const whole = Math.round(divisor);
  const divides = whole > 1 && Math.abs(divisor - whole) < 1e-4 * whole;
  return divides ? `level ÷ ${whole}` : `level × ${formatNumber(rescale)}`;
}
