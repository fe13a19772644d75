import { isInactive, isQuantized, nameActivation } from "../../site/activation_text.ts";
import { shortenNames } from "../../site/name/short_names.ts";
import { formatCount, formatSize } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { type MeasureGroupView, viewMeasureGroups } from "./measure_groups.ts";
import { areArrays } from "../../site/photo_view.ts";
import { findKernelPicture, listKernelViews } from "../../site/tile/kernel_view.ts";
import { listInputKernels } from "../../site/tile/input_kernels.ts";
import { describeMix } from "../../site/tile/mix_text.ts";
import { findPicture, hasColours, hidesSlices, isMix } from "../../site/tile/sprite.ts";
import { listPanelPictures } from "../../site/tile/panel_pictures.ts";
import { REASONS } from "../../words/reasons.ts";

/**
 * The panel of one pair, which the script fills: the view of `panel.hbs`. What a layer does not
 * have, its panel has no place for.
 */
export interface PanelView {
  readonly kernel: boolean;
  /** Whether its map may stand for a class that has a word. */
  readonly labels: boolean;
  /** Whether it is multiplied by the photo's own pixels, or by maps of the layers before. */
  readonly readsImage: boolean;
  readonly deep: boolean;
  /** What the part of the photo beside it is. */
  readonly patch: string;
  /** Whether the kernel reads red, green and blue. */
  readonly channels: readonly ChannelView[];
  /** Whether a tile shows some slices of its kernel only, or no weights; then all stand below it. */
  readonly sheet: boolean;
  readonly maps: boolean;
  /** Whether it says what kernels answer to in a dataset. */
  readonly dataset: boolean;
  /** Whether it says how maps change with their photos. */
  readonly experiments: boolean;
  /** Of what gratings it says what kernels respond to them; null where there were none. */
  readonly tuning: string | null;
  /** What the maps are before, and behind what; null where nothing follows. */
  readonly stages: { readonly before: string; readonly after: string } | null;
  /** The photo, with the field of a cell where that is known. */
  readonly photoCaption: string;
  readonly measures: readonly MeasureGroupView[];
  readonly measuresHead: string;
  readonly photos: readonly {
    readonly id: string;
    readonly name: string;
    /** What tells its name from those of others. */
    readonly short: string;
  }[];
  readonly photosHead: string;
  readonly nearest: boolean;
  /** What heads the circuit on the first photo; null where there is none. */
  readonly circuitHead: string | null;
  /** What heads its columns. */
  readonly circuitColumns: readonly string[];
  /** What heads the inputs that a kernel of single weights mixes; null where kernels are larger. */
  readonly mix: string | null;
  readonly exciting: boolean;
  /** The pictures of which it shows the pair's tile, by their kinds. */
  readonly pictures: readonly { readonly kind: string; readonly heading: string }[];
  /** Why it does not say which cells are on, and why views of the kernel in pixels are missing. */
  readonly missing: readonly string[];
}

/** A channel of the photo that a kernel reads. */
export interface ChannelView {
  readonly number: string;
  readonly name: string;
}

type Photos = readonly { readonly id: string; readonly name: string }[];

/** Views the panel of a layer's pairs. */
export function viewPanel(subject: LayerSubject, photos: Photos): PanelView {
  const { layer, measures, words } = subject;
  return {
    ...viewPanelPhotos(subject, photos),
    ...viewCircuit(subject, photos),
    kernel: findKernelPicture(layer) !== null,
    labels: (measures?.labels ?? null) !== null,
    readsImage: layer.readsImage,
    deep: !layer.readsImage,
    patch: layer.readsImage ? words.panel.patch : words.sum.looksAt,
    channels: nameChannels(subject),
    sheet: hidesSlices(layer) || listKernelViews(layer).length > 1,
    maps: layer.maps.length > 0,
    dataset: (measures?.dataset ?? null) !== null,
    experiments: (measures?.experiments ?? null) !== null,
    tuning: describeGratings(subject),
    stages: nameStages(subject),
    measures: viewMeasureGroups(subject),
    measuresHead: words.panel.measures(formatCount(layer.pairs - 1)),
    nearest: measures?.kernels?.nearest.some((other) => other !== null) ?? false,
    exciting: (measures?.excitingInside ?? null) !== null && layer.fieldMissing === null,
    pictures: listPanelPictures(layer, words).map(({ heading, picture }) => ({
      kind: picture.kind,
      heading,
    })),
    missing: listMissing(subject),
  };
}

function viewPanelPhotos(
  subject: LayerSubject,
  photos: Photos,
): Pick<PanelView, "photos" | "photosHead" | "photoCaption"> {
  const { layer, words: { panel, tools } } = subject;
  const names = shortenNames(photos.map(({ name }) => name));
  return {
    photoCaption: layer.fieldMissing === null ? panel.withField : tools.photo,
    photos: photos.map(({ id, name }, i) => ({ id, name, short: names[i]! })),
    photosHead: headPhotos(subject, photos.map(({ id }) => id)),
  };
}

function viewCircuit(
  subject: LayerSubject,
  [first]: Photos,
): Pick<PanelView, "circuitHead" | "circuitColumns" | "mix"> {
  const { layer, measures, words } = subject;
  return {
    circuitHead: first !== undefined && findPicture(layer, "slices") !== null &&
        measures?.maps.some(({ circuit }) => circuit !== null)
      ? words.panel.circuit(first.name)
      : null,
    circuitColumns: headCircuit(subject),
    mix: measures?.mix ? describeMix(measures.mix, { layer, k: 0 }, words) : null,
  };
}

function headCircuit({ layer, model, words: { panel: { circuitHeads } } }: LayerSubject): string[] {
  const { map, kernel, slice, share } = circuitHeads;
  const hasKernels = listInputKernels(layer, model.layers).length > 0;
  return [map, ...hasKernels ? [kernel] : [], ...isMix(layer) ? [] : [slice], share];
}

function describeGratings({ model: { tuning }, measures, words }: LayerSubject): string | null {
  if (tuning === null || (measures?.tuning ?? null) === null) return null;
  const { pictures, width, height } = tuning;
  return words.tuning.pictures(formatCount(pictures), formatSize(width, height));
}

function headPhotos(
  { report, measures, words: { panel } }: LayerSubject,
  ids: readonly string[],
): string {
  if (areArrays(report, ids)) return panel.everyArray;
  const isCompared = measures?.averages?.keepsPicture.some((share) => share !== null) ?? false;
  return isCompared ? panel.everyPhoto : panel.everyPhotoAlone;
}

function nameChannels({ layer, words: { panel } }: LayerSubject): readonly ChannelView[] {
  if (!hasColours(layer)) return [];
  return panel.channels.map((name, c) => ({ number: String(c), name }));
}

function nameStages({ layer, words }: LayerSubject): PanelView["stages"] {
  if (layer.maps.every(({ activated }) => activated === null)) return null;
  const { before, after } = words.panel;
  const activation = nameActivation(layer, words);
  return { before: before(activation), after: after(activation) };
}

function listMissing({ report, model, layer, measures, words }: LayerSubject): readonly string[] {
  const { panel, picture, language } = words;
  const { effective, projections, fieldReason } = layer;
  const isExcited = (measures?.excitingInside ?? null) !== null;
  const ofArrays = areArrays(report, layer.maps.map(({ image }) => image));
  const missing = [
    [ofArrays ? panel.excitingOfArrays : panel.exciting, isExcited ? fieldReason : null],
    [words.tools.views.names.composed, effective?.reason ?? null],
    [picture.projections.heading, projections.reason],
    [words.tuning.heading, model.tuningReason],
  ] as const;
  const views = missing.flatMap(([name, reason]) =>
    name === null || reason === null ? [] : [panel.viewMissing(name, REASONS[language](reason))]
  );
  const inactive = isInactive(layer) ? [words.term.inactive.layer(isQuantized(layer))] : [];
  return [...inactive, ...views];
}
