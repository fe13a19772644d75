import type { KernelMeasures } from "../analysis/kernel_measures.ts";
import type { KernelColumns, LayerReport, MapColumns } from "../report/layer_report.ts";
import { formatNumber, formatQuantity, formatShare } from "./format.ts";
import { nameKind } from "./kernel_class.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { KERNEL_WORDS } from "./measure_words.ts";
import { type FlagView, prepareFlags } from "./pair_flags.ts";
import { type InsightView, prepareInsights } from "./insight_view.ts";
import { namePhoto, type PhotoView } from "./photo_view.ts";
import { findKernelPicture, placeTile } from "./sprite.ts";

/** A kernel and its maps: the view of `pair.hbs`. */
export interface PairView {
  readonly index: string;
  /** The class of its kernel in style.css; null where it has none. */
  readonly tone: string | null;
  readonly kernel: KernelView | null;
  readonly flags: readonly FlagView[];
  /** Its map on each photo. */
  readonly maps: readonly MapView[];
  /** What it answers to and is made of; null where nothing is known. */
  readonly insight: InsightView | null;
}

/** A kernel and its numbers. */
export interface KernelView {
  /** The classes that place its tile. */
  readonly place: string;
  readonly kind: KindView | null;
  readonly numbers: readonly { readonly name: string; readonly value: string }[];
  readonly warning: string | null;
}

/** The class of a kernel. */
export interface KindView {
  readonly name: string;
  readonly tone: string;
  /** How sure it is; null where no measure decided. */
  readonly confidence: string | null;
}

/** A map and its range. */
export interface MapView {
  /** The number of the photo, from 1. */
  readonly number: string;
  readonly name: string;
  readonly place: string;
  readonly before: RangeView;
  /** The same behind the activation; null where there is no such picture. */
  readonly after: RangeView | null;
}

/** The numbers of a map. */
export interface RangeView {
  /** The smallest and largest value; null where none was measured. */
  readonly range: string | null;
  /** How much of the picture it keeps; null where that is not known. */
  readonly keeps: string | null;
  readonly warning: string | null;
}

/** Views the pairs of a layer, in the order of its channels. */
export function viewPairs(
  subject: LayerSubject,
  seen: readonly PhotoView[],
): readonly PairView[] {
  const { layer, measures } = subject;
  const photos = listPhotos(subject);
  const picture = findKernelPicture(layer);
  const kernels = measures?.kernels ?? null;
  const findFlags = prepareFlags(subject);
  const findInsight = prepareInsights(subject, seen);
  return Array.from({ length: layer.pairs }, (_, k) => ({
    index: String(k),
    tone: kernels && nameKind(kernels.kind[k]!),
    kernel: picture && viewKernel(placeTile(picture, k), measures, k),
    flags: findFlags(k),
    maps: photos.map(({ number, name, picture, before, after, activated }) => ({
      number,
      name,
      place: placeTile(picture, k),
      before: viewRange(before, k),
      after: activated ? viewRange(after, k) : null,
    })),
    insight: findInsight(k),
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

/** A photo of a layer, with the measures of its maps. */
interface PairPhoto extends Pick<MapView, "number" | "name"> {
  readonly picture: LayerSubject["layer"]["maps"][number]["picture"];
  readonly activated: boolean;
  readonly before: MapColumns | null;
  readonly after: MapColumns | null;
}

function listPhotos({ report, layer, measures }: LayerSubject): readonly PairPhoto[] {
  return layer.maps.map(({ image, picture, activated }, i) => ({
    number: String(i + 1),
    name: namePhoto(report, image),
    picture,
    activated: activated !== null,
    before: findMapColumns(measures, image),
    after: measures?.maps.find((maps) => maps.image === image)?.activated ?? null,
  }));
}

function viewKernel(place: string, measures: LayerReport | null, k: number): KernelView {
  const columns = measures?.kernels ?? null;
  if (columns === null) return { place, kind: null, numbers: [], warning: null };
  const kept = measures?.averages?.keepsPicture[k] ?? null;
  return {
    place,
    kind: viewKind(columns, k),
    numbers: [
      ...listNumbers(columns, k),
      ...kept === null ? [] : [{ name: "keeps picture", value: formatShare(kept) }],
    ],
    warning: warnOfNonFinite(columns.nonFinite, k),
  };
}

function viewKind({ kind, confidence }: KernelColumns, k: number): KindView {
  const sure = readNumber(confidence, k);
  const name = kind[k]!;
  return { name, tone: nameKind(name), confidence: sure === null ? null : formatShare(sure) };
}

// Not all measures: the table has the rest.
const SHOWN: readonly (keyof KernelMeasures)[] = [
  "norm",
  "dcGain",
  "chroma",
  "hue",
  "centroid",
  "orientation",
];

function listNumbers(columns: KernelColumns, k: number): KernelView["numbers"] {
  return SHOWN.flatMap((measure) => {
    const value = readNumber(columns[measure], k);
    const { name, format } = KERNEL_WORDS[measure];
    const short = measure === "centroid" ? "frequency" : name;
    return value === null ? [] : [{ name: short, value: format(value) }];
  });
}

function viewRange(columns: MapColumns | null, k: number): RangeView {
  if (columns === null) return { range: null, keeps: null, warning: null };
  const min = readNumber(columns.min, k);
  const max = readNumber(columns.max, k);
  const kept = readNumber(columns.keepsPicture, k);
  return {
    range: describeRange(min, max),
    keeps: kept === null ? null : formatShare(kept),
    warning: warnOfNonFinite(columns.nonFinite, k),
  };
}

function describeRange(min: number | null, max: number | null): string | null {
  if (min === null || max === null) return null;
  return min === max ? `flat, ${formatNumber(min)}` : `${formatNumber(min)} … ${formatNumber(max)}`;
}

function warnOfNonFinite(column: readonly (number | null)[], k: number): string | null {
  const count = readNumber(column, k) ?? 0;
  return count > 0 ? `⚠\uFE0E ${formatQuantity(count, "value")} not finite` : null;
}
