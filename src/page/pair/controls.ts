import type { LayerData } from "../../site/layer_data.ts";
import { listKernelViews } from "../../site/tile/kernel_view.ts";
import { hasSingleCells } from "../../report/report_layer.ts";
import { findPicture } from "../../site/tile/sprite.ts";
import type { Control } from "../../site/hook/hook_names.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "../shell/dom.ts";
import { chooseInitialPair } from "../../site/initial_pair.ts";
import type { Choices, ColourMap, ViewState } from "../tile/view_state.ts";

/** Reads the state that the page starts with. */
export function readStart(data: LayerData): ViewState {
  const [first] = listKernelViews(data.layer);
  return {
    k: chooseInitialPair(data.measures),
    image: data.photos[0]?.id ?? "",
    stage: "before",
    kernels: first?.view ?? "",
    sort: "index",
    reversed: false,
    classes: [],
    families: [],
    query: "",
    scale: hasSingleCells(data.layer) ? "layer" : "tile",
    map: chooseColours(data.layer, first?.coloured ?? false),
    size: find(HOOKS.work)?.dataset.size ?? "m",
    layout: "grids",
    try: "",
    guess: "",
  };
}

// Tiles that are coloured one by one cost half as much again: that shows from here on.
const MANY = 1024;

// Weights and maps tell more by their signs; beside kernels with colours of their own these would
// be taken for colours of the photo.
function chooseColours(layer: LayerData["layer"], coloured: boolean): ColourMap {
  const own = coloured || findPicture(layer, "slices") === null;
  return own || layer.pairs > MANY ? "grey" : "signed";
}

/** Lists what the controls have to offer. */
export function listChoices(): Choices {
  const list = (name: Control): readonly string[] => [
    ...findAll<HTMLInputElement>(HOOKS.inputs(name)).map(({ value }) => value),
    ...findAll<HTMLOptionElement>(HOOKS.options(name)).map(({ value }) => value),
  ];
  return {
    image: list("photo"),
    stage: list("stage"),
    kernels: list("kernels"),
    sort: list("sort"),
    scale: list("scale"),
    map: list("colours"),
    size: list("size"),
    layout: list("layout"),
    class: list("class"),
    family: list("family"),
    try: listTries(),
  };
}

// What came of a guess is shown in place of the guess.
function listTries(): readonly string[] {
  const tries = findAll(HOOKS.askedTries).map(({ dataset }) => dataset.try!);
  return ["", ...tries, ...tries.includes("guess") ? ["score"] : []];
}

// The names of the controls, by those of the state.
const NAMES = {
  image: "photo",
  stage: "stage",
  kernels: "kernels",
  sort: "sort",
  scale: "scale",
  map: "colours",
  size: "size",
  layout: "layout",
} as const;

// The controls of which several may be chosen.
const CHIPS = [["class", "classes"], ["family", "families"]] as const;

/** Sets the controls to a state. */
export function setControls(state: ViewState): void {
  for (const [key, name] of Object.entries(NAMES) as [keyof typeof NAMES, Control][]) {
    for (const input of findAll<HTMLInputElement>(HOOKS.inputs(name))) {
      input.checked = input.value === state[key];
    }
    const select = find<HTMLSelectElement>(HOOKS.select(name));
    if (select) select.value = state[key];
  }
  for (const [name, key] of CHIPS) {
    for (const input of findAll<HTMLInputElement>(HOOKS.inputs(name))) {
      input.checked = state[key].includes(input.value);
    }
  }
  const search = find<HTMLInputElement>(HOOKS.control("q"));
  if (search && search.value.trim() !== state.query) search.value = state.query;
  find(HOOKS.actOf("reverse"))?.setAttribute("aria-pressed", String(state.reversed));
}

/** Calls with what changes when the reader moves a control, until the signal. */
export function listenToControls(
  change: (change: Partial<ViewState>) => void,
  signal: AbortSignal,
): void {
  const form = find<HTMLFormElement>(HOOKS.controls);
  form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form?.addEventListener("input", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.name === "q") change({ query: input.value.trim() });
  }, { signal });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      const changed = readControl(target);
      if (changed) change(changed);
    }
  }, { signal });
}

function readControl(
  { name, value }: HTMLInputElement | HTMLSelectElement,
): Partial<ViewState> | null {
  const chips = CHIPS.find(([control]) => control === name);
  if (chips !== undefined) {
    const [control, key] = chips;
    const checked = findAll<HTMLInputElement>(HOOKS.checked(control));
    return { [key]: checked.map((each) => each.value) };
  }
  const key = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((each) => NAMES[each] === name);
  return key === undefined ? null : { [key]: value };
}
