import badges from "../../../templates/part/badges.hbs" with { type: "text" };
import compare_header from "../../../templates/compare/compare_header.hbs" with { type: "text" };
import compare_obstacles from "../../../templates/compare/compare_obstacles.hbs" with {
  type: "text",
};
import compare_rest from "../../../templates/compare/compare_rest.hbs" with { type: "text" };
import name from "../../../templates/part/name.hbs" with { type: "text" };
import { nameActivation } from "../../site/activation_text.ts";
import { type BadgeView, viewBadge } from "../../site/badge_view.ts";
import type { CompareHeaderView } from "../../site/compare/compare_header.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { compileTemplates } from "../../site/template.ts";
import { describeKernels, describeMaps } from "../../site/layer_facts.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { fillRest } from "./compare_grid.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { findMainKind } from "../sides/compare_kind.ts";
import { type ComparedSide, isFollowed } from "../sides/compared_side.ts";
import { fill, findAll, findPart } from "../shell/dom.ts";

/** What the script writes around the grid of the page that compares: the views of its templates. */
interface CompareViews {
  readonly compare_header: CompareHeaderView;
  readonly compare_rest: { readonly rests: readonly string[] };
  readonly compare_obstacles: { readonly obstacles: readonly string[] };
}

const render = compileTemplates<CompareViews>({
  badges,
  compare_header,
  compare_rest,
  compare_obstacles,
  name,
});

/** Says above the grid what stands on each side. */
export function tellHeaders(words: ComparePageWords, sides: Results["sides"]): void {
  for (const side of sides) {
    const { name, data: { model, layer } } = side;
    const view = {
      parts: breakName(`${words.compare[name]} · ${model.name} · ${layer.name}`),
      facts: words.count.list(listFacts(words, side)),
      badges: listBadges(words, layer),
    };
    fill(findPart(HOOKS.header(name)), render("compare_header", view));
  }
}

function listFacts(
  words: ComparePageWords,
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
  words: ComparePageWords,
  { dtype, badges }: ComparedSide["data"]["layer"],
): readonly BadgeView[] {
  const stored = dtype === null
    ? []
    : [{ id: "stored", name: words.compare.stored(dtype), meaning: null }];
  return [...stored, ...badges.map((id) => viewBadge(id, words))];
}

/** Shows below the grid what has no partner on the other side. */
export function tellRest(
  { compare }: ComparePageWords,
  { sides }: Results,
  { state, count }: { readonly state: CompareState; readonly count: number },
): void {
  const kind = findMainKind(state);
  const rests = sides.flatMap(({ name, [kind]: tiles }) =>
    tiles === null || tiles.count <= count || count === 0 ? [] : [{ name, tiles }]
  );
  const place = findPart(HOOKS.rest);
  const texts = rests.map(({ name, tiles }) => compare.rest(compare[name], count, tiles.count - 1));
  fill(place, render("compare_rest", { rests: texts }));
  const kinds = [{ kind, a: sides[0][kind], b: sides[1][kind], differences: null }];
  findAll("ul", place).forEach((list, i) => {
    const { name, tiles } = rests[i]!;
    fillRest(list, kinds, { name: `${kind}-${name}`, from: count, count: tiles.count });
  });
}

/** Says why numbers or maps cannot be compared as they are asked for. */
export function tellObstacles(
  { compare }: ComparePageWords,
  results: Results,
  stage: CompareState["stage"],
): void {
  const obstacles = [
    ...[results.kernels.numbers, results.maps.numbers].filter((each) => typeof each === "string"),
    ...results.sides.filter(({ data, image, maps }) =>
      isFallen(results, stage) && maps !== null && !isFollowed(data, image)
    ).map(({ name }) => compare.stageFalls(compare[name])),
  ];
  fill(findPart(HOOKS.obstacles), render("compare_obstacles", { obstacles }));
}

// What is asked for behind the activation is shown before it.
function isFallen({ sides }: Results, stage: CompareState["stage"]): boolean {
  return stage === "after" && sides.every((side) => side.stage === "before");
}
