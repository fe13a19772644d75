import flags from "../../../templates/panel/flags.hbs" with { type: "text" };
import kernel_class from "../../../templates/part/kernel_class.hbs" with { type: "text" };
import mark from "../../../templates/part/mark.hbs" with { type: "text" };
import { hasOtherBias } from "../../analysis/kernel/bias_of_twin.ts";
import { nameActivation } from "../../site/activation_text.ts";
import { formatCount, formatShare } from "../../site/format.ts";
import { FACETS, nameTone } from "../../site/kernel_class.ts";
import { titlePair } from "../../site/pair_name.ts";
import { findMapsData } from "../../site/layer_data.ts";
import { findShownFamilies } from "../../site/shown_families.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { fill, find, tell } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import type { ViewState } from "../tile/view_state.ts";

/** What class a kernel is of: the view of `kernel_class.hbs`. */
export interface KernelClassView {
  readonly name: string;
  /** What gives its mark its look; null where one class is all there is. */
  readonly tone: string | null;
  /** How sure the class is, in words; null where that is not known. */
  readonly sure: string | null;
}

/** What is to be said of a pair: the view of `flags.hbs`. */
export interface FlagsView {
  /** What is odd about it. */
  readonly flags: readonly string[];
  readonly remarks: readonly string[];
}

interface Views {
  readonly flags: FlagsView;
  readonly kernel_class: KernelClassView;
}

const render = compileTemplates<Views>({ flags, kernel_class, mark });

/** Says what class a kernel is of, and how surely. */
export function tellClass({ facts, words }: PanelContext, k: number): void {
  const place = find(HOOKS.out("class"));
  const { classes } = facts;
  if (!place || classes === null) return;
  const what = classes.what[k]!;
  const sure = classes.confidence[k] ?? null;
  const view = {
    name: words.kind.names[what],
    tone: classes.what.every((each) => each === what) ? null : nameTone(what),
    sure: sure === null ? null : words.panel.sure(formatShare(sure)),
  };
  fill(place, render("kernel_class", view));
}

/** Says when a kernel fires and the like, where that is more than usual. */
export function tellFacets(
  { facts: { classes }, words: { kind: { facets } } }: PanelContext,
  k: number,
): void {
  if (classes === null) return;
  const said = FACETS.flatMap((facet) => {
    const value = classes[facet][k] ?? null;
    return value === null || USUAL.has(value)
      ? []
      : [facets[facet].say(facets[facet].values[value]!)];
  });
  tell("facets", said.join(" · "));
}

// What lies on the padding is told among what is odd.
const USUAL: ReadonlySet<string> = new Set(["inside", "padding", "both", "neither"]);

/** Describes a pair on a photo in a few words. */
export function describePair(
  { data, facts, words }: PanelContext,
  k: number,
  photo: LayerPhoto | null,
): string {
  const what = facts.classes?.what[k];
  return [
    titlePair(data.measures, k, words),
    ...what === undefined ? [] : [words.kind.names[what]],
    ...photo === null ? [] : [photo.name],
  ].join(" · ");
}

/** Says what is odd about a pair, and whether it is one filter with most of the layer. */
export function tellFlags(
  { data, facts, words }: PanelContext,
  k: number,
  { image }: ViewState,
): void {
  const place = find(HOOKS.out("flags"));
  if (place) fill(place, render("flags", viewFlags({ data, facts, words }, k, image)));
}

function viewFlags(
  { data, facts, words }: Pick<PanelContext, "data" | "facts" | "words">,
  k: number,
  image: string,
): FlagsView {
  const { flags } = words.panel;
  const kernels = data.measures?.kernels ?? null;
  const condition = data.measures?.condition ?? null;
  const [twin, anti] = [kernels?.duplicateOf[k] ?? null, kernels?.antiPairOf[k] ?? null];
  const cosine = (other: number): string =>
    kernels?.nearest[k] === other ? ` (${formatShare(kernels.similarity[k]!)})` : "";
  const isApart = kernels !== null && hasOtherBias(kernels, k);
  const alike = data.measures?.alike ?? null;
  const broken = findMapsData(data, image)?.channels.nonFinite[k];
  const odd = [
    ...kernels?.kind[k] === "dead" ? [flags.deadKernel] : [],
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
  const families = findShownFamilies(data);
  const family = families?.of[k] ?? null;
  const members = family === null ? 0 : families!.families[family - 1]!.kernels.length;
  const remarks = [
    ...family === null ? [] : [words.panel.member(family, members - 1)],
    ...alike?.kernels.includes(k) ? [words.kind.alike(alike, facts.pairs)] : [],
    ...facts.flags.get("border")?.has(k) ? [flags.onPadding] : [],
  ];
  return { flags: odd, remarks };
}
