import { type ComparedLayer, followTwin, keepImage } from "../../site/compare/compare_choice.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { find, findAll } from "../shell/dom.ts";

/** Lists the layers that can be chosen. */
export function readLayers(): readonly ComparedLayer[] {
  return findAll<HTMLOptionElement>(HOOKS.options("a")).map(({ value, dataset }) => ({
    path: value,
    kernel: dataset.kernel ?? "",
    channels: dataset.channels ?? "",
    images: splitIds(dataset.images),
    twins: splitIds(dataset.twins),
  }));
}

function splitIds(text = ""): readonly string[] {
  return text.split(" ").filter((id) => id !== "");
}

/** Reads which sides the page shows of itself. */
export function readSides(): Pick<CompareState, "a" | "ai" | "b" | "bi"> {
  const read = (name: "a" | "ai" | "b" | "bi"): string =>
    find<HTMLOptionElement>(HOOKS.optionAtFirst(name))?.value ?? "";
  return { a: read("a"), ai: read("ai"), b: read("b"), bi: read("bi") };
}

const CONTROLS = ["a", "ai", "b", "bi", "of", "stage", "show", "scale", "sort"] as const;

/** Shows a state in the controls. */
export function setCompareControls(state: CompareState): void {
  for (const name of CONTROLS) {
    for (const input of findAll<HTMLInputElement>(HOOKS.inputs(name))) {
      input.checked = input.value === state[name];
    }
    const select = find<HTMLSelectElement>(HOOKS.select(name));
    if (select) select.value = state[name];
  }
  for (const name of ["a", "b"] as const) limitPhotos(name);
}

// A photo that a layer has no maps of cannot be chosen for it.
function limitPhotos(name: "a" | "b"): void {
  const chosen = find<HTMLSelectElement>(HOOKS.select(name))?.selectedOptions[0];
  const images = (chosen?.dataset.images ?? "").split(" ");
  for (const option of findAll<HTMLOptionElement>(HOOKS.options(`${name}i`))) {
    option.disabled = !images.includes(option.value);
  }
}

/** Changes the layer of one side; that of the other follows where the two went together. */
export function followLayer(
  state: CompareState,
  { name, value }: { readonly name: "a" | "b"; readonly value: string },
  layers: readonly ComparedLayer[],
): CompareState {
  const [from, beside] = [state[name], name === "a" ? "b" : "a"] as const;
  const other = followTwin(layers, { from, to: value, other: state[beside] });
  return { ...state, [name]: value, [beside]: other };
}

/** Keeps the photo of each side that its layer has maps of, and takes the first one elsewhere. */
export function keepPhotos(state: CompareState, layers: readonly ComparedLayer[]): CompareState {
  const keep = (path: string, image: string): string => {
    const layer = layers.find((each) => each.path === path);
    return layer ? keepImage(layer, image) : "";
  };
  return { ...state, ai: keep(state.a, state.ai), bi: keep(state.b, state.bi) };
}
