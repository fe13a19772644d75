import { PHOTO_FROM } from "../../analysis/class/shows.ts";
import type { Picture } from "../../plan/picture.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import type { ReportRule } from "../../report/report_layer.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { formatCount } from "../../site/format.ts";
import { type KernelLinksView, viewKernelLinks } from "./kernel_links.ts";

/** Kernels of one sort, in words and as links: a part of the view of `groups.hbs`. */
export interface GroupView {
  readonly name: string;
  readonly links: KernelLinksView;
}

/** Views the two groups of a layer's kernels, by whether their maps are photo, most of it first. */
export function viewPhotoGroups(
  { words, layer }: LayerSubject,
  keepsPicture: Values,
): readonly GroupView[] {
  const known = [...keepsPicture.keys()].filter((k) => keepsPicture[k] !== null);
  const order = known.toSorted((a, b) => keepsPicture[b]! - keepsPicture[a]! || a - b);
  if (order.length === 0) return [];
  const picture = findKernelPicture(layer);
  const { groups } = words.finding;
  const view = (name: string, keeps: boolean): GroupView => {
    const kernels = order.filter((k) => keepsPicture[k]! >= PHOTO_FROM === keeps);
    const count = kernels.length > 0 ? formatCount(kernels.length) : words.finding.counter.none;
    const links = viewKernelLinks(picture, kernels, words);
    return { name: words.finding.counter.named(name, count), links };
  };
  return [view(groups.photo, true), view(groups.rest, false)];
}

/** Views the kernels that colour does not explain; none where none has a colour. */
export function viewCounterExamples(
  { words, layer }: LayerSubject,
  { counterExamples }: ReportRule,
): readonly GroupView[] {
  if (counterExamples === null) return [];
  const picture: Picture | null = findKernelPicture(layer);
  const { counter } = words.finding;
  const view = (name: string, kernels: readonly number[]): GroupView => {
    const numbers = kernels.length > 0 ? words.count.names(kernels) : counter.none;
    return { name: counter.named(name, numbers), links: viewKernelLinks(picture, kernels, words) };
  };
  return [
    view(counter.colour, counterExamples.colour),
    view(counter.grey, counterExamples.grey),
  ];
}
