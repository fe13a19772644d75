import { countOtherBiases } from "../../analysis/kernel/bias_of_twin.ts";
import type { DatasetColumns } from "../../report/dataset/dataset_columns.ts";
import type { PairNumbers } from "../../words/en/layer_words.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { areArrays } from "../../site/photo_view.ts";

/** Says in a title which layer it is, of which model, and what its page shows. */
export function titleLayer({ model, layer, words }: LayerSubject): string {
  const { name, pairs, kernelsMissing, maps } = layer;
  const { title } = words.layer;
  const hasKernels = kernelsMissing === null;
  const shown = maps.length === 0
    ? hasKernels ? title.kernels(name, pairs) : name
    : hasKernels
    ? title.pairs(name, pairs)
    : title.maps(name, pairs);
  return title.of(shown, model.name);
}

/** Says what a layer's page shows, and then what stands out in it: a sentence each. */
export function describeLayer(subject: LayerSubject): readonly [string, ...string[]] {
  const { layer, words } = subject;
  const { lead } = words.layer;
  const { kernels = null, condition = null, alike = null } = subject.measures ?? {};
  const padded = subject.measures?.onPadding?.length ?? 0;
  const twins = (kernels?.duplicateOf ?? []).flatMap((other, k) => other === null ? [] : [k]);
  const otherBias = kernels ? countOtherBiases(kernels) : 0;
  const { neverOn, alwaysOn, flat } = listUnvaried(subject);
  const { nonFinite: broken = [] } = condition ?? {};
  const photos = layer.maps.length;
  return [
    describeShown(subject),
    ...neverOn.length > 0 ? [lead.neverOn(numberPairs(neverOn), photos)] : [],
    ...alwaysOn.length > 0 ? [lead.alwaysOn(numberPairs(alwaysOn), photos)] : [],
    ...flat.length > 0 ? [lead.flat(numberPairs(flat), photos)] : [],
    ...broken.length > 0 ? [lead.notFinite(numberPairs(broken))] : [],
    ...padded > 0 ? [lead.onPadding(padded, layer.pairs)] : [],
    ...twins.length > 0 ? [lead.twins(numberPairs(twins), otherBias)] : [],
    ...alike ? [lead.sentence(words.kind.alike(alike, layer.pairs))] : [],
  ];
}

function describeShown({ report, layer, words }: LayerSubject): string {
  const { lead } = words.layer;
  const { pairs, kernelsMissing, maps } = layer;
  if (maps.length === 0) return kernelsMissing === null ? lead.kernels(pairs) : lead.nothing;
  const noun = areArrays(report, maps.map(({ image }) => image)) ? "arrays" : "photos";
  const photos = lead[noun](maps.length, report.images.length);
  return kernelsMissing === null ? lead.pairs(pairs, photos) : lead.maps(pairs, photos);
}

/** The maps that say little, by their kernels. */
interface UnvariedMaps {
  readonly neverOn: readonly number[];
  readonly alwaysOn: readonly number[];
  readonly flat: readonly number[];
}

// What a dataset shows otherwise is not said of the few photos that are drawn.
function listUnvaried(subject: LayerSubject): UnvariedMaps {
  const { condition = null, dataset = null } = subject.measures ?? {};
  const holds = (isSo: (columns: DatasetColumns) => boolean): boolean =>
    dataset === null || isSo(dataset);
  return {
    neverOn: condition?.dead.filter((k) => holds(({ onPhotos }) => onPhotos[k] === 0)) ?? [],
    alwaysOn: listAlwaysOn(subject).filter((k) => holds(({ onCells }) => onCells[k] === 1)),
    flat: condition?.constant.filter((k) => holds(({ min, max }) => min[k] === max[k])) ?? [],
  };
}

// Of a layer whose activation leaves nothing at zero, that would be no news.
function listAlwaysOn({ measures }: LayerSubject): readonly number[] {
  const { zeros = [], on = [] } = measures?.activity ?? {};
  if (!zeros.some((share) => share !== null && share > 0)) return [];
  return on.flatMap((share, k) => share === 1 ? [k] : []);
}

const NAMED = 8;

function numberPairs(pairs: readonly number[]): PairNumbers {
  const named = pairs.slice(0, NAMED);
  return { named, more: pairs.length - named.length };
}
