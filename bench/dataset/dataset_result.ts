import type { Cost } from "../measured_process.ts";
import { medianCost, medianRatio, type Ratio } from "../result.ts";
import type { TallyCost } from "./measured_dataset.ts";

/** What it costs to measure photos, beside the least that it could. */
export interface DatasetResult {
  readonly model: string;
  readonly photos: number;
  readonly measure: Cost;
  readonly floor: Cost;
  /** The photos a second of measuring over those of the floor. */
  readonly pace: Ratio;
  /** The bytes of the tally. */
  readonly bytes: number;
}

/** What it costs to measure the same photos in parts, one after the other. */
export interface ShardsResult {
  readonly model: string;
  readonly photos: number;
  readonly shards: number;
  /** That of all parts together; its peak is that of the largest. */
  readonly parts: TallyCost;
  readonly merge: TallyCost;
}

/** What measuring and its floor cost in a round. */
export interface DatasetRound {
  readonly measure: TallyCost;
  readonly floor: Cost;
}

/** Takes the medians of rounds; those of ratios are of the ratios within a round. */
export function summarizeDataset(
  rounds: readonly DatasetRound[],
): Pick<DatasetResult, "measure" | "floor" | "pace" | "bytes"> {
  return {
    measure: medianCost(rounds.map(({ measure }) => measure))!,
    floor: medianCost(rounds.map(({ floor }) => floor))!,
    pace: medianRatio(rounds.map(({ measure, floor }) => [floor, measure]))!,
    bytes: rounds[0]!.measure.bytes,
  };
}

/** Adds up what parts cost. */
export function addParts(parts: readonly TallyCost[]): TallyCost {
  const add = (take: (cost: TallyCost) => number): number =>
    parts.reduce((sum, cost) => sum + take(cost), 0);
  const isKnown = parts.every(({ cpu, peak }) => cpu !== null && peak !== null);
  return {
    wall: add(({ wall }) => wall),
    cpu: isKnown ? add(({ cpu }) => cpu!) : null,
    peak: isKnown ? Math.max(...parts.map(({ peak }) => peak!)) : null,
    bytes: add(({ bytes }) => bytes),
  };
}

/** Formats what it costs to measure photos, for a terminal. */
export function formatDataset({ model, photos, ...result }: DatasetResult): string {
  const { measure, floor, pace, bytes } = result;
  return [
    `\n${model}, ${photos} photos`,
    ...[HEAD, tellCost("measure", measure, photos), tellCost("floor", floor, photos)],
    row("photos a second ÷ the floor's", [pace.wall.toFixed(2), pace.cpu?.toFixed(2) ?? "-"]),
    row("tally, MB", [(bytes / 1e6).toFixed(2)]),
    "",
  ].join("\n");
}

/** Formats what it costs to measure photos in parts, for a terminal. */
export function formatShards({ model, photos, shards, parts, merge }: ShardsResult): string {
  return [
    `\n${model}, ${photos} photos in ${shards} parts`,
    ...[HEAD, tellCost("parts, one after the other", parts, photos)],
    tellCost("merge", merge, photos),
    row("parts, all and the one, MB", [parts, merge].map(({ bytes }) => (bytes / 1e6).toFixed(2))),
    "",
  ].join("\n");
}

const HEAD = row("", ["wall s", "cpu s", "peak MB", "photos/s"]);

function tellCost(name: string, { wall, cpu, peak }: Cost, photos: number): string {
  const pace = (photos / wall).toFixed(1);
  return row(name, [wall.toFixed(2), cpu?.toFixed(2) ?? "-", peak?.toFixed(0) ?? "-", pace]);
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(32)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}
