import { groupEqual, isClose } from "../analysis/likeness/equal_maps.ts";
import type { MapColumns, MapsReport } from "../report/layer_report.ts";
import { findShown, type OddLayer, type Oddness } from "./odd_layer.ts";
import { isMergeable } from "./mergeable.ts";
import { pickKernel } from "./picked_kernel.ts";

// What is measured of a map on a photo: where all of it agrees, the maps do.
const TOLD = ["min", "max", "mean", "std"] as const;
const PLACED = ["strongestX", "strongestY"] as const;

/**
 * Finds maps that are equal on every photo, though their kernels are not the same up to a factor: in
 * all photos of a dataset, where one was measured. Maps that are one value everywhere are none.
 */
export function findEqualMaps(odd: OddLayer): Oddness | null {
  const { maps, measures: { dataset } } = odd;
  const likeness = dataset?.likeness ?? null;
  const equal = likeness?.merged ?? groupMaps(listVaried(maps), maps);
  const groups = equal.filter((group) => !isMergeable(odd, group));
  if (groups.length === 0) return null;
  const largest = groups.toSorted((a, b) => b.length - a.length)[0]!;
  const [kernel, other] = [largest[0]!, largest[1]!];
  return {
    kernel,
    other,
    kernels: groups.flat().toSorted((a, b) => a - b),
    ...findShown(maps, likeness && dataset),
    value: largest.length,
    surprise: 0.8,
  };
}

function groupMaps(kernels: readonly number[], maps: readonly MapsReport[]): number[][] {
  return groupEqual(kernels, {
    meanOf: (k) => maps[0]!.channels.mean[k]!,
    deviationOf: (k) => maps[0]!.channels.std[k]!,
    isEqual: (a, b) => maps.every(({ channels }) => isSame({ channels, k: a }, { channels, k: b })),
  });
}

/**
 * Finds maps that are the same on all of several photos, though they are not one value everywhere:
 * what they show is not the photo.
 */
export function findSameOnAll({ report, maps }: OddLayer): Oddness | null {
  const files = new Set(maps.map(({ image }) => findFile(report, image)));
  const [first, ...rest] = maps;
  if (first === undefined || files.size < 2) return null;
  const kernels = listVaried(maps).filter((k) => rest.every((photo) => isSameOn(first, photo, k)));
  if (kernels.length === 0) return null;
  return {
    kernel: pickKernel(kernels, (k) => first.channels.std[k]),
    kernels,
    image: first.image,
    images: maps.length,
    surprise: 0.75,
  };
}

function findFile({ images }: OddLayer["report"], id: string): string {
  return images.find((image) => image.id === id)?.sha256 ?? id;
}

function isSameOn(a: MapsReport, b: MapsReport, k: number): boolean {
  return a.height === b.height && a.width === b.width &&
    isSame({ channels: a.channels, k }, { channels: b.channels, k });
}

function listVaried(maps: readonly MapsReport[]): number[] {
  return (maps[0]?.channels.index ?? []).filter((k) =>
    maps.every(({ channels: { std, nonFinite } }) => (std[k] ?? 0) > 0 && nonFinite[k] === 0)
  );
}

/** A map on a photo, among the measures of all maps on it. */
interface MeasuredMap {
  readonly channels: MapColumns;
  readonly k: number;
}

function isSame(a: MeasuredMap, b: MeasuredMap): boolean {
  const deviation = a.channels.std[a.k]!;
  return TOLD.every((name) => isAlike(a.channels[name][a.k], b.channels[name][b.k], deviation)) &&
    PLACED.every((name) => a.channels[name][a.k] === b.channels[name][b.k]);
}

type Told = number | null | undefined;

function isAlike(a: Told, b: Told, deviation: number): boolean {
  return typeof a === "number" && typeof b === "number" && isClose(a, b, deviation);
}
