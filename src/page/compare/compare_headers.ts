import { nameActivation } from "../../site/activation_text.ts";
import { viewBadge } from "../../site/badge_view.ts";
import { describeKernels, describeMaps } from "../../site/layer_facts.ts";
import type { Words } from "../../words/words.ts";
import { fillRest } from "./compare_grid.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { type ComparedSide, isFollowed } from "./compared_side.ts";
import { create, find } from "../shell/dom.ts";

/** Says above the grid what stands on each side. */
export function tellHeaders(words: Words, sides: Results["sides"]): void {
  for (const side of sides) {
    const { name, data: { model, layer } } = side;
    const head = find(`[data-header="${name}"]`)!;
    find("h2", head)!.textContent = `${words.compare[name]} · ${model.name} · ${layer.name}`;
    find("p", head)!.textContent = words.count.list(listFacts(words, side));
    find("ul", head)!.replaceChildren(...listBadges(words, layer));
  }
}

function listFacts(
  words: Words,
  { data: { layer, photos }, image, stage }: ComparedSide,
): readonly string[] {
  const { tools } = words;
  const photo = photos.find(({ id }) => id === image)?.name ?? null;
  const activation = nameActivation(layer, words);
  const staged = stage === "after" ? tools.after(activation) : tools.before(activation);
  const shown = layer.activation.length > 0 ? `${photo} ${staged}` : photo;
  const facts = [
    describeKernels(layer, words),
    describeMaps(layer.maps, words),
    photo === null ? null : shown,
  ];
  return facts.filter((each) => each !== null);
}

function listBadges(
  words: Words,
  { dtype, badges }: ComparedSide["data"]["layer"],
): readonly HTMLElement[] {
  const stored = dtype === null ? [] : [create("li", {}, words.compare.stored(dtype))];
  const others = badges.map((id) => {
    const { meaning, name } = viewBadge(id, words);
    return create("li", meaning ? { title: meaning } : {}, name);
  });
  return [...stored, ...others];
}

/** Shows below the grid what has no partner on the other side. */
export function tellRest(
  { compare }: Words,
  { sides }: Results,
  { of, count }: { readonly of: CompareState["of"]; readonly count: number },
): void {
  const rests = sides.flatMap(({ name, [of]: tiles }) => {
    if (tiles === null || tiles.count <= count || count === 0) return [];
    const list = create("ul", { class: "rest compared", "aria-hidden": "true" });
    fillRest(list, { name, tiles }, count);
    const text = compare.rest(compare[name], count, tiles.count - 1);
    return [create("p", { class: "cap" }, text), list];
  });
  find("[data-rest]")?.replaceChildren(...rests);
}

/** Says why numbers or maps cannot be compared as they are asked for. */
export function tellObstacles(
  { compare }: Words,
  results: Results,
  stage: CompareState["stage"],
): void {
  const texts = [
    ...[results.kernels.numbers, results.maps.numbers].filter((each) => typeof each === "string"),
    ...results.sides.filter(({ data, image, maps }) =>
      stage === "after" && maps !== null && !isFollowed(data, image)
    ).map(({ name }) => compare.stageFalls(compare[name])),
  ];
  find("[data-obstacles]")?.replaceChildren(...texts.map((text) => create("li", {}, text)));
}
