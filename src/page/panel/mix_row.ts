import mix from "../../../templates/panel/mix.hbs" with { type: "text" };
import { formatNumber } from "../../site/format.ts";
import { describeMix } from "../../site/tile/mix_text.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findPhoto, type PanelContext } from "../pair/panel_context.ts";
import { findInputTiles, type InputTiles } from "./input_tiles.ts";
import { fill, find, tell } from "../shell/dom.ts";
import { layTiles } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** The inputs that a kernel of single weights weighs most: the view of `mix.hbs`. */
export interface MixView {
  readonly inputs: readonly MixInputView[];
}

/** An input, its weight as a bar about the middle of two, and which pictures of it there are. */
export interface MixInputView {
  readonly input: string;
  readonly href: string | null;
  readonly title: string;
  readonly weight: string;
  readonly top: number;
  readonly height: number;
  readonly hasKernel: boolean;
  readonly hasMap: boolean;
}

const render = compileTemplates<{ readonly mix: MixView }>({ mix });

/** Shows the inputs that a kernel weighs most: their weights as bars, the kernels that make them, their maps. */
export function showMix(context: PanelContext, k: number, state: ViewState): void {
  const { data: { layer, measures }, words } = context;
  const row = find(HOOKS.row("mix"));
  const mix = measures?.mix ?? null;
  if (!row || mix === null) return;
  const weights = mix.weight[k] ?? [];
  const inputs = (mix.input[k] ?? []).map((input) => findInputTiles(context, input, state));
  const most = Math.abs(weights[0] ?? 0) || 1;
  const views = inputs.map((tiles, i) => viewInput(tiles, { weight: weights[i]!, most }, words));
  fill(row, render("mix", { inputs: views }));
  layTiles(row, inputs.flatMap(({ kernel, map }) => [kernel, map]).filter((tile) => tile !== null));
  tell("mix-head", describeMix(mix, { layer, k }, words));
  tell("mix-said", describePictures(context, views, state));
}

function viewInput(
  { input, href, kernel, map }: InputTiles,
  { weight, most }: { readonly weight: number; readonly most: number },
  { panel }: PanelContext["words"],
): MixInputView {
  const height = Math.abs(weight) / most;
  const told = formatNumber(weight);
  return {
    ...{ input, href, height, weight: told },
    title: panel.weightOf(input, told),
    top: weight > 0 ? 1 - height : 1,
    hasKernel: kernel !== null,
    hasMap: map !== null,
  };
}

function describePictures(
  { data, words: { panel: { mixed } } }: PanelContext,
  views: readonly MixInputView[],
  { image }: ViewState,
): string {
  const hasKernels = views.some(({ hasKernel }) => hasKernel);
  const photo = views.some(({ hasMap }) => hasMap) ? findPhoto(data, image) : null;
  if (photo === null) return hasKernels ? mixed.kernels : "";
  return hasKernels ? mixed.both(photo.name) : mixed.maps(photo.name);
}
