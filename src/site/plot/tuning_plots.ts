import { colourHue } from "../../raster/grating.ts";

/** A small plot of responses along an axis: a part of the view of `tuning.hbs`. */
export interface TuningPlotView {
  readonly width: number;
  readonly height: number;
  /** What stands behind the curve, as a path. */
  readonly guides: string;
  readonly sectors: readonly SectorView[];
  readonly curve: string | null;
  /** Where what is preferred lies. */
  readonly mark: string | null;
  readonly labels: readonly LabelView[];
}

/** A sector of a circle. */
export interface SectorView {
  readonly d: string;
  readonly fill: string;
}

/** A number at an axis. */
export interface LabelView {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}

const MIDDLE = 46;
const RADIUS = 42;
const ROUND = { width: 2 * MIDDLE, height: 2 * MIDDLE };
const RINGS = [RADIUS, RADIUS / 2].map(drawRing).join("");

/** Plots responses to orientations around a circle; stripes have no head, so both ends respond. */
export function plotOrientation(
  curve: readonly number[],
  orientations: readonly number[],
  preferred: number | null,
): TuningPlotView {
  const both = [0, 180].flatMap((half) =>
    orientations.map((angle, i) => placeRound(angle + half, curve[i]!))
  );
  return {
    ...ROUND,
    guides: `${RINGS}${drawLine(placeRound(180), placeRound(0))}${
      drawLine(placeRound(90), placeRound(270))
    }`,
    sectors: [],
    curve: `M${both.join("L")}Z`,
    mark: preferred === null ? null : drawLine(placeRound(preferred), placeRound(preferred + 180)),
    labels: [],
  };
}

const AXIS = { left: 4, right: 124, top: 6, bottom: 74 };

/** Plots responses to frequencies, as far apart as they are in octaves. */
export function plotFrequency(
  curve: readonly number[],
  frequencies: readonly number[],
  preferred: number | null,
): TuningPlotView {
  const [low, high] = [frequencies[0]!, frequencies.at(-1)!];
  const { left, right, top, bottom } = AXIS;
  const toX = (frequency: number): string =>
    shorten(left + (right - left) * Math.log(frequency / low) / Math.log(high / low));
  const points = frequencies.map((each, i) =>
    `${toX(each)} ${shorten(bottom - (bottom - top) * curve[i]!)}`
  );
  const width = right - left;
  return {
    ...{ width: 128, height: 92 },
    guides: `M${left} ${bottom}h${width}M${left} ${
      (top + bottom) / 2
    }h${width}M${left} ${top}h${width}`,
    sectors: [],
    curve: `M${points.join("L")}`,
    mark: preferred === null ? null : `M${toX(preferred)} ${top}V${bottom}`,
    labels: [
      { x: left, y: 88, anchor: "start", text: String(low) },
      { x: right, y: 88, anchor: "end", text: String(high) },
    ],
  };
}

const HALF_SECTOR = 26; // degrees

/** Plots responses to hues around a circle, red to the right, each in its colour. */
export function plotHue(
  curve: readonly number[],
  hues: readonly number[],
  { hue, opponent }: { readonly hue: number | null; readonly opponent: boolean },
): TuningPlotView {
  const rim = hue === null ? null : placeRound(opponent ? hue + 180 : hue, opponent ? 1 : 0);
  return {
    ...ROUND,
    guides: RINGS,
    sectors: hues.map((each, i) => ({
      d: drawSector(each, curve[i]!),
      fill: `rgb(${colourHue(each).join(" ")})`,
    })),
    curve: null,
    mark: rim === null ? null : drawLine(rim, placeRound(hue!)),
    labels: [],
  };
}

function drawRing(radius: number): string {
  return `M${MIDDLE - radius} ${MIDDLE}a${radius} ${radius} 0 1 0 ${2 * radius} 0` +
    `a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
}

function drawSector(angle: number, share: number): string {
  const radius = shorten(RADIUS * share);
  const [from, to] = [angle - HALF_SECTOR, angle + HALF_SECTOR].map((each) =>
    placeRound(each, share)
  );
  return `M${MIDDLE} ${MIDDLE}L${from}A${radius} ${radius} 0 0 0 ${to}Z`;
}

function drawLine(from: string, to: string): string {
  return `M${from}L${to}`;
}

// Counter-clockwise from the right; rows count downwards.
function placeRound(angle: number, share = 1): string {
  const turn = angle * Math.PI / 180;
  const [x, y] = [Math.cos(turn), -Math.sin(turn)].map((part) => MIDDLE + RADIUS * share * part);
  return `${shorten(x!)} ${shorten(y!)}`;
}

function shorten(length: number): string {
  return String(Number(length.toFixed(1)));
}
