import type { KernelColumns, LayerReport, MapColumns } from "../report/layer_report.ts";
import { formatNumber, formatQuantity } from "./format.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { namePhoto } from "./photo_view.ts";
import { findKernelPicture, placeTile } from "./sprite.ts";

/** A kernel and its maps: the view of `pair.hbs`. */
export interface PairView {
  readonly index: string;
  readonly kernel: KernelView | null;
  /** Its map on each photo. */
  readonly maps: readonly MapView[];
}

/** A kernel and its numbers. */
export interface KernelView {
  /** The classes that place its tile. */
  readonly place: string;
  readonly numbers: readonly { readonly name: string; readonly value: string }[];
  readonly warning: string | null;
}

/** A map and its range. */
export interface MapView {
  /** The number of the photo, from 1. */
  readonly number: string;
  readonly name: string;
  readonly place: string;
  /** The smallest and largest value; null where none was measured. */
  readonly range: string | null;
  readonly warning: string | null;
}

/** Views the pairs of a layer, in the order of its channels. */
export function viewPairs(subject: LayerSubject): readonly PairView[] {
  const { layer, measures } = subject;
  const photos = layer.maps.map(({ image, picture }, i) => ({
    number: String(i + 1),
    name: namePhoto(subject.report, image),
    picture,
    columns: findMapColumns(measures, image),
  }));
  const picture = findKernelPicture(layer);
  return Array.from({ length: layer.pairs }, (_, k) => ({
    index: String(k),
    kernel: picture && viewKernel(placeTile(picture, k), measures?.kernels ?? null, k),
    maps: photos.map(({ number, name, picture, columns }) => ({
      number,
      name,
      place: placeTile(picture, k),
      ...describeMap(columns, k),
    })),
  }));
}

/** Finds the measures of the maps of one photo; null where there are none. */
export function findMapColumns(measures: LayerReport | null, image: string): MapColumns | null {
  return measures?.maps.find((maps) => maps.image === image)?.channels ?? null;
}

/** Reads a number from a column; null where it has no meaning there. */
export function readNumber(column: readonly (number | null)[], k: number): number | null {
  return column[k] ?? null;
}

function viewKernel(place: string, columns: KernelColumns | null, k: number): KernelView {
  if (columns === null) return { place, numbers: [], warning: null };
  const numbers = (["norm", "min", "max", "mean"] as const).flatMap((name) => {
    const value = readNumber(columns[name], k);
    return value === null ? [] : [{ name, value: formatNumber(value) }];
  });
  return { place, numbers, warning: warnOfNonFinite(columns.nonFinite, k) };
}

function describeMap(columns: MapColumns | null, k: number): Pick<MapView, "range" | "warning"> {
  if (columns === null) return { range: null, warning: null };
  const min = readNumber(columns.min, k);
  const max = readNumber(columns.max, k);
  return { range: describeRange(min, max), warning: warnOfNonFinite(columns.nonFinite, k) };
}

function describeRange(min: number | null, max: number | null): string | null {
  if (min === null || max === null) return null;
  return min === max ? `flat, ${formatNumber(min)}` : `${formatNumber(min)} … ${formatNumber(max)}`;
}

function warnOfNonFinite(column: readonly (number | null)[], k: number): string | null {
  const count = readNumber(column, k) ?? 0;
  return count > 0 ? `⚠\uFE0E ${formatQuantity(count, "value")} not finite` : null;
}
