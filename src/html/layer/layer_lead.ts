import { countOtherBiases } from "../../analysis/kernel/bias_of_twin.ts";
import type { PairNumbers } from "../../words/en/layer_words.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { findMapColumns, readNumber } from "../../site/measure_columns.ts";
import { areArrays } from "../../site/photo_view.ts";

/** Says what a layer's page shows and what stands out in it. */
export function describeLayer(subject: LayerSubject): string {
  const { layer, words } = subject;
  const { lead } = words.layer;
  const { kernels = null, condition = null, alike = null } = subject.measures ?? {};
  const padded = subject.measures?.onPadding?.length ?? 0;
  const twins = (kernels?.duplicateOf ?? []).flatMap((other, k) => other === null ? [] : [k]);
  const otherBias = kernels ? countOtherBiases(kernels) : 0;
  const neverOn = condition?.dead ?? [];
  const alwaysOn = listAlwaysOn(subject);
  const flat = findMaps(subject, isFlat, "every");
  const broken = findMaps(subject, isBroken, "some");
  const photos = layer.maps.length;
  return words.count.sentences([
    describeShown(subject),
    ...neverOn.length > 0 ? [lead.neverOn(numberPairs(neverOn), photos)] : [],
    ...alwaysOn.length > 0 ? [lead.alwaysOn(numberPairs(alwaysOn), photos)] : [],
    ...flat.length > 0 ? [lead.flat(numberPairs(flat), photos)] : [],
    ...broken.length > 0 ? [lead.notFinite(numberPairs(broken))] : [],
    ...padded > 0 ? [lead.onPadding(padded, layer.pairs)] : [],
    ...twins.length > 0 ? [lead.twins(numberPairs(twins), otherBias)] : [],
    ...alike ? [lead.sentence(words.kind.alike(alike, layer.pairs))] : [],
  ]);
}

function describeShown({ report, layer, words }: LayerSubject): string {
  const { lead } = words.layer;
  const { pairs, kernelsMissing, maps } = layer;
  if (maps.length === 0) return kernelsMissing === null ? lead.kernels(pairs) : lead.nothing;
  const noun = areArrays(report, maps.map(({ image }) => image)) ? "arrays" : "photos";
  const photos = lead[noun](maps.length, report.images.length);
  return kernelsMissing === null ? lead.pairs(pairs, photos) : lead.maps(pairs, photos);
}

// Of a layer whose activation leaves nothing at zero, that would be no news.
function listAlwaysOn({ measures }: LayerSubject): readonly number[] {
  const { zeros = [], on = [] } = measures?.activity ?? {};
  if (!zeros.some((share) => share !== null && share > 0)) return [];
  return on.flatMap((share, k) => share === 1 ? [k] : []);
}

interface Values {
  readonly min: number | null;
  readonly max: number | null;
  readonly nonFinite: number | null;
}

function isFlat({ min, max, nonFinite }: Values): boolean {
  return min !== null && min === max && !nonFinite;
}

function isBroken({ nonFinite }: Values): boolean {
  return (nonFinite ?? 0) > 0;
}

// The channels whose maps are so on every photo, or on some.
function findMaps(
  { layer, measures }: LayerSubject,
  isSo: (values: Values) => boolean,
  quantifier: "every" | "some",
): readonly number[] {
  const columns = layer.maps.map(({ image }) => findMapColumns(measures, image))
    .filter((each) => each !== null);
  if (columns.length === 0) return [];
  return Array.from({ length: layer.pairs }, (_, k) => k).filter((k) =>
    columns[quantifier](({ min, max, nonFinite }) =>
      isSo({
        min: readNumber(min, k),
        max: readNumber(max, k),
        nonFinite: readNumber(nonFinite, k),
      })
    )
  );
}

const NAMED = 8;

function numberPairs(pairs: readonly number[]): PairNumbers {
  const named = pairs.slice(0, NAMED);
  return { named, more: pairs.length - named.length };
}
