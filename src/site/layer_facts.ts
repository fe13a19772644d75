import type { ReportLayer, ReportMaps } from "../report/report_layer.ts";
import type { LayerWords } from "../words/en/layer_words.ts";
import type { ComparePageWords, Words } from "../words/words.ts";
import { describeField } from "./field/field_facts.ts";
import { formatCount, formatSize } from "./format.ts";
import { isMix } from "./tile/sprite.ts";
import type { LayerSubject } from "./layer_subject.ts";

/** Says the facts of a layer, each in a few words. */
export function describeFacts(
  { layer, model, words }: Pick<LayerSubject, "layer" | "model"> & {
    readonly words: ComparePageWords;
  },
): readonly string[] {
  return [
    describeKernels(layer, words),
    describeMixing(layer, words),
    describeSteps(layer, words),
    describeField(layer, model, words),
    describeMaps(layer.maps, words),
    describeOperator(layer, words),
  ].filter((fact) => fact !== null);
}

/** Says how many kernels there are and how large, such as `64 kernels, 11 × 11 × 3`. */
export function describeKernels(layer: ReportLayer, { count }: Words): string | null {
  const kernels = count.kernels(layer.outChannels);
  if (layer.kernelShape.length === 0) return layer.outChannels > 0 ? kernels : null;
  const size = formatSize(...layer.kernelShape, layer.inChannels / layer.group);
  return count.list([kernels, size]);
}

// What kernels of single weights do: of larger ones their size tells enough.
function describeMixing(layer: ReportLayer, words: ComparePageWords): string | null {
  if (!isMix(layer)) return null;
  const { facts } = words.layer;
  const { badges, kernelShape, inChannels, group, readsImage } = layer;
  if (badges.includes("fully-connected")) return facts.weighs(inChannels);
  const [size, read] = [formatSize(...kernelShape), inChannels / group];
  const noun = readsImage ? "channel" : "map";
  if (read === 1) return facts.scales(size, noun);
  return group === 1 ? facts.mixes(size, noun, read) : facts.mixesInGroups(size, noun, read);
}

/** Says the size of the maps, each size once; null where there is none. */
export function describeMaps(maps: readonly ReportMaps[], words: ComparePageWords): string | null {
  const { facts } = words.layer;
  const sizes = [...new Set(maps.map(({ space }) => formatSize(...space)))];
  if (sizes.length === 0) return null;
  const size = sizes.length > 3
    ? facts.mapsOfSizes(sizes.length)
    : facts.maps(words.count.names(sizes));
  const counts = [...new Set(maps.map(({ samples }) => describeSamples(samples, words)))];
  const samples = counts.length > 1 ? facts.firstSample : counts[0] ?? null;
  return samples === null ? size : words.count.list([size, samples]);
}

/** Says how many of the samples of a photo are shown; null where it is one. */
export function describeSamples(
  { shown, of }: ReportMaps["samples"],
  { layer: { facts } }: ComparePageWords,
): string | null {
  return of > shown ? facts.samples(shown, of) : null;
}

/** Says the operator and how the file stores its kernels, such as `Conv, float32`. */
export function describeOperator({ op, dtype }: ReportLayer, { count }: Words): string {
  return dtype === null ? op : count.list([op, dtype]);
}

function describeSteps(
  { strides, pads, dilations, group, badges }: ReportLayer,
  { count, layer: { facts } }: ComparePageWords,
): string | null {
  if (strides.length === 0 || badges.includes("fully-connected")) return null;
  const steps = [facts.stride(formatAxes(strides)), describePads(pads, facts)];
  if (dilations.some((dilation) => dilation !== 1)) {
    steps.push(facts.dilation(formatAxes(dilations)));
  }
  if (group !== 1) steps.push(facts.groups(group));
  return count.list(steps);
}

// One number where every axis has the same.
function formatAxes(axes: readonly number[]): string {
  return new Set(axes).size === 1 ? formatCount(axes[0]!) : formatSize(...axes);
}

function describePads(pads: readonly number[], facts: LayerWords["facts"]): string {
  const begin = pads.slice(0, pads.length / 2);
  const end = pads.slice(pads.length / 2);
  if (pads.every((pad) => pad === 0)) return facts.noPadding;
  if (String(begin) === String(end)) return facts.padding(formatAxes(begin));
  if (begin.length !== 2) return facts.paddingEnds(formatSize(...begin), formatSize(...end));
  const [top = "", left = "", bottom = "", right = ""] = pads.map(String);
  return facts.paddingSides({ top, left, bottom, right });
}
