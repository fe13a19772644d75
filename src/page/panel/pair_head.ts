import { hasOtherBias } from "../../analysis/kernel/bias_of_twin.ts";
import { nameActivation } from "../../site/activation_text.ts";
import { formatCount, formatShare } from "../../site/format.ts";
import { findMapsData, type PhotoData } from "../../site/layer_data.ts";
import { create, find } from "../shell/dom.ts";
import { nameKind, type PanelContext } from "../pair/panel_context.ts";
import type { ViewState } from "../tile/view_state.ts";

/** Says what class a kernel is of, and how surely. */
export function tellClass({ facts, data, words }: PanelContext, k: number): void {
  const place = find('[data-out="class"]');
  const kind = facts.kinds?.[k];
  if (!place || kind === undefined) return;
  const sure = kind === "other" ? null : data.measures?.kernels?.confidence[k] ?? null;
  const mark = find(`.chip input[value="${kind}"]`)?.parentElement?.querySelector(".mark");
  place.replaceChildren(
    ...mark ? [mark.cloneNode(true)] : [],
    nameKind(words, kind),
    ...sure === null
      ? []
      : [create("span", { class: "muted" }, words.panel.sure(formatShare(sure)))],
  );
}

/** Describes a pair on a photo in a few words. */
export function describePair(
  { facts, words }: PanelContext,
  k: number,
  photo: PhotoData | null,
): string {
  const kind = facts.kinds?.[k];
  return [
    words.panel.pair(String(k)),
    ...kind === undefined ? [] : [nameKind(words, kind)],
    ...photo === null ? [] : [photo.name],
  ].join(" · ");
}

/** Says what is odd about a pair, and whether it is one filter with most of the layer. */
export function tellFlags(
  { data, facts, words }: PanelContext,
  k: number,
  { image }: ViewState,
): void {
  const place = find('[data-out="flags"]');
  if (!place) return;
  const { flags } = words.panel;
  const kernels = data.measures?.kernels ?? null;
  const condition = data.measures?.condition ?? null;
  const [twin, anti] = [kernels?.duplicateOf[k] ?? null, kernels?.antiPairOf[k] ?? null];
  const cosine = (other: number): string =>
    kernels?.nearest[k] === other ? ` (${formatShare(kernels.similarity[k]!)})` : "";
  const isApart = kernels !== null && hasOtherBias(kernels, k);
  const alike = data.measures?.alike ?? null;
  const broken = findMapsData(data, image)?.channels.nonFinite[k];
  const items = [
    ...facts.kinds?.[k] === "dead" ? [flags.deadKernel] : [],
    ...kernels?.nonFinite[k] ? [flags.nonFiniteWeights(formatCount(kernels.nonFinite[k]))] : [],
    ...twin === null
      ? []
      : [flags.duplicate(String(twin), formatShare(kernels!.likeness[k]!), isApart)],
    ...anti === null ? [] : [flags.opposite(String(anti), cosine(anti))],
    ...condition?.dead.includes(k) ? [flags.deadMap(nameActivation(data.layer, words))] : [],
    ...condition?.constant.includes(k) ? [flags.constantMap] : [],
    ...broken
      ? [flags.nonFiniteHere(formatCount(broken))]
      : condition?.nonFinite.includes(k)
      ? [flags.nonFinite]
      : [],
  ];
  const plain = alike?.kernels.includes(k)
    ? [create("li", { class: "plain" }, words.kind.alike(alike, facts.pairs))]
    : [];
  if (facts.flags.get("border")?.has(k)) {
    plain.push(create("li", { class: "plain" }, flags.onPadding));
  }
  place.replaceChildren(...items.map((text) => create("li", {}, text)), ...plain);
}
